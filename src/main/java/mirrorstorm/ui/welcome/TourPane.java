package mirrorstorm.ui.welcome;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.welcome.Tour.Step;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/**
 * The callouts of the tour, over the window. A popup of its own would get the window's keys and cover other programs;
 * this is part of the scene, takes no focus, and lets every click beside the callout through.
 */
public final class TourPane extends Pane {

    private static final double GAP = 10;
    private static final double EDGE = 12;

    private final Tour tour;
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label count = new Label();
    private final Button next = button("tour.next");
    private final VBox callout;
    private final Region arrow = new Region();
    /** What it points at. */
    private @Nullable Node target;
    /** How things were when it was last placed. */
    private @Nullable Place placed;

    /** What decides where the callout goes. */
    private record Place(Bounds at, double width, double height, double sceneWidth, double sceneHeight) {}

    public TourPane(Tour tour) {
        this.tour = tour;
        setPickOnBounds(false);
        setManaged(false);
        title.getStyleClass().add("part-title");
        text.setWrapText(true);
        count.getStyleClass().add("hint");
        Button skip = button("tour.skip");
        skip.getStyleClass().add("flat");
        skip.setOnAction(event -> tour.skip());
        next.getStyleClass().add("accent");
        next.setOnAction(event -> tour.goOn());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(count, gap, skip, next);
        buttons.getStyleClass().add("tour-buttons");
        callout = new VBox(title, text, buttons);
        callout.getStyleClass().add("tour-callout");
        arrow.getStyleClass().add("tour-arrow");
        arrow.setMouseTransparent(true);
        getChildren().addAll(callout, arrow);
        tour.stepProperty().addListener((property, before, now) -> show(now.intValue()));
        show(tour.stepProperty().get());
    }

    private static Button button(String key) {
        Button button = new Button(UiMessages.text(key));
        button.setFocusTraversable(false);
        return button;
    }

    private void show(int step) {
        setVisible(step != Tour.OVER);
        if (step != Tour.OVER) {
            Step now = Tour.STEPS.get(step);
            title.setText(now.title());
            text.setText(now.text());
            count.setText(
                    UiMessages.text("tour.count", Integer.toString(step + 1), Integer.toString(Tour.STEPS.size())));
            next.setText(UiMessages.text(step + 1 == Tour.STEPS.size() ? "tour.done" : "tour.next"));
            target = null;
            placed = null;
            follow();
        }
    }

    /** Called once a frame: follows what it points at. Whether that has moved. */
    public boolean onFrame() {
        return isVisible() && follow();
    }

    private boolean follow() {
        Scene scene = getScene();
        if (scene == null) {
            return false;
        }
        Step step = Tour.STEPS.get(tour.stepProperty().get());
        if (target == null || !isSeen(target)) {
            target = target(scene, step).orElse(null); // it costs a walk through the whole scene
        }
        Bounds at = target == null
                ? new BoundingBox(scene.getWidth() / 2, scene.getHeight() / 2, 0, 0)
                : target.localToScene(target.getLayoutBounds());
        double width = callout.prefWidth(-1);
        Place now = new Place(at, width, callout.prefHeight(width), scene.getWidth(), scene.getHeight());
        if (now.equals(placed)) {
            return false;
        }
        placed = now;
        place(step, now);
        return true;
    }

    private void place(Step step, Place now) {
        Bounds at = now.at();
        double width = now.width();
        double height = now.height();
        double x;
        double y;
        switch (step.side()) {
            case INSIDE -> {
                // over the nodes that come last, so that headline, control plane and legend can be read with it
                x = at.getMaxX() - width - EDGE;
                y = at.getMaxY() - height;
            }
            case ABOVE -> {
                x = at.getMinX() + at.getWidth() * 0.12;
                y = at.getMinY() - height - GAP;
            }
            default -> {
                x = at.getMinX() - width - GAP;
                y = at.getCenterY() - height / 2;
            }
        }
        x = Math.rint(Math.max(EDGE, Math.min(now.sceneWidth() - width - EDGE, x)));
        y = Math.rint(Math.max(EDGE, Math.min(now.sceneHeight() - height - EDGE, y)));
        callout.resizeRelocate(x, y, width, height);
        point(step, at, x, y, width, height);
    }

    private void point(Step step, Bounds at, double x, double y, double width, double height) {
        double side = arrow.prefWidth(-1);
        arrow.resize(side, side);
        switch (step.side()) {
            case INSIDE -> arrow.relocate(x - side / 2, y + 2 * side);
            case ABOVE -> arrow.relocate(x + 2 * side, y + height - side / 2);
            default -> {
                double middle = Math.max(y + side, Math.min(y + height - 2 * side, at.getCenterY() - side / 2));
                arrow.relocate(x + width - side / 2, middle);
            }
        }
    }

    private static Optional<Node> target(Scene scene, Step step) {
        return step.targets().stream()
                .map(scene.getRoot()::lookup)
                .filter(node -> node != null && isSeen(node))
                .findFirst();
    }

    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
