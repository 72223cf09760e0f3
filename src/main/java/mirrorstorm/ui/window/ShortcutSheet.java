package mirrorstorm.ui.window;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import mirrorstorm.ui.window.Action.Place;
import mirrorstorm.ui.words.Words;

/** The sheet of all keys, by menu, made of the actions. */
final class ShortcutSheet {

    private ShortcutSheet() {}

    /** Shows it until it is closed. */
    static void show(Window owner, Styles styles, Actions actions) {
        FlowPane parts = new FlowPane(Orientation.VERTICAL);
        parts.getStyleClass().add("shortcut-sheet");
        for (Place place : Place.values()) {
            List<Action> withKey = actions.in(place).stream()
                    .filter(action -> action.key().isPresent())
                    .toList();
            if (!withKey.isEmpty()) {
                parts.getChildren().add(part(place, withKey));
            }
        }
        Alert sheet = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
        sheet.initOwner(owner);
        sheet.setTitle(Words.text("action.shortcuts"));
        sheet.getDialogPane().setContent(parts);
        styles.dress(sheet.getDialogPane());
        sheet.showAndWait();
    }

    private static GridPane part(Place place, List<Action> actions) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-part");
        Label title = new Label(Words.text("menu." + place));
        title.getStyleClass().add("part-title");
        grid.add(title, 0, 0, 2, 1);
        int row = 1;
        for (Action action : actions) {
            Label key = new Label(action.key().map(Shortcut::text).orElse(""));
            key.getStyleClass().add("key");
            grid.addRow(row++, key, new Label(action.text()));
        }
        return grid;
    }
}
