package mirrorstorm.metrics;

import java.util.Arrays;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.Backoff;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.RaceHazard;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TargetPolicy;
import mirrorstorm.model.VolumeState;

/**
 * Crashes that one more crash would bring: the rise in the cluster's whole crash rate by the searches that the crash
 * of an average node would add now, over the time that these go on. Above 1 the storm feeds itself.
 *
 * <p>Counted in failed rounds: each volume that would have to search makes so many within the window, and each of
 * them brings {@link RaceHazard#perAddedRound} crashes to the node that makes it. What the state does meanwhile is left
 * out: it is held as it is, but for the room that is left, which goes to those that ask already and to the added
 * ones alike.
 */
final class LoopGain {

    /** Rounds in progress on one node are seldom more than this. */
    private static final int SEARCHING_USUAL = 64;

    private final Cluster cluster;
    private final Settings settings;
    private final double roundSeconds;
    /** By rounds in progress on a node: volumes that such nodes would have to search for, all together. */
    private final double[] exposedBySearching;

    private final double exposed;
    private final int upCount;

    private LoopGain(Simulation simulation) {
        cluster = simulation.cluster();
        settings = cluster.settings();
        roundSeconds = settings.search().roundSeconds();
        upCount = cluster.nodeCount(NodeState.UP);
        exposed = cluster.exposedTotal();
        if (simulation.roundCount() == 0) { // most of the time, and no node has to be asked
            exposedBySearching = new double[] {exposed};
            return;
        }
        double[] exposedBy = new double[SEARCHING_USUAL];
        for (int node = 0; node < cluster.nodeCount(); node++) {
            int searching = cluster.searching(node);
            if (searching >= exposedBy.length) {
                exposedBy = Arrays.copyOf(exposedBy, 2 * searching);
            }
            exposedBy[searching] += cluster.exposed(node);
        }
        exposedBySearching = exposedBy;
    }

    /** The gain now; NaN if no node is up that could crash. */
    static double of(Simulation simulation) {
        if (simulation.cluster().nodeCount(NodeState.UP) == 0) {
            return Double.NaN;
        }
        boolean cannotRace = simulation.searchesStopped()
                || simulation.cluster().settings().race().probability() == 0;
        return cannotRace ? 0 : new LoopGain(simulation).now();
    }

    private double now() {
        double added = exposed / upCount;
        if (added == 0) {
            return 0;
        }
        Settings.Search search = settings.search();
        double seconds = Nanos.toSeconds(settings.metrics().loopGainWindow());
        if (search.target() == TargetPolicy.PREVIOUS_FIRST) {
            seconds -= Nanos.toSeconds(search.reconnectGrace());
        }
        Backoff backoff = search.backoff();
        double rounds = backoff.attemptsWithin(seconds, roundSeconds);
        if (rounds == 0) {
            return 0;
        }
        double inVain = shareInVain(added);
        double failing = search.failureProbability(cluster.openNodeCount(), cluster.nodeCount());
        double roundsUntilFound = failing == 1 ? rounds : Math.min(rounds, failing / (1 - failing));
        return inVain * crashes(rounds, 1, rounds / seconds)
                + (1 - inVain) * crashes(roundsUntilFound, failing, failing * rounds / seconds);
    }

    /** Of the added searches, the share that finds no room however long it asks. */
    private double shareInVain(double added) {
        double room = (double) cluster.offeredTotal() * (upCount - 1) / upCount;
        double unserved = cluster.volumeCount(VolumeState.SEARCHING) + added - room;
        return Math.max(0, Math.min(1, unserved / added));
    }

    /**
     * Crashes that the searches added by one crash bring.
     *
     * @param failedRounds      that each of them makes
     * @param failing           probability that a round fails
     * @param addedRoundsPerSecond failed rounds a second of each of them
     */
    private double crashes(double failedRounds, double failing, double addedRoundsPerSecond) {
        RaceHazard hazard = RaceHazard.of(settings);
        // Some of one crash's searches meet on one node. The slope in the middle of the step they make together is
        // the step's mean slope.
        double together = upCount == 1 ? 1 : 1 + Math.max(0, exposed / upCount - 1) / (upCount - 1);
        double step = addedRoundsPerSecond * together / 2;
        double sum = 0;
        for (int searching = 0; searching < exposedBySearching.length; searching++) {
            if (exposedBySearching[searching] > 0) {
                double roundsPerSecond = failing * searching / roundSeconds + step;
                sum += exposedBySearching[searching] * hazard.perAddedRound(roundsPerSecond);
            }
        }
        return failedRounds * sum / upCount;
    }
}
