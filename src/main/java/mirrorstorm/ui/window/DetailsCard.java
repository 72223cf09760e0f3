package mirrorstorm.ui.window;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import mirrorstorm.ui.words.UiMessages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Text to be read at leisure, on a card over the window. */
final class DetailsCard {

    private DetailsCard() {}

    /** What may have to be sent to somebody: it can be marked and copied. */
    static void show(Overlay overlay, String title, String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.getStyleClass().addAll("details", "scrolls-itself");
        area.setAccessibleText(title);
        Button copy = new Button(UiMessages.text("details.copy"), new FontIcon(Feather.COPY));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(title + "\n\n" + text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        overlay.show(title, area, area, List.of(copy, close(overlay)));
    }

    /** A few sentences. */
    static void explain(Overlay overlay, String title, String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("explanation", "scrolls-itself");
        Button close = close(overlay);
        overlay.show(title, label, close, List.of(close));
    }

    private static Button close(Overlay overlay) {
        Button close = new Button(UiMessages.text("overlay.close"));
        close.getStyleClass().add("accent");
        close.setOnAction(event -> overlay.close());
        return close;
    }
}
