package mirrorstorm.picture;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.chart.ChartView;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;

/** Runs to paint. */
public final class Runs {

    public static final long SECOND = 1_000_000_000L;
    public static final long MINUTE = 60 * SECOND;

    private Runs() {}

    /** A run of the twelve nodes at a time. */
    public static Timeline small(long timeNanos) {
        return at(Library.bundled("first-steps"), timeNanos, SECOND);
    }

    /** The cluster of 2011 a minute after the trigger was undone, and before it. */
    public static final Snapshot STORM = storm(12 * MINUTE).snapshot();

    public static final Snapshot CALM = storm(5 * MINUTE).snapshot();

    /** A run of 2011 at a time; its trigger is at ten minutes. */
    public static Timeline storm(long timeNanos) {
        return at(Library.bundled("aws-2011"), timeNanos, MINUTE);
    }

    public static Timeline at(Scenario scenario, long timeNanos, long sampleNanos) {
        Timeline run = new Timeline(scenario, EngineKind.RATES, sampleNanos);
        run.advanceTo(timeNanos);
        return run;
    }

    /** Nodes that are up and volumes that are mirrored, at the start. */
    public static Snapshot calm(int nodes, int racks) {
        Scenario scenario = Scenario.DEFAULTS
                .withLever("cluster.nodes", nodes)
                .withLever("cluster.racks", racks)
                .withLever("cluster.volumes", 5 * nodes);
        return new Timeline(scenario, EngineKind.RATES, MINUTE).snapshot();
    }

    /** A scenario whose first minute has this happen to it. */
    public static Scenario with(Intervention intervention) {
        return Library.bundled("first-steps").withTimeline(List.of(new TimedIntervention(10 * SECOND, intervention)));
    }

    public static Scenario isolating(NodeTarget target) {
        return with(new Intervention.Isolate(target, Duration.ofMinutes(5)));
    }

    public static StageView view(Snapshot snapshot, int width, int height) {
        StageLayout layout = StageLayout.of(snapshot, width, height);
        return new StageView(snapshot, layout, Traffic.settled(snapshot, layout, 1), StageView.NONE, StageView.NONE, 1);
    }

    /** A view of a layout, whatever its camera. */
    public static StageView view(Snapshot snapshot, StageLayout layout) {
        return new StageView(snapshot, layout, Traffic.settled(snapshot, layout, 1), StageView.NONE, StageView.NONE, 1);
    }

    public static FigureView sheet(Timeline run) {
        Snapshot snapshot = run.snapshot();
        ChartView charts =
                ChartView.soFar(run.series(), run.scenario(), run.plan(), run.logEntries(), run.clockNanos());
        return FigureView.of(view(snapshot, 800, 600), charts);
    }
}
