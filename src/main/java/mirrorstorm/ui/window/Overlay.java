package mirrorstorm.ui.window;

import atlantafx.base.controls.ModalPane;
import java.util.List;
import javafx.event.EventTarget;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.LayoutPulse;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A card over the window. Nothing stops behind it: what plays goes on. It keeps the focus while it is there, and gives
 * it back when it is closed, with Escape, its button or a click beside it.
 */
final class Overlay {

    private static final String STYLE = "overlay";
    private static final Insets MARGIN = new Insets(24);

    private final ModalPane pane = new ModalPane();
    private @Nullable Node card;
    private @Nullable Node focusedBefore;

    Overlay() {
        pane.getStyleClass().add(STYLE);
        // a ground for cards, and nothing to stop at
        pane.setFocusTraversable(false);
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.displayProperty().addListener((property, before, isShown) -> {
            if (!isShown) {
                giveFocusBack();
            }
        });
        pane.sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                scene.focusOwnerProperty().addListener((owner, lost, now) -> keepFocus(now));
            }
        });
    }

    /** What goes over everything else in the window. */
    Node node() {
        return pane;
    }

    /**
     * Shows a card in place of any other.
     *
     * @param first   what has the focus at first
     * @param buttons along the lower edge, the most likely one last
     */
    void show(String title, Node content, Node first, List<Button> buttons) {
        if (card == null && pane.getScene() != null) {
            focusedBefore = pane.getScene().getFocusOwner();
        }
        VBox box = new VBox(head(title), scrolled(content));
        if (!buttons.isEmpty()) {
            HBox row = new HBox();
            row.getStyleClass().add("overlay-buttons");
            row.getChildren().addAll(buttons);
            box.getChildren().add(row);
        }
        box.getStyleClass().add("overlay-card");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setMargin(box, MARGIN);
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        card = box;
        pane.show(box);
        first.requestFocus();
        focusOnceLaidOut(box, first);
    }

    /** A card that is not laid out yet cannot have the focus. */
    private void focusOnceLaidOut(Node box, Node first) {
        Scene scene = pane.getScene();
        if (scene != null) {
            LayoutPulse.afterNext(scene, () -> {
                if (card == box && !isWithin(box)) {
                    first.requestFocus();
                }
            });
        }
    }

    private boolean isWithin(Node box) {
        Node owner = pane.getScene() == null ? null : pane.getScene().getFocusOwner();
        while (owner != null && owner != box) {
            owner = owner.getParent();
        }
        return owner != null;
    }

    private Node head(String title) {
        Label label = new Label(title);
        label.getStyleClass().add("overlay-title");
        label.setTextAlignment(TextAlignment.LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("icon-button", "flat");
        close.setAccessibleText(UiMessages.text("overlay.close"));
        LazyTooltip.on(close, UiMessages.text("overlay.close.tip"));
        close.setOnAction(event -> close());
        HBox head = new HBox(label, gap, close);
        head.getStyleClass().add("overlay-head");
        return head;
    }

    private static Node scrolled(Node content) {
        if (content instanceof Region region && region.getStyleClass().contains("scrolls-itself")) {
            VBox.setVgrow(region, Priority.ALWAYS);
            return region;
        }
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    /** Closes the card, if there is one. */
    void close() {
        pane.hide(true);
    }

    private void keepFocus(@Nullable Node now) {
        Node shown = card;
        if (shown != null && now != null && !covers(now)) {
            firstIn(shown).requestFocus();
        }
    }

    private static Node firstIn(Node node) {
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstIn(child);
                if (found.isFocusTraversable() && !found.isDisabled() && found.isVisible()) {
                    return found;
                }
            }
        }
        return node;
    }

    private void giveFocusBack() {
        card = null;
        Node before = focusedBefore;
        focusedBefore = null;
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
    }

    /** Whether this is part of a card: its controls need the arrows themselves. */
    static boolean covers(EventTarget target) {
        for (Node node = target instanceof Node start ? start : null; node != null; node = node.getParent()) {
            if (node.getStyleClass().contains(STYLE)) {
                return true;
            }
        }
        return false;
    }
}
