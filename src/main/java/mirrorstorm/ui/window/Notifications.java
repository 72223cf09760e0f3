package mirrorstorm.ui.window;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The messages that nobody has closed yet: the latest is shown, the others wait behind it. FX thread. */
final class Notifications {

    /** More than so many are not read; the oldest go. */
    static final int MAX = 8;

    private final Deque<Notification> open = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Notification> shown = new ReadOnlyObjectWrapper<>();

    /** Shows it over those that are open. The same words again change nothing. */
    void tell(Notification message) {
        open.removeIf(earlier -> earlier.text().equals(message.text()));
        if (open.size() == MAX) {
            open.removeLast();
        }
        open.addFirst(message);
        refresh();
    }

    /** Closes it, wherever it is. */
    void close(Notification message) {
        open.remove(message);
        refresh();
    }

    /** Does what was chosen, once the message is closed. */
    void choose(Notification message, Notification.Choice choice) {
        close(message);
        choice.action().run();
    }

    private void refresh() {
        shown.set(open.peekFirst());
    }

    /** The message to be seen; no value if there is none. */
    ReadOnlyObjectProperty<Notification> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
