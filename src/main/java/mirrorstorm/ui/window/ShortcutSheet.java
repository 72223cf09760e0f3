package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import mirrorstorm.ui.compare.CompareKey;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.window.Action.Place;
import mirrorstorm.ui.words.UiMessages;

/** The sheet of all keys, by menu, made of the actions; and the keys that only the stage or another window has. */
final class ShortcutSheet {

    /** What is done on the stage with keys and pointer alone, in words: no action has these keys. */
    private static final List<String> ON_STAGE = List.of("move", "choose", "more", "menu", "wheel", "drag", "lasso");

    /** A key and what it does. */
    private record Line(String keys, String text) {}

    private ShortcutSheet() {}

    /** Shows it over the window. */
    static void show(Overlay overlay, Actions actions) {
        List<GridPane> parts = new ArrayList<>();
        for (Place place : Place.values()) {
            List<Line> lines = actions.in(place).stream()
                    .filter(action -> action.key().isPresent())
                    .map(ShortcutSheet::line)
                    .toList();
            if (!lines.isEmpty()) {
                parts.add(part(UiMessages.text("menu." + place), lines));
            }
        }
        List<Line> onStage = new ArrayList<>();
        for (String each : ON_STAGE) {
            onStage.add(
                    new Line(UiMessages.text("keys.stage." + each), UiMessages.text("keys.stage." + each + ".does")));
        }
        parts.add(part(UiMessages.text("keys.stage"), onStage));
        parts.add(part(UiMessages.text("keys.compare"), besideEachOther()));
        Line closing = new Line(SideWindow.CLOSE.text(), UiMessages.text("keys.beside.close"));
        parts.add(part(UiMessages.text("keys.beside"), List.of(closing)));
        Button close = new Button(UiMessages.text("overlay.close"));
        close.getStyleClass().add("accent");
        close.setOnAction(event -> overlay.close());
        ColumnsPane sheet = new ColumnsPane(parts);
        sheet.getStyleClass().add("shortcut-sheet");
        overlay.show(UiMessages.text("action.shortcuts"), sheet, close, List.of(close));
    }

    private static List<Line> besideEachOther() {
        return Arrays.stream(CompareKey.values())
                .map(key -> new Line(key.keysText(), key.text()))
                .toList();
    }

    private static Line line(Action action) {
        String keys = Actions.keysOf(action).stream().map(Shortcut::text).collect(Collectors.joining(", "));
        return new Line(keys, action.text());
    }

    private static GridPane part(String title, List<Line> lines) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcut-part");
        Label heading = new Label(title);
        heading.getStyleClass().add("part-title");
        grid.add(heading, 0, 0, 2, 1);
        int row = 1;
        for (Line line : lines) {
            Label key = new Label(line.keys());
            key.getStyleClass().add("key");
            grid.addRow(row++, key, new Label(line.text()));
        }
        return grid;
    }
}
