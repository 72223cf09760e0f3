package mirrorstorm.ui.window;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.story.Hint;
import mirrorstorm.ui.words.UiMessages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The uppermost row: menus, what is open and whether it is saved, what to try, what was done lately. */
final class TitleRow extends HBox {

    private final Region menus;

    /** @param ticker what happened last, in what room there is */
    TitleRow(Region menus, Document document, PlaybackViewModel playback, Node ticker, ReadOnlyStringProperty notice) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        this.menus = menus;
        getChildren().addAll(menus, headline(document, playback), gap, ticker, notice(notice));
        getStyleClass().add("title-row");
    }

    /** The scenario's title and, under it, the one line that says what to try. */
    private Node headline(Document document, PlaybackViewModel playback) {
        Label title = new Label();
        title.getStyleClass().add("scenario-title");
        title.textProperty().bind(document.titleProperty());
        Label mark = new Label(UiMessages.text("document.unsaved"));
        mark.getStyleClass().add("unsaved-mark");
        mark.visibleProperty().bind(document.unsavedProperty());
        Label hint = new Label();
        hint.getStyleClass().add("hint");
        playback.viewProperty().addListener((property, before, now) -> hint.setText(Hint.of(now)));
        VBox box = new Headline(new HBox(title, mark), hint);
        box.getStyleClass().add("headline");
        return box;
    }

    private static Node notice(ReadOnlyStringProperty text) {
        Label notice = new Label("", new FontIcon(Feather.CHECK));
        notice.getStyleClass().add("notice");
        notice.setMinWidth(Region.USE_PREF_SIZE);
        notice.textProperty().bind(text);
        notice.visibleProperty().bind(text.isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    /** Gives way last, and only where it is wider than all that the menus leave. */
    private final class Headline extends VBox {

        Headline(Node... lines) {
            super(lines);
        }

        @Override
        protected double computeMinWidth(double height) {
            double room = TitleRow.this.getWidth() - menus.prefWidth(-1) - 4 * spacing();
            return Math.max(0, Math.min(computePrefWidth(height), room));
        }

        private double spacing() {
            return TitleRow.this.getSpacing();
        }
    }
}
