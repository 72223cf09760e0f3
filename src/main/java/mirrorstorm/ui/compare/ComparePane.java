package mirrorstorm.ui.compare;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mirrorstorm.picture.ComparisonPainter;
import mirrorstorm.picture.ComparisonView;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.VariantChartPainter;
import mirrorstorm.picture.VariantView;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.compare.Difference;
import mirrorstorm.run.compare.SideBySide;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.words.Words;
import mirrorstorm.ui.work.WorkBar;

/** The variants of {@link CompareViewModel}: stages above, charts and table below, what is asked beside them. */
public final class ComparePane extends BorderPane {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double STAGES_SHARE = 0.57;
    private static final double CHARTS_SHARE = 0.44;

    private final CompareViewModel model;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final LongSupplier nanos;
    private final Executor painter;
    private final GridPane grid = new GridPane();
    private final PaintedPane charts;
    private final PaintedPane legend;
    private final List<VariantStage> stages = new ArrayList<>();
    private boolean[] isStale = new boolean[0];
    private boolean isChartStale = true;
    private boolean isLegendStale = true;
    private long cursorNanos = -1;
    private long paintedNanos;

    /** What the buttons do that is not about the view alone. */
    public record Doors(Runnable start, Runnable file, Runnable png, Runnable csv, Runnable json) {}

    /**
     * @param painter runs one task at a time
     * @param nanos   a clock, for the dots
     */
    public ComparePane(
            CompareViewModel model,
            ObservableValue<Theme> theme,
            ObservableDoubleValue textScale,
            Executor painter,
            LongSupplier nanos,
            Doors doors) {
        this.model = model;
        this.theme = theme;
        this.textScale = textScale;
        this.painter = painter;
        this.nanos = nanos;
        charts = new PaintedPane(painter);
        legend = new PaintedPane(painter);
        getStyleClass().add("work");
        ScrollPane form = new ScrollPane(CompareForm.of(model, doors));
        form.setFitToWidth(true);
        form.setFitToHeight(true);
        form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setLeft(form);
        setCenter(center());
        VBox status = new VBox(new WorkBar(model.work(), "compare"));
        status.getStyleClass().add("work-status");
        setBottom(status);
        follow();
    }

    private Node center() {
        grid.getStyleClass().add("variant-grid");
        VBox.setVgrow(grid, Priority.ALWAYS);
        legend.setMinHeight(0);
        StackPane above = new StackPane(grid, emptyText());
        above.setMinHeight(0);
        VBox.setVgrow(above, Priority.ALWAYS);
        VBox top = new VBox(above, legend, new CompareTransport(model));
        SplitPane below = new SplitPane(charts, new ComparisonTable(model));
        below.setDividerPositions(CHARTS_SHARE);
        SplitPane all = new SplitPane(top, below);
        all.setOrientation(javafx.geometry.Orientation.VERTICAL);
        all.setDividerPositions(STAGES_SHARE);
        all.getStyleClass().add("compare-split");
        return all;
    }

    private Node emptyText() {
        Label empty = new Label(Words.text("compare.empty"));
        empty.getStyleClass().add("hint");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        empty.visibleProperty().bind(model.comparedProperty().isEqualTo(List.of()));
        return empty;
    }

    private void follow() {
        model.comparedProperty().addListener((property, before, now) -> arrange(now));
        model.player().shownProperty().addListener((property, before, now) -> stale());
        model.shadedProperty().addListener((property, before, now) -> stale());
        model.knownProperty().addListener((property, before, now) -> isChartStale = true);
        theme.addListener((property, before, now) -> staleAll());
        textScale.addListener((property, before, now) -> staleAll());
        charts.widthProperty().addListener((property, before, now) -> isChartStale = true);
        charts.heightProperty().addListener((property, before, now) -> isChartStale = true);
        legend.widthProperty().addListener((property, before, now) -> isLegendStale = true);
        legend.heightProperty().addListener((property, before, now) -> isLegendStale = true);
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

    private void stale() {
        Arrays.fill(isStale, true);
        isChartStale = true;
    }

    private void staleAll() {
        stale();
        isLegendStale = true;
    }

    private void arrange(List<Variant> variants) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        stages.clear();
        int columns = ComparisonView.columns(variants.size());
        int rows = columns == 0 ? 0 : (variants.size() + columns - 1) / columns;
        for (int column = 0; column < columns; column++) {
            ColumnConstraints part = new ColumnConstraints();
            part.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(part);
        }
        for (int row = 0; row < rows; row++) {
            RowConstraints part = new RowConstraints();
            part.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(part);
        }
        isStale = new boolean[variants.size()];
        for (int i = 0; i < variants.size(); i++) {
            int variant = i;
            VariantStage stage = new VariantStage(i, variants.get(i).label(), painter);
            stage.pane().widthProperty().addListener((property, before, now) -> isStale[variant] = true);
            stage.pane().heightProperty().addListener((property, before, now) -> isStale[variant] = true);
            stages.add(stage);
            grid.add(stage, i % columns, i / columns);
        }
        staleAll();
    }

    /** Called once a frame; whether pictures are on their way. */
    public boolean onFrame() {
        boolean isBusy = charts.onFrame();
        isBusy |= legend.onFrame();
        for (VariantStage stage : stages) {
            isBusy |= stage.pane().onFrame();
            isBusy |= stage.pane().isBusy();
        }
        isBusy |= isLegendStale && !stages.isEmpty();
        Optional<SideBySide.Moment> moment = model.player().shownProperty().get();
        if (moment.isPresent() && moment.get().snapshots().size() == stages.size()) {
            boolean isAnyBusy = stages.stream().anyMatch(stage -> stage.pane().isBusy());
            if (!isAnyBusy) {
                paintStages(moment.get());
            }
            paintCharts();
            paintLegend(moment.get().snapshots().get(0));
        }
        return isBusy || charts.isBusy() || legend.isBusy();
    }

    /** All of one moment, or none: the stages never show different ones. */
    private void paintStages(SideBySide.Moment moment) {
        boolean isPlaying = model.player().playingProperty().get();
        long now = nanos.getAsLong();
        double seconds = (now - paintedNanos) / NANOS_PER_SECOND;
        for (int i = 0; i < stages.size(); i++) {
            if (!isStale[i]) {
                continue;
            }
            Snapshot snapshot = moment.snapshots().get(i);
            Optional<Difference> difference =
                    i == 0 ? Optional.empty() : Optional.of(moment.differences().get(i));
            boolean isShaded = model.shadedProperty().get();
            isStale[i] = !stages.get(i)
                    .paint(new VariantStage.Order(
                            snapshot,
                            difference.filter(some -> isShaded),
                            isPlaying,
                            seconds,
                            theme.getValue(),
                            textScale.get()));
            stages.get(i).tell(difference);
            paintedNanos = now;
        }
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
            double height = ComparisonPainter.legendHeight(snapshot, legend.getWidth(), text, now);
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
                        view,
                        model.knownProperty().get(),
                        model.shadedProperty().get())));
    }
}
