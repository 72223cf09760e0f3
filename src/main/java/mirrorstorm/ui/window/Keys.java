package mirrorstorm.ui.window;

import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import mirrorstorm.ui.keys.Shortcut;

/**
 * Sends keys to actions before any control sees them, so that Space pauses whatever has the focus. Text fields keep
 * what is typed into them; sliders and lists keep the arrows. A button is pressed with Enter.
 */
final class Keys {

    /** With Ctrl they belong to the text in a field. */
    private static final Set<String> TEXT_KEYS = Set.of("Z", "Y", "A", "C", "V", "X", "Left", "Right", "Home", "End");

    private final Actions actions;

    private Keys(Actions actions) {
        this.actions = actions;
    }

    /**
     * Listens to all keys of a scene.
     *
     * @param home what has the focus once a slider has been moved with the mouse: whoever works with the mouse wants
     *             the arrows to step
     */
    static void install(Scene scene, Actions actions, Node home) {
        Keys keys = new Keys(actions);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (scene.getFocusOwner() instanceof Slider) {
                home.requestFocus();
            }
        });
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            event.consume();
            return;
        }
        Shortcut key = Shortcut.of(event);
        if (!isKept(key, event.getTarget())) {
            run(actions.with(key), event);
        }
    }

    /** What comes of Shift and Alt is known only here. */
    private void typed(KeyEvent event) {
        if (!(event.getTarget() instanceof TextInputControl)) {
            run(Shortcut.typed(event).flatMap(actions::with), event);
        }
    }

    private static void run(Optional<Action> action, Event event) {
        action.ifPresent(found -> {
            found.run();
            event.consume();
        });
    }

    /** Whether the control that has the focus needs the key itself. */
    private static boolean isKept(Shortcut key, EventTarget target) {
        if (target instanceof TextInputControl) {
            boolean isEditing = TEXT_KEYS.contains(key.key()) && key.isControl();
            boolean isFunction = key.key().startsWith("F") && key.key().length() > 1;
            return isEditing || (!key.isControl() && !isFunction);
        }
        if (Overlay.covers(target)) {
            return !key.isControl() && !key.key().equals("Space");
        }
        boolean isMove = !key.key().equals("Space") && !key.isControl();
        boolean isSideways = key.key().equals("Left") || key.key().equals("Right");
        boolean movesItself = target instanceof Slider
                || target instanceof ListView<?>
                || target instanceof MenuButton
                || (target instanceof ComboBoxBase<?> && !isSideways);
        return movesItself && isMove;
    }

    /** Shows a key in a menu without letting the menu listen to it: keys come here first. */
    static KeyCombination shown(Shortcut key) {
        return new ShownKey(key.text());
    }

    private static final class ShownKey extends KeyCombination {

        private final String text;

        ShownKey(String text) {
            this.text = text;
        }

        @Override
        public boolean match(KeyEvent event) {
            return false;
        }

        @Override
        public String getDisplayText() {
            return text;
        }

        @Override
        public String getName() {
            return text;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ShownKey key && key.text.equals(text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }
}
