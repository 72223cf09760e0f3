package mirrorstorm.ui.explore;

import java.awt.Graphics2D;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mirrorstorm.export.MapExport;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.study.TippingMapPainter;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.BackgroundJob.State;
import mirrorstorm.ui.work.JobProgressBar;
import mirrorstorm.ui.work.PictureScale;

/** The tipping map of {@link ExploreViewModel}, what is asked beside it, how far it is below. */
public final class ExplorePane extends BorderPane {

    private final ExploreViewModel model;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final IntConsumer play;
    private final PaintedPane map;
    private final Label reading = new Label();
    private boolean isStale = true;
    private int hovered = -1;

    /** What the buttons do that is not about the map alone. */
    public record WindowCommands(Runnable start, IntConsumer play, Runnable csv, Runnable json, Runnable png) {}

    /** @param painter runs one task at a time */
    public ExplorePane(
            ExploreViewModel model,
            ObservableValue<Theme> theme,
            ObservableDoubleValue textScale,
            Executor painter,
            WindowCommands commands) {
        this.model = model;
        this.theme = theme;
        this.textScale = textScale;
        play = commands.play();
        map = new PaintedPane(painter);
        map.setId("explore-map");
        getStyleClass().add("work");
        ScrollPane form = new ScrollPane(ExploreForm.of(model, commands));
        form.setFitToWidth(true);
        form.setFitToHeight(true);
        form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setLeft(form);
        setCenter(new StackPane(map, emptyText()));
        setBottom(status());
        reading.setText(UiMessages.text("explore.hint"));
        follow();
    }

    private Node emptyText() {
        Label empty = new Label(UiMessages.text("explore.empty"));
        empty.getStyleClass().add("hint");
        empty.setMouseTransparent(true);
        empty.visibleProperty().bind(model.work().stateProperty().isEqualTo(State.READY));
        return empty;
    }

    private void follow() {
        model.revisionProperty().addListener((property, before, now) -> stale());
        theme.addListener((property, before, now) -> stale());
        textScale.addListener((property, before, now) -> stale());
        map.widthProperty().addListener((property, before, now) -> stale());
        map.heightProperty().addListener((property, before, now) -> stale());
        map.setOnMouseMoved(event -> hover(cellAt(event.getX(), event.getY()).orElse(-1)));
        map.setOnMouseExited(event -> hover(-1));
        map.setOnMouseClicked(event -> cellAt(event.getX(), event.getY()).ifPresent(play));
    }

    private void stale() {
        isStale = true;
        tell();
    }

    private void hover(int cell) {
        hovered = cell;
        map.setCursor(cell < 0 ? Cursor.DEFAULT : Cursor.HAND);
        tell();
    }

    private void tell() {
        String text = model.cellText(hovered);
        reading.setText(text.isEmpty() ? UiMessages.text("explore.hint") : text);
    }

    private OptionalInt cellAt(double x, double y) {
        return model.plan().map(plan -> cellAt(plan, x, y)).orElse(OptionalInt.empty());
    }

    private OptionalInt cellAt(SweepPlan plan, double x, double y) {
        int rows = plan.axes().get(0).values().size();
        int columns = plan.axes().get(1).values().size();
        return TippingMapPainter.cellAt(x, y, columns, rows, map.getWidth(), map.getHeight(), pictureScale());
    }

    private double pictureScale() {
        return PictureScale.of(map.getWidth(), map.getHeight(), textScale.get());
    }

    private Node status() {
        reading.setId("explore-reading");
        reading.getStyleClass().add("hint");
        VBox box = new VBox(reading, new JobProgressBar(model.work(), "explore"));
        box.getStyleClass().add("work-status");
        return box;
    }

    /** Called once a frame; whether a picture is on its way. */
    public boolean onFrame() {
        boolean isNew = map.onFrame();
        if (isStale && model.plan().isPresent() && !map.isBusy()) {
            SweepPlan plan = model.plan().get();
            List<Cell> cells = model.cells();
            Theme now = theme.getValue();
            double level = MapExport.level(plan.measure());
            double text = pictureScale();
            boolean isTaken = map.paint((image, scale) -> {
                Graphics2D g = image.createGraphics();
                MapExport.paint(g, plan, cells, level, image.getWidth(), image.getHeight(), text * scale, now);
                g.dispose();
            });
            isStale = !isTaken;
        }
        return isNew || map.isBusy();
    }
}
