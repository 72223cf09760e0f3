package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import mirrorstorm.ui.window.Action.Place;
import mirrorstorm.ui.words.Words;

/** The sheet of all keys, by menu, made of the actions; and what keys and pointer do on the stage. */
final class ShortcutSheet {

    /** What is done on the stage with keys and pointer alone, in words: no action has these keys. */
    private static final List<String> ON_STAGE = List.of("move", "choose", "more", "menu", "wheel", "drag", "lasso");

    /** A key and what it does. */
    private record Line(String keys, String text) {}

    private ShortcutSheet() {}

    /** Shows it over the window. */
    static void show(Overlay overlay, Actions actions) {
        FlowPane parts = new FlowPane(Orientation.VERTICAL);
        parts.getStyleClass().add("shortcut-sheet");
        for (Place place : Place.values()) {
            List<Line> lines = actions.in(place).stream()
                    .filter(action -> action.key().isPresent())
                    .map(ShortcutSheet::line)
                    .toList();
            if (!lines.isEmpty()) {
                parts.getChildren().add(part(Words.text("menu." + place), lines));
            }
        }
        List<Line> onStage = new ArrayList<>();
        for (String each : ON_STAGE) {
            onStage.add(new Line(Words.text("keys.stage." + each), Words.text("keys.stage." + each + ".does")));
        }
        parts.getChildren().add(part(Words.text("keys.stage"), onStage));
        Button close = new Button(Words.text("overlay.close"));
        close.getStyleClass().add("accent");
        close.setOnAction(event -> overlay.close());
        overlay.show(Words.text("action.shortcuts"), parts, close, List.of(close));
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
