package mirrorstorm.ui.compare;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.chart.VariantChartPainter;
import mirrorstorm.picture.chart.VariantView;
import mirrorstorm.picture.study.ComparisonPainter;
import mirrorstorm.picture.study.ComparisonView;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.compare.SideBySide;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.study.SaveCommands;
import mirrorstorm.ui.study.StudyPane;
import mirrorstorm.ui.study.StudyPictureView;
import mirrorstorm.ui.words.UiMessages;

/** The variants of {@link CompareViewModel}: stages above, charts and table below, what is asked beside them. */
public final class ComparePane {

    private static final double STAGES_SHARE = 0.62;

    /** The legend takes no more of what is above the charts: the stages are what is looked at. */
    private static final double LEGEND_SHARE = 0.1;

    private static final double CHARTS_SHARE = 0.44;

    private final CompareViewModel model;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final VariantStages stages;
    private final VBox top = new VBox();
    private final PaintedPane charts;
    private final PaintedPane legend;
    private final StudyPane pane;
    private boolean isChartStale = true;
    private boolean isLegendStale = true;
    private long cursorNanos = -1;

    /** What the buttons do that is not about the view alone. */
    public record WindowCommands(Runnable start, Runnable file, SaveCommands save) {}

    /** @param nanos a clock, for the dots */
    public ComparePane(
            CompareViewModel model, StudyPictureView.Looks looks, LongSupplier nanos, WindowCommands commands) {
        this.model = model;
        theme = looks.theme();
        textScale = looks.textScale();
        stages = new VariantStages(model, theme, textScale, looks.painter(), nanos);
        charts = new PaintedPane(looks.painter());
        legend = new PaintedPane(looks.painter());
        pane = new StudyPane(
                CompareForm.of(model, commands), center(), model.study().job(), "compare");
        follow();
    }

    private Node center() {
        legend.setMinHeight(0);
        StackPane above = new StackPane(stages, emptyText());
        above.setMinHeight(0);
        VBox.setVgrow(above, Priority.ALWAYS);
        top.getChildren().addAll(above, legend, new CompareTransport(model, stages));
        SplitPane below = new SplitPane(charts, new ComparisonTable(model));
        below.setDividerPositions(CHARTS_SHARE);
        SplitPane all = new SplitPane(top, below);
        all.setOrientation(javafx.geometry.Orientation.VERTICAL);
        all.setDividerPositions(STAGES_SHARE);
        all.getStyleClass().add("compare-split");
        return all;
    }

    private Node emptyText() {
        Label empty = new Label(UiMessages.text("compare.empty"));
        empty.getStyleClass().add("hint");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        empty.visibleProperty().bind(model.comparedProperty().isEqualTo(List.of()));
        return empty;
    }

    private void follow() {
        model.comparedProperty().addListener((property, before, now) -> staleAll());
        model.player().shownProperty().addListener((property, before, now) -> isChartStale = true);
        model.knownProperty().addListener((property, before, now) -> isChartStale = true);
        theme.addListener((property, before, now) -> staleAll());
        textScale.addListener((property, before, now) -> staleAll());
        charts.widthProperty().addListener((property, before, now) -> isChartStale = true);
        charts.heightProperty().addListener((property, before, now) -> isChartStale = true);
        legend.widthProperty().addListener((property, before, now) -> isLegendStale = true);
        legend.heightProperty().addListener((property, before, now) -> isLegendStale = true);
        top.heightProperty().addListener((property, before, now) -> isLegendStale = true);
        charts.setOnMouseMoved(event -> pointAt(event.getX()));
        charts.setOnMouseExited(event -> {
            cursorNanos = -1;
            isChartStale = true;
        });
        charts.setOnMousePressed(event -> seekTo(event.getX()));
        charts.setOnMouseDragged(event -> seekTo(event.getX()));
    }

    private void pointAt(double x) {
        chartView(1).ifPresent(view -> {
            cursorNanos = VariantChartPainter.timeAt(view, chartArea(1), x);
            isChartStale = true;
        });
    }

    private void seekTo(double x) {
        chartView(1).ifPresent(view -> model.player().seek(VariantChartPainter.timeAt(view, chartArea(1), x)));
    }

    private void staleAll() {
        isChartStale = true;
        isLegendStale = true;
    }

    /** All of it. */
    public Parent root() {
        return pane;
    }

    /** A key that no field keeps for itself; whether it had a use for it. */
    public boolean pressed(Shortcut key) {
        Optional<CompareKey> use = CompareKey.of(key);
        return use.isPresent() && (played(use.get()) || stages.pressed(use.get(), key));
    }

    private boolean played(CompareKey key) {
        ComparePlayer player = model.player();
        switch (key) {
            case PLAY -> player.togglePlay();
            case ON -> player.jump(1);
            case BACK -> player.jump(-1);
            case TO_START -> player.seek(0);
            case TO_END -> player.seek(player.horizonNanos());
            case SLOWER -> player.slower();
            case FASTER -> player.faster();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Called once a frame; whether pictures are on their way. */
    public boolean onFrame() {
        boolean isBusy = charts.onFrame();
        isBusy |= legend.onFrame();
        isBusy |= stages.onFrame();
        Optional<SideBySide.Frame> moment = model.player().shownProperty().get();
        isBusy |= isLegendStale && moment.isPresent();
        if (moment.isPresent()) {
            paintCharts();
            paintLegend(moment.get().snapshots().get(0));
        }
        return isBusy || charts.isBusy() || legend.isBusy();
    }

    private Rectangle2D chartArea(double scale) {
        return new Rectangle2D.Double(0, 0, charts.getWidth() * scale, charts.getHeight() * scale);
    }

    private Optional<VariantView> chartView(double scale) {
        return model.player()
                .shownProperty()
                .get()
                .map(moment -> new VariantView(
                        moment.series(),
                        model.parted(),
                        Math.max(1, model.player().horizonNanos()),
                        moment.timeNanos(),
                        cursorNanos,
                        textScale.get() * scale));
    }

    private void paintCharts() {
        if (isChartStale && !charts.isBusy()) {
            Theme now = theme.getValue();
            chartView(charts.scale()).ifPresent(view -> {
                isChartStale = !charts.paint((image, scale) -> {
                    Graphics2D g = image.createGraphics();
                    Rectangle2D area = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
                    VariantChartPainter.paint(
                            g, view, VariantChartPainter.fitting(image.getHeight(), view.textScale()), area, now);
                    g.dispose();
                });
            });
        }
    }

    private void paintLegend(Snapshot snapshot) {
        if (isLegendStale && !legend.isBusy()) {
            Theme now = theme.getValue();
            double text = textScale.get();
            double height = ComparisonPainter.legendHeight(
                    snapshot, legend.getWidth(), LEGEND_SHARE * top.getHeight(), text, now);
            if (height != legend.getHeight()) {
                legend.setPrefHeight(height);
                legend.setMinHeight(height);
                legend.setMaxHeight(height);
                return; // painted once it is as high as that
            }
            isLegendStale = !legend.paint((image, scale) -> {
                Graphics2D g = image.createGraphics();
                ComparisonPainter.paintLegend(g, snapshot, image.getWidth(), image.getHeight(), text * scale, now);
                g.dispose();
            });
        }
    }

    /** All of it as a picture; empty before there is anything to see. */
    public Optional<ComparisonView> picture() {
        return model.player().shownProperty().get().flatMap(moment -> chartView(1)
                .map(view -> new ComparisonView(
                        model.comparedProperty().get(),
                        moment,
                        stages.seen(),
                        view,
                        model.knownProperty().get(),
                        model.shadedProperty().get())));
    }
}
