package mirrorstorm.ui.window;

import java.util.Optional;
import mirrorstorm.picture.ChartOptions;
import mirrorstorm.picture.ChartView;
import mirrorstorm.picture.Pick;
import mirrorstorm.picture.SheetView;
import mirrorstorm.picture.StageLayout;
import mirrorstorm.picture.StageView;
import mirrorstorm.picture.Traffic;
import mirrorstorm.ui.playback.CourseView;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.timeline.TimeAxis;

/** Makes a whole picture of what is on the screen, for files. */
final class Sheets {

    /** The picture lays itself out anew in its own size, so any will do here. */
    private static final double SIDE = 1_000;

    private static final long TRAFFIC_SEED = 1;

    private Sheets() {}

    /**
     * The picture of a moment, without what is pointed at.
     *
     * @param options which charts, and how, as on the screen
     * @param shown the layout on the screen, whose camera the picture follows
     */
    static SheetView of(RunView view, TimeAxis axis, ChartOptions options, Pick selected, Optional<StageLayout> shown) {
        CourseView course = view.course();
        StageLayout layout = shown.filter(
                        known -> known.nodeCount() == view.snapshot().nodeCount())
                .orElseGet(() -> StageLayout.of(view.snapshot(), SIDE, SIDE));
        StageView.Marks marks = new StageView.Marks(Pick.nothing(), selected, StageView.NONE, Optional.empty());
        Traffic traffic = Traffic.settled(view.snapshot(), layout, TRAFFIC_SEED);
        StageView stage = new StageView(view.snapshot(), layout, traffic, marks, 1);
        ChartView charts = new ChartView(
                        course.series(),
                        course.scenario(),
                        course.moves(),
                        course.happenings(),
                        0,
                        axis.toNanos(),
                        view.timeNanos(),
                        ChartView.NO_CURSOR,
                        1,
                        options)
                .withGhosts(course.branches().chartGhosts());
        return SheetView.of(stage, charts);
    }
}
