package mirrorstorm.picture;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;

/** Runs to paint. */
final class Runs {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;

    private Runs() {}

    /** A run of the twelve nodes at a time. */
    static Timeline small(long timeNanos) {
        return at(Library.bundled("first-steps"), timeNanos, SECOND);
    }

    /** The cluster of 2011 a minute after the trigger was undone, and before it. */
    static final Snapshot STORM = storm(12 * MINUTE).snapshot();

    static final Snapshot CALM = storm(5 * MINUTE).snapshot();

    /** A run of 2011 at a time; its trigger is at ten minutes. */
    static Timeline storm(long timeNanos) {
        return at(Library.bundled("aws-2011"), timeNanos, MINUTE);
    }

    static Timeline at(Scenario scenario, long timeNanos, long sampleNanos) {
        Timeline run = new Timeline(scenario, EngineKind.RATES, sampleNanos);
        run.advanceTo(timeNanos);
        return run;
    }

    /** Nodes that are up and volumes that are mirrored, at the start. */
    static Snapshot calm(int nodes, int racks) {
        Scenario scenario = Scenario.DEFAULTS
                .withLever("cluster.nodes", nodes)
                .withLever("cluster.racks", racks)
                .withLever("cluster.volumes", 5 * nodes);
        return new Timeline(scenario, EngineKind.RATES, MINUTE).snapshot();
    }

    /** A scenario whose first minute has this happen to it. */
    static Scenario with(Intervention intervention) {
        return Library.bundled("first-steps").withTimeline(List.of(new TimedIntervention(10 * SECOND, intervention)));
    }

    static Scenario isolating(NodeTarget target) {
        return with(new Intervention.Isolate(target, Duration.ofMinutes(5)));
    }

    static StageView view(Snapshot snapshot, int width, int height) {
        StageLayout layout = StageLayout.of(snapshot, width, height);
        return new StageView(snapshot, layout, Traffic.settled(snapshot, layout, 1), StageView.NONE, StageView.NONE, 1);
    }

    /** A view of a layout, whatever its camera. */
    static StageView view(Snapshot snapshot, StageLayout layout) {
        return new StageView(snapshot, layout, Traffic.settled(snapshot, layout, 1), StageView.NONE, StageView.NONE, 1);
    }

    static SheetView sheet(Timeline run) {
        Snapshot snapshot = run.snapshot();
        ChartView charts =
                ChartView.soFar(run.series(), run.scenario(), run.plan(), run.happenings(), run.clockNanos());
        return SheetView.of(view(snapshot, 800, 600), charts);
    }
}
