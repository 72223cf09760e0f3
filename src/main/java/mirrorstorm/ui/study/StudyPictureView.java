package mirrorstorm.ui.study;

import java.awt.Graphics2D;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import mirrorstorm.export.StudyPicture;
import mirrorstorm.picture.Theme;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.PictureScale;

/** The {@link StudyPicture} of what a study has found, painted anew whenever something of it has changed. */
public final class StudyPictureView extends StackPane {

    private final Looks looks;
    private final Supplier<Optional<StudyPicture>> picture;
    private final PaintedPane painted;
    private boolean isStale = true;

    /**
     * How pictures look in a window.
     *
     * @param textScale size of text that is wanted
     * @param painter   runs one task at a time
     */
    public record Looks(ObservableValue<Theme> theme, ObservableDoubleValue textScale, Executor painter) {}

    /**
     * @param picture of what is known by now; empty before there is anything to see
     * @param changes what the picture depends on
     */
    public StudyPictureView(Looks looks, Supplier<Optional<StudyPicture>> picture, ObservableValue<?>... changes) {
        this.looks = looks;
        this.picture = picture;
        painted = new PaintedPane(looks.painter());
        getChildren().add(painted);
        staleWith(changes);
        staleWith(looks.theme(), looks.textScale(), painted.widthProperty(), painted.heightProperty());
    }

    private void staleWith(ObservableValue<?>... changes) {
        for (ObservableValue<?> each : changes) {
            each.addListener((property, before, now) -> isStale = true);
        }
    }

    /** What stands there while there is nothing to see. */
    public StudyPictureView whileEmpty(String key, ObservableBooleanValue isEmpty) {
        Label empty = new Label(UiMessages.text(key));
        empty.getStyleClass().add("hint");
        empty.setMouseTransparent(true);
        empty.visibleProperty().bind(isEmpty);
        getChildren().add(empty);
        return this;
    }

    /** The pane itself, for who points at it. */
    public PaintedPane painted() {
        return painted;
    }

    /** How large text is in it. */
    public double pictureScale() {
        return PictureScale.of(
                painted.getWidth(), painted.getHeight(), looks.textScale().get());
    }

    /** Called once a frame; whether a picture is on its way. */
    public boolean onFrame() {
        boolean isNew = painted.onFrame();
        if (isStale && !painted.isBusy()) {
            isStale = !picture.get().map(this::paint).orElse(false);
        }
        return isNew || painted.isBusy();
    }

    private boolean paint(StudyPicture of) {
        Theme now = looks.theme().getValue();
        double text = pictureScale();
        return painted.paint((image, scale) -> {
            Graphics2D g = image.createGraphics();
            of.paint(g, image.getWidth(), image.getHeight(), text * scale, now);
            g.dispose();
        });
    }
}
