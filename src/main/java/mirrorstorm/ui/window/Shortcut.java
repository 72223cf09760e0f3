package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.List;

/**
 * A key, with the keys that are held down with it.
 *
 * @param key       a name such as {@code Space}, {@code Right} or {@code S}, or the character that is typed, such as
 *                  {@code <}: which keys make it differs from keyboard to keyboard
 * @param isControl with Ctrl, or Command on a Mac
 */
record Shortcut(String key, boolean isControl, boolean isShift) {

    static Shortcut plain(String key) {
        return new Shortcut(key, false, false);
    }

    static Shortcut shift(String key) {
        return new Shortcut(key, false, true);
    }

    static Shortcut control(String key) {
        return new Shortcut(key, true, false);
    }

    static Shortcut controlShift(String key) {
        return new Shortcut(key, true, true);
    }

    /** Whether this is a typed character that is no letter, such as {@code <}. */
    boolean isCharacter() {
        return key.length() == 1 && !Character.isLetterOrDigit(key.charAt(0)) && !isControl;
    }

    /** Such as {@code Ctrl+Shift+S}. */
    String text() {
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
