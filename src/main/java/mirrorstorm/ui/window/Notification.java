package mirrorstorm.ui.window;

import java.util.List;

/**
 * Something that stays on the screen until somebody has decided about it or closed it, and never stops what goes on.
 *
 * @param choices what can be done about it; choosing one closes the message
 */
record Notification(String text, boolean isProblem, List<Choice> choices) {

    /** One of the things that can be done. */
    record Choice(String text, Runnable action) {}

    Notification {
        choices = List.copyOf(choices);
    }
}
