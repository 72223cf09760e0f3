package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationsTest {

    private final Notifications messages = new Notifications();
    private final List<String> done = new ArrayList<>();

    private Notification message(String text) {
        return new Notification(text, true, List.of(new Notification.Choice("Do it", () -> done.add(text))));
    }

    private String shown() {
        Notification shown = messages.shownProperty().get();
        return shown == null ? "" : shown.text();
    }

    @Test
    void theLatestIsShownAndTheOthersWaitBehindIt() {
        Notification first = message("first");
        Notification second = message("second");
        messages.tell(first);
        messages.tell(second);
        assertThat(shown()).isEqualTo("second");
        messages.close(second);
        assertThat(shown()).isEqualTo("first");
        messages.close(first);
        assertThat(shown()).isEmpty();
    }

    @Test
    void whatIsChosenIsDoneAndTheMessageCloses() {
        Notification first = message("first");
        messages.tell(first);
        messages.choose(first, first.choices().get(0));
        assertThat(done).containsExactly("first");
        assertThat(shown()).isEmpty();
    }

    @Test
    void theSameWordsAreShownOnce() {
        messages.tell(message("first"));
        messages.tell(message("second"));
        messages.tell(message("first"));
        messages.close(messages.shownProperty().get());
        messages.close(messages.shownProperty().get());
        assertThat(shown()).isEmpty();
    }

    @Test
    void tooManyAreNotKept() {
        for (int i = 0; i <= Notifications.MAX; i++) {
            messages.tell(message("message " + i));
        }
        int open = 0;
        while (messages.shownProperty().get() != null) {
            assertThat(shown()).isNotEqualTo("message 0");
            messages.close(messages.shownProperty().get());
            open++;
        }
        assertThat(open).isEqualTo(Notifications.MAX);
    }
}
