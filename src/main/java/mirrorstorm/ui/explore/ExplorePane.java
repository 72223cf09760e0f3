package mirrorstorm.ui.explore;

import java.util.OptionalInt;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import mirrorstorm.picture.study.TippingMapPainter;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.study.SaveCommands;
import mirrorstorm.ui.study.StudyPane;
import mirrorstorm.ui.study.StudyPictureView;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.JobViewModel.State;

/** The tipping map of {@link ExploreViewModel}, what is asked beside it, how far it is below. */
public final class ExplorePane {

    private final ExploreViewModel model;
    private final IntConsumer play;
    private final StudyPictureView map;
    private final StudyPane pane;
    private final Label reading = new Label(UiMessages.text("explore.hint"));
    private int hovered = -1;

    /** What the buttons do that is not about the map alone. */
    public record WindowCommands(Runnable start, IntConsumer play, SaveCommands save) {}

    public ExplorePane(ExploreViewModel model, StudyPictureView.Looks looks, WindowCommands commands) {
        this.model = model;
        play = commands.play();
        map = new StudyPictureView(looks, model::picture, model.revisionProperty())
                .whileEmpty("explore.empty", model.job().stateProperty().isEqualTo(State.READY));
        map.painted().setId("explore-map");
        reading.setId("explore-reading");
        reading.getStyleClass().add("hint");
        pane = new StudyPane(ExploreForm.of(model, commands), map, model.job(), "explore", reading);
        follow();
    }

    private void follow() {
        PaintedPane painted = map.painted();
        model.revisionProperty().addListener((property, before, now) -> tell());
        painted.setOnMouseMoved(
                event -> hover(cellAt(event.getX(), event.getY()).orElse(-1)));
        painted.setOnMouseExited(event -> hover(-1));
        painted.setOnMouseClicked(event -> cellAt(event.getX(), event.getY()).ifPresent(play));
    }

    private void hover(int cell) {
        hovered = cell;
        map.painted().setCursor(cell < 0 ? Cursor.DEFAULT : Cursor.HAND);
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
        return TippingMapPainter.cellAt(x, y, columns, rows, map.getWidth(), map.getHeight(), map.pictureScale());
    }

    /** All of it. */
    public Parent root() {
        return pane;
    }

    /** Called once a frame; whether a picture is on its way. */
    public boolean onFrame() {
        return map.onFrame();
    }
}
