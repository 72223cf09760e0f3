package mirrorstorm.ui.explore;

import java.awt.Graphics2D;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mirrorstorm.export.MapExport;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.TippingMapPainter;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.ui.explore.ExploreViewModel.State;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.words.Words;

/** The tipping map of {@link ExploreViewModel}, what is asked beside it, how far it is below. */
public final class ExplorePane extends BorderPane {

    private final ExploreViewModel model;
    private final ObservableValue<Theme> theme;
    private final IntConsumer play;
    private final PaintedPane map;
    private final Label reading = new Label();
    private boolean isStale = true;
    private int hovered = -1;

    /** What the buttons do that is not about the map alone. */
    public record Doors(Runnable start, IntConsumer play, Runnable csv, Runnable png) {}

    /** @param painter runs one task at a time */
    public ExplorePane(ExploreViewModel model, ObservableValue<Theme> theme, Executor painter, Doors doors) {
        this.model = model;
        this.theme = theme;
        play = doors.play();
        map = new PaintedPane(painter);
        getStyleClass().add("explore");
        ScrollPane form = new ScrollPane(new ExploreForm(model, doors));
        form.setFitToWidth(true);
        form.setFitToHeight(true);
        form.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setLeft(form);
        setCenter(new StackPane(map, emptyText()));
        setBottom(status());
        reading.setText(Words.text("explore.hint"));
        follow();
    }

    private Node emptyText() {
        Label empty = new Label(Words.text("explore.empty"));
        empty.getStyleClass().add("hint");
        empty.setMouseTransparent(true);
        empty.visibleProperty().bind(model.stateProperty().isEqualTo(State.READY));
        return empty;
    }

    private void follow() {
        model.revisionProperty().addListener((property, before, now) -> stale());
        theme.addListener((property, before, now) -> stale());
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
        reading.setText(text.isEmpty() ? Words.text("explore.hint") : text);
    }

    private OptionalInt cellAt(double x, double y) {
        return model.plan().map(plan -> cellAt(plan, x, y)).orElse(OptionalInt.empty());
    }

    private OptionalInt cellAt(SweepPlan plan, double x, double y) {
        int rows = plan.axes().get(0).values().size();
        int columns = plan.axes().get(1).values().size();
        return TippingMapPainter.cellAt(x, y, columns, rows, map.getWidth(), map.getHeight(), 1);
    }

    private Node status() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        Label far = new Label();
        far.setId("explore-status");
        far.setMinWidth(Region.USE_PREF_SIZE);
        far.textProperty().bind(model.statusProperty());
        reading.setId("explore-reading");
        reading.getStyleClass().add("hint");
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        BooleanBinding isPaused = model.stateProperty().isEqualTo(State.PAUSED);
        BooleanBinding isOpen = model.stateProperty().isEqualTo(State.RUNNING).or(isPaused);
        Button pause = new Button();
        pause.setId("explore-pause");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.textProperty()
                .bind(Bindings.when(isPaused)
                        .then(Words.text("explore.resume"))
                        .otherwise(Words.text("explore.pause")));
        pause.disableProperty().bind(isOpen.not());
        pause.setOnAction(event -> {
            if (isPaused.get()) {
                model.resume();
            } else {
                model.pause();
            }
        });
        Button cancel = new Button(Words.text("explore.cancel"));
        cancel.setId("explore-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.disableProperty().bind(isOpen.not());
        cancel.setOnAction(event -> model.cancel());
        HBox progress = new HBox(bar, far, room, pause, cancel);
        progress.getStyleClass().add("explore-row");
        progress.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(reading, progress);
        box.getStyleClass().add("explore-status");
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
            boolean isTaken = map.paint((image, scale) -> {
                Graphics2D g = image.createGraphics();
                MapExport.paint(g, plan, cells, level, image.getWidth(), image.getHeight(), scale, now);
                g.dispose();
            });
            isStale = !isTaken;
        }
        return isNew || map.isBusy();
    }
}
