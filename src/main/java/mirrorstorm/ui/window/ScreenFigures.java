package mirrorstorm.ui.window;

import java.util.Optional;
import mirrorstorm.picture.chart.ChartOptions;
import mirrorstorm.picture.chart.ChartView;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.timeline.TimeAxis;

/** Makes a whole picture of what is on the screen, for files. */
final class ScreenFigures {

    /** The picture lays itself out anew in its own size, so any will do here. */
    private static final double SIDE = 1_000;

    private static final long TRAFFIC_SEED = 1;

    private ScreenFigures() {}

    /**
     * The picture of a moment, without what is pointed at.
     *
     * @param options which charts, and how, as on the screen
     * @param shown the layout on the screen, whose camera the picture follows
     */
    static FigureView of(
            RunView view, TimeAxis axis, ChartOptions options, Pick selected, Optional<StageLayout> shown) {
        RunHistory history = view.history();
        StageLayout layout = shown.filter(
                        known -> known.nodeCount() == view.snapshot().nodeCount())
                .orElseGet(() -> StageLayout.of(view.snapshot(), SIDE, SIDE));
        StageView.Marks marks = new StageView.Marks(Pick.nothing(), selected, StageView.NONE, Optional.empty());
        Traffic traffic = Traffic.settled(view.snapshot(), layout, TRAFFIC_SEED);
        StageView stage = new StageView(view.snapshot(), layout, traffic, marks, 1);
        ChartView charts = new ChartView(
                        history.series(),
                        history.scenario(),
                        history.interventions(),
                        history.logEntries(),
                        0,
                        axis.toNanos(),
                        view.timeNanos(),
                        ChartView.NO_CURSOR,
                        1,
                        options)
                .withGhosts(history.branches().chartGhosts());
        return FigureView.of(stage, charts);
    }
}
