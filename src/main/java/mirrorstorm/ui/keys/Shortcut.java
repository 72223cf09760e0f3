package mirrorstorm.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key, with the keys that are held down with it.
 *
 * @param key       a name such as {@code Space}, {@code Right} or {@code S}, or the character that is typed, such as
 *                  {@code <}: which keys make it differs from keyboard to keyboard
 * @param isControl with Ctrl, or Command on a Mac
 */
public record Shortcut(String key, boolean isControl, boolean isShift) {

    private static final Map<KeyCode, String> NAMES = Map.of(
            KeyCode.SPACE, "Space",
            KeyCode.LEFT, "Left",
            KeyCode.RIGHT, "Right",
            KeyCode.UP, "Up",
            KeyCode.DOWN, "Down",
            KeyCode.HOME, "Home",
            KeyCode.END, "End",
            KeyCode.F11, "F11",
            KeyCode.ESCAPE, "Esc",
            KeyCode.ENTER, "Enter");

    /** Keys of one meaning on different parts of a keyboard. */
    private static final Map<KeyCode, String> SIGNS = Map.of(
            KeyCode.EQUALS, "+",
            KeyCode.PLUS, "+",
            KeyCode.ADD, "+",
            KeyCode.MINUS, "-",
            KeyCode.SUBTRACT, "-",
            KeyCode.NUMPAD0, "0");

    /** The key of an event. A sign with Ctrl is the same with Shift, which some keyboards need to make it. */
    public static Shortcut of(KeyEvent event) {
        String sign = event.isShortcutDown() ? SIGNS.get(event.getCode()) : null;
        return sign != null
                ? control(sign)
                : new Shortcut(
                        NAMES.getOrDefault(event.getCode(), event.getCode().getName()),
                        event.isShortcutDown(),
                        event.isShiftDown());
    }

    /** The character that an event typed, if it is no letter or digit. */
    public static Optional<Shortcut> typed(KeyEvent event) {
        Shortcut key = plain(event.getCharacter());
        return !event.isShortcutDown() && !event.isAltDown() && key.isCharacter() ? Optional.of(key) : Optional.empty();
    }

    public static Shortcut plain(String key) {
        return new Shortcut(key, false, false);
    }

    public static Shortcut shift(String key) {
        return new Shortcut(key, false, true);
    }

    public static Shortcut control(String key) {
        return new Shortcut(key, true, false);
    }

    public static Shortcut controlShift(String key) {
        return new Shortcut(key, true, true);
    }

    /** Whether this is a typed character that is no letter, such as {@code <}. */
    public boolean isCharacter() {
        return key.length() == 1 && !Character.isLetterOrDigit(key.charAt(0)) && !isControl;
    }

    /** Such as {@code Ctrl+Shift+S}. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (isControl) {
            parts.add("Ctrl");
        }
        if (isShift) {
            parts.add("Shift");
        }
        parts.add(key);
        return String.join("+", parts);
    }
}
