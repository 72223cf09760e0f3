package mirrorstorm.ui.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import mirrorstorm.picture.Chart;
import mirrorstorm.picture.ChartPainter;
import mirrorstorm.picture.ChartView;
import mirrorstorm.picture.Theme;
import mirrorstorm.ui.playback.Course;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.timeline.TimelineViewModel;
import mirrorstorm.ui.words.Words;

/** The charts on the screen: hands what was measured to the painter a few times a second. */
public final class ChartsPane extends StackPane {

    /** Shortest time between two pictures while the run plays, nanoseconds. */
    private static final long PAUSE_NANOS = 100_000_000L;

    private static final List<Chart> CHARTS = List.of(Chart.VOLUMES, Chart.PROBES, Chart.ROOM);

    private final PlaybackViewModel playback;
    private final TimelineViewModel timeline;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final LongSupplier nanoTime;
    private final PaintedPane picture;
    private final ReadOnlyObjectWrapper<Insets> plotInsets = new ReadOnlyObjectWrapper<>(Insets.EMPTY);
    private volatile Insets plot = Insets.EMPTY;
    private boolean isStale = true;
    private long paintedNanos;

    /**
     * @param painter  runs one task at a time
     * @param nanoTime the real world's clock, nanoseconds
     */
    public ChartsPane(
            PlaybackViewModel playback,
            TimelineViewModel timeline,
            ObservableValue<Theme> theme,
            ObservableDoubleValue textScale,
            Executor painter,
            LongSupplier nanoTime) {
        this.playback = playback;
        this.timeline = timeline;
        this.theme = theme;
        this.textScale = textScale;
        this.nanoTime = nanoTime;
        picture = new PaintedPane(painter);
        getStyleClass().add("charts");
        getChildren().add(picture);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Words.text("charts.accessible"));
        listen();
    }

    private void listen() {
        playback.courseProperty().addListener((property, before, now) -> isStale = true);
        timeline.axisProperty().addListener((property, before, now) -> isStale = true);
        timeline.nowProperty().addListener((property, before, now) -> isStale = true);
        timeline.cursorProperty().addListener((property, before, now) -> isStale = true);
        theme.addListener((property, before, now) -> isStale = true);
        textScale.addListener((property, before, now) -> isStale = true);
        widthProperty().addListener((property, before, now) -> isStale = true);
        heightProperty().addListener((property, before, now) -> isStale = true);
        setOnMouseMoved(event -> timeline.pointAt(shareAt(event)));
        setOnMouseExited(event -> timeline.pointNowhere());
        setOnMousePressed(event -> timeline.seekTo(shareAt(event)));
        setOnMouseDragged(event -> {
            timeline.pointAt(shareAt(event));
            timeline.seekTo(shareAt(event));
        });
    }

    private double shareAt(MouseEvent event) {
        Insets insets = plotInsets.get();
        return (event.getX() - insets.getLeft()) / (getWidth() - insets.getLeft() - insets.getRight());
    }

    /** How far the plots stay away from the sides of this pane: what else shares their time axis does so, too. */
    public ReadOnlyObjectProperty<Insets> plotInsetsProperty() {
        return plotInsets.getReadOnlyProperty();
    }

    private static Insets insets(Rectangle2D plot, double width, double scale) {
        return new Insets(0, (width - plot.getMaxX()) / scale, 0, plot.getX() / scale);
    }

    /** Called once a frame: shows what was painted and orders the next picture; whether more is to come. */
    public boolean onFrame() {
        picture.onFrame();
        plotInsets.set(plot);
        if (!isVisible() || playback.view().isEmpty()) {
            return false;
        }
        RunView view = playback.view().get();
        boolean isPointedAt = timeline.cursorProperty().get() >= 0;
        boolean isDue = !view.isPlaying() || isPointedAt || nanoTime.getAsLong() - paintedNanos >= PAUSE_NANOS;
        if (isStale && isDue && !picture.isBusy()) {
            order(view);
        }
        return isStale || picture.isBusy();
    }

    private void order(RunView view) {
        Course course = view.course();
        long to = timeline.axisProperty().get().toNanos();
        long cursor = timeline.cursorProperty().get();
        Theme look = theme.getValue();
        double size = textScale.get();
        boolean isOrdered = picture.paint((image, scale) -> {
            ChartView charts = new ChartView(
                    course.series(),
                    course.scenario(),
                    course.moves(),
                    course.happenings(),
                    0,
                    to,
                    view.timeNanos(),
                    cursor,
                    size * scale);
            Rectangle2D area = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
            clear(image);
            Graphics2D g = image.createGraphics();
            ChartPainter.paint(g, charts, CHARTS, area, look);
            g.dispose();
            plot = insets(ChartPainter.plotArea(charts, CHARTS, area), image.getWidth(), scale);
        });
        if (isOrdered) {
            paintedNanos = nanoTime.getAsLong();
            isStale = false;
        }
    }

    /** The window's own ground is behind the charts. */
    private static void clear(BufferedImage image) {
        Arrays.fill(((DataBufferInt) image.getRaster().getDataBuffer()).getData(), 0);
    }
}
