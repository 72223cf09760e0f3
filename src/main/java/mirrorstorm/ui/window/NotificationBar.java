package mirrorstorm.ui.window;

import java.util.List;
import javafx.scene.Node;
import mirrorstorm.ui.words.UiMessages;
import org.controlsfx.control.NotificationPane;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows messages along the lower edge of what it wraps, where they cover nothing that is worked with. */
final class NotificationBar extends NotificationPane {

    private final Notifications messages;
    private @Nullable Notification current;

    NotificationBar(Node content, Notifications messages) {
        super(content);
        this.messages = messages;
        setShowFromTop(false);
        setCloseButtonVisible(true);
        // a ground for what is shown, and nothing to stop at
        setFocusTraversable(false);
        getStyleClass().add("message-bar");
        setOnHidden(event -> closed());
        messages.shownProperty().addListener((property, before, now) -> follow(now));
    }

    private void follow(@Nullable Notification now) {
        current = now;
        if (now == null) {
            hide();
            return;
        }
        setText(now.text());
        setGraphic(new FontIcon(now.isProblem() ? Feather.ALERT_TRIANGLE : Feather.INFO));
        List<Action> buttons = now.choices().stream()
                .map(choice -> new Action(choice.text(), event -> messages.choose(now, choice)))
                .toList();
        getActions().setAll(buttons);
        setAccessibleText(UiMessages.text("message.accessible", now.text()));
        if (!isShowing()) {
            show();
        }
    }

    /** Somebody has closed the bar with its own button. */
    private void closed() {
        Notification gone = current;
        if (gone != null) {
            messages.close(gone);
        }
    }
}
