package mirrorstorm.ui.window;

import java.util.Locale;

/** Light or dark, or whatever the system is. */
enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK;

    /** The look of that name, or the system's. */
    static ThemeChoice of(String name) {
        for (ThemeChoice look : values()) {
            if (look.key().equals(name)) {
                return look;
            }
        }
        return SYSTEM;
    }

    /** Its name in preferences, and the end of its key among the words. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
