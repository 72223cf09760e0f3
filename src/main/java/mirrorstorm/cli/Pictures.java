package mirrorstorm.cli;

import java.io.IOException;
import java.nio.file.Path;
import mirrorstorm.export.PictureExport;
import mirrorstorm.model.EngineKind;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.chart.ChartView;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Scenario;

/**
 * Draws a run without a screen: as the window would show it at a moment. It makes the run for itself, which gives
 * the same one again.
 */
final class Pictures {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;

    /** The dots in a picture are a sample of the failing probes; any number will do. */
    private static final long TRAFFIC_SEED = 1;

    /** Samples that the charts show, at least: about one for each of their pixels. */
    private static final int SAMPLES_MIN = 600;

    private final Timeline timeline;

    /** @param sampleNanos spacing of what the charts show, nanoseconds; less in a run that is short for it */
    Pictures(Scenario scenario, EngineKind engine, long sampleNanos) {
        long finestNanos = Math.max(1, scenario.horizon().toNanos() / SAMPLES_MIN);
        timeline = new Timeline(scenario, engine, Math.min(sampleNanos, finestNanos));
    }

    /**
     * Writes the picture of a moment as PNG.
     *
     * @param atNanos simulated time; not before that of the picture before
     * @throws IOException if it cannot be written
     */
    void writePng(long atNanos, Path file) throws IOException {
        timeline.advanceTo(atNanos);
        Snapshot snapshot = timeline.snapshot();
        StageLayout layout = StageLayout.of(snapshot, WIDTH, HEIGHT);
        Traffic traffic = Traffic.settled(snapshot, layout, TRAFFIC_SEED);
        StageView stage = new StageView(snapshot, layout, traffic, StageView.NONE, StageView.NONE, 1);
        ChartView charts = ChartView.soFar(
                timeline.series(), timeline.scenario(), timeline.plan(), timeline.logEntries(), atNanos);
        PictureExport.writePng(FigureView.of(stage, charts), WIDTH, HEIGHT, Theme.LIGHT, file);
    }
}
