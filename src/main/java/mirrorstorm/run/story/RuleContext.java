package mirrorstorm.run.story;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.model.VolumeState;
import mirrorstorm.scenario.Scenario;

/** What the rules see when the story looks at a run, and where they put what they have to tell. */
final class RuleContext {

    private final Simulation simulation;
    private final Scenario scenario;
    private final Tally tally;
    private final long beatNanos;
    private final List<StoryEntry> told = new ArrayList<>();

    RuleContext(Simulation simulation, Scenario scenario, Tally tally, long beatNanos) {
        this.simulation = simulation;
        this.scenario = scenario;
        this.tally = tally;
        this.beatNanos = beatNanos;
    }

    // Telling

    void tell(Severity severity, String key, MessageArgument... arguments) {
        told.add(new StoryEntry(nanos(), severity, Message.of(key, arguments)));
    }

    List<StoryEntry> told() {
        return told;
    }

    // Time

    long nanos() {
        return simulation.clockNanos();
    }

    /** So many times the regular spacing of looks. */
    long beats(int count) {
        return count * beatNanos;
    }

    // The run

    Simulation simulation() {
        return simulation;
    }

    Scenario scenario() {
        return scenario;
    }

    Settings settings() {
        return simulation.cluster().settings();
    }

    Cluster cluster() {
        return simulation.cluster();
    }

    /** What has changed since the last look. */
    Tally since() {
        return tally;
    }

    /** What was done since the last look. */
    List<TimedIntervention> interventions() {
        if (tally.interventions.isEmpty()) {
            return List.of();
        }
        List<TimedIntervention> interventions = new ArrayList<>();
        for (int index : tally.interventions) {
            interventions.add(simulation.plan().get(index));
        }
        return interventions;
    }

    int searching() {
        return cluster().volumeCount(VolumeState.SEARCHING);
    }

    int stuck() {
        return cluster().stuckCount();
    }

    double stuckShare() {
        return share(stuck());
    }

    /** A count of volumes as a share of all. */
    double share(long volumes) {
        return volumes / (double) cluster().volumeCount();
    }

    /** Nodes asked a second by the rounds in progress. */
    double probesPerSecond() {
        return settings().search().probesPerSecond(simulation.roundCount());
    }

    /** The probability that a round finds no room, from the share of nodes that have some. */
    double failing() {
        return settings()
                .search()
                .failureProbability(cluster().openNodeCount(), cluster().nodeCount());
    }
}
