package mirrorstorm.ui.window;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.words.UiMessages;

/**
 * One thing that can be done in the window. Menus, buttons, tooltips, keys and the sheet of shortcuts all come from
 * it.
 *
 * @param id      its words are {@code action.ID} and, where there is more to say, {@code action.ID.help}
 * @param place   the menu that it is in
 * @param enabled when it can be done
 * @param chosen  for what is on or off: whether it is on
 */
record Action(
        String id,
        Place place,
        Optional<Shortcut> key,
        ObservableBooleanValue enabled,
        Optional<BooleanProperty> chosen,
        Runnable command) {

    /** The menus, in order; the sheet of shortcuts has the same parts. */
    enum Place {
        FILE,
        EDIT,
        VIEW,
        /** A menu within the one before: which charts are shown. */
        CHARTS,
        RUN,
        CLUSTER,
        TOOLS,
        HELP
    }

    /** What it is called. */
    String text() {
        return UiMessages.text("action." + id);
    }

    /** What it does and its key, for a tooltip. */
    String tip() {
        String help = UiMessages.has("action." + id + ".help") ? UiMessages.text("action." + id + ".help") : text();
        return key.map(shortcut -> UiMessages.text("action.tip", help, shortcut.text()))
                .orElse(help);
    }

    /** Does it, if it can be done now. */
    void run() {
        if (enabled.get()) {
            command.run();
        }
    }
}
