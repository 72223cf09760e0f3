package mirrorstorm.ui.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.chart.Chart;
import mirrorstorm.picture.chart.ChartFan;
import mirrorstorm.picture.chart.ChartOptions;
import mirrorstorm.picture.chart.ChartPainter;
import mirrorstorm.picture.chart.ChartView;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.timeline.TimelineViewModel;
import mirrorstorm.ui.words.UiMessages;

/** The charts on the screen: hands what was measured to the painter a few times a second. */
public final class ChartsPane extends StackPane {

    /** Shortest time between two pictures while the run plays, nanoseconds. */
    private static final long PAUSE_NANOS = 100_000_000L;

    /** How near to the border between two charts the pointer takes hold of it. */
    private static final double GRIP = 7;

    private final ChartsViewModel model;
    private final PlaybackViewModel playback;
    private final TimelineViewModel timeline;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final LongSupplier nanoTime;
    private final PaintedPane picture;
    private final ObjectProperty<List<ChartFan>> fans = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyObjectWrapper<Insets> plotInsets = new ReadOnlyObjectWrapper<>(Insets.EMPTY);
    private final ReadOnlyIntegerWrapper leftOut = new ReadOnlyIntegerWrapper();
    private volatile Geometry geometry = Geometry.NONE;
    private int held = Geometry.NOTHING;
    private boolean isStale = true;
    private long paintedNanos;

    /**
     * @param painter  runs one task at a time
     * @param nanoTime the real world's clock, nanoseconds
     */
    public ChartsPane(
            ChartsViewModel model,
            PlaybackViewModel playback,
            TimelineViewModel timeline,
            ObservableValue<Theme> theme,
            ObservableDoubleValue textScale,
            Executor painter,
            LongSupplier nanoTime) {
        this.model = model;
        this.playback = playback;
        this.timeline = timeline;
        this.theme = theme;
        this.textScale = textScale;
        this.nanoTime = nanoTime;
        picture = new PaintedPane(painter);
        getStyleClass().add("charts");
        getChildren().add(picture);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(UiMessages.text("charts.accessible"));
        listen();
    }

    private void listen() {
        playback.historyProperty().addListener((property, before, now) -> isStale = true);
        timeline.axisProperty().addListener((property, before, now) -> isStale = true);
        timeline.nowProperty().addListener((property, before, now) -> isStale = true);
        timeline.cursorProperty().addListener((property, before, now) -> isStale = true);
        model.optionsProperty().addListener((property, before, now) -> isStale = true);
        fans.addListener((property, before, now) -> isStale = true);
        theme.addListener((property, before, now) -> isStale = true);
        textScale.addListener((property, before, now) -> isStale = true);
        widthProperty().addListener((property, before, now) -> isStale = true);
        heightProperty().addListener((property, before, now) -> isStale = true);
        setOnMouseMoved(event -> {
            setCursor(geometry.borderAt(event.getY(), GRIP) < 0 ? Cursor.DEFAULT : Cursor.V_RESIZE);
            timeline.pointAt(shareAt(event));
        });
        setOnMouseExited(event -> timeline.pointNowhere());
        setOnMousePressed(event -> {
            held = geometry.borderAt(event.getY(), GRIP);
            if (held < 0) {
                timeline.seekTo(shareAt(event));
            }
        });
        setOnMouseReleased(event -> held = Geometry.NOTHING);
        setOnMouseDragged(this::drag);
    }

    private void drag(MouseEvent event) {
        if (held >= 0) {
            List<Chart> charts = geometry.charts();
            model.share(charts.get(held), charts.get(held + 1), geometry.partAbove(held, event.getY()));
        } else {
            timeline.pointAt(shareAt(event));
            timeline.seekTo(shareAt(event));
        }
    }

    /** From where to where a plot reaches, units of the window. */
    private record Span(double top, double bottom) {}

    /** Where in this pane the charts are. */
    private record Geometry(List<Chart> charts, Insets insets, List<Span> plots) {

        static final int NOTHING = -1;
        static final Geometry NONE = new Geometry(List.of(), Insets.EMPTY, List.of());

        /** Which chart's lower border is at {@code y}; {@link #NOTHING} for none that can be moved. */
        int borderAt(double y, double grip) {
            for (int i = 0; i + 1 < plots.size(); i++) {
                if (y > plots.get(i).bottom() && y < plots.get(i).bottom() + grip) {
                    return i;
                }
            }
            return NOTHING;
        }

        /** Which part of a chart and the next one is above {@code y}. */
        double partAbove(int chart, double y) {
            double upper = y - plots.get(chart).top();
            Span below = plots.get(chart + 1);
            double both = plots.get(chart).bottom() - plots.get(chart).top() + below.bottom() - below.top();
            return both > 0 ? upper / both : 0.5;
        }
    }

    private double shareAt(MouseEvent event) {
        Insets insets = plotInsets.get();
        return (event.getX() - insets.getLeft()) / (getWidth() - insets.getLeft() - insets.getRight());
    }

    /** How far the plots stay away from the sides of this pane: what else shares their time axis does so, too. */
    public ReadOnlyObjectProperty<Insets> plotInsetsProperty() {
        return plotInsets.getReadOnlyProperty();
    }

    /** How many of the charts that were chosen have no room. */
    public ReadOnlyIntegerProperty leftOutProperty() {
        return leftOut.getReadOnlyProperty();
    }

    /** The forecasts that are shown. */
    public ObjectProperty<List<ChartFan>> fansProperty() {
        return fans;
    }

    private static Insets insets(Rectangle2D plot, double width, double scale) {
        return new Insets(0, (width - plot.getMaxX()) / scale, 0, plot.getX() / scale);
    }

    /** Called once a frame: shows what was painted and orders the next picture; whether more is to come. */
    public boolean onFrame() {
        picture.onFrame();
        plotInsets.set(geometry.insets());
        leftOut.set(
                geometry.charts().isEmpty()
                        ? 0
                        : model.optionsProperty().get().charts().size()
                                - geometry.charts().size());
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
        RunHistory history = view.history();
        long to = timeline.axisProperty().get().toNanos();
        long cursor = timeline.cursorProperty().get();
        Theme look = theme.getValue();
        double size = textScale.get();
        ChartOptions options = model.optionsProperty().get();
        List<ChartFan> forecasts = fans.get();
        boolean isOrdered = picture.paint((image, scale) -> {
            ChartView charts = new ChartView(
                            history.series(),
                            history.scenario(),
                            history.interventions(),
                            history.logEntries(),
                            0,
                            to,
                            view.timeNanos(),
                            cursor,
                            size * scale,
                            options)
                    .withGhosts(history.branches().chartGhosts())
                    .withFans(forecasts);
            List<Chart> shown = ChartPainter.fitting(options.charts(), image.getHeight(), size * scale);
            Rectangle2D area = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
            clear(image);
            Graphics2D g = image.createGraphics();
            ChartPainter.paint(g, charts, shown, area, look);
            g.dispose();
            Rectangle2D plot = ChartPainter.plotArea(charts, shown, area);
            geometry = new Geometry(
                    shown,
                    insets(plot, image.getWidth(), scale),
                    ChartPainter.plots(charts, shown, area).stream()
                            .map(each -> new Span(each.getY() / scale, each.getMaxY() / scale))
                            .toList());
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
