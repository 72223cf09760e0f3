package mirrorstorm.ui.story;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.words.Words;

/** The log on the screen; it keeps to its newest line unless somebody reads further up. */
public final class StoryPane extends VBox {

    /** Room beside the text of a cell: padding and scroll bar. */
    private static final double CELL_EDGE = 34;

    public StoryPane(StoryViewModel model) {
        getStyleClass().add("story");
        Label title = new Label(Words.text("story.title"));
        title.getStyleClass().add("part-title");
        ListView<Line> list = new ListView<>(model.lines());
        list.setCellFactory(view -> new Cell(model));
        list.setPlaceholder(new Label(Words.text("story.empty")));
        list.setAccessibleText(Words.text("story.title"));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, list);
        model.sizeProperty().addListener((property, before, now) -> {
            if (!list.isHover()) {
                list.scrollTo(now.intValue() - 1);
            }
        });
    }

    /** One line: the time of day, and what happened. */
    private static final class Cell extends ListCell<Line> {

        private final StoryViewModel model;
        private final Label time = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(time, text);

        Cell(StoryViewModel model) {
            this.model = model;
            time.getStyleClass().add("story-time");
            time.setMinWidth(Region.USE_PREF_SIZE);
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            row.getStyleClass().add("story-row");
            HBox.setHgrow(text, Priority.ALWAYS);
            row.maxWidthProperty().bind(widthProperty().subtract(CELL_EDGE));
            row.prefWidthProperty().bind(row.maxWidthProperty());
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            boolean isThere = !empty && line != null;
            for (Line.Kind kind : Line.Kind.values()) {
                row.pseudoClassStateChanged(pseudoClass(kind), isThere && line.kind() == kind);
            }
            time.setText(isThere ? model.time(line) : "");
            text.setText(isThere ? line.text() : "");
            setGraphic(isThere ? row : null);
        }

        /** As high as the text needs in the width that there is: a graphic is not asked for that by itself. */
        @Override
        protected double computePrefHeight(double width) {
            double edges = snappedTopInset() + snappedBottomInset();
            return getGraphic() == null ? super.computePrefHeight(width) : edges + row.prefHeight(row.getMaxWidth());
        }

        private static PseudoClass pseudoClass(Line.Kind kind) {
            return PseudoClass.getPseudoClass(
                    switch (kind) {
                        case SUMMARY -> "summary";
                        case TRIGGER -> "trigger";
                        case OPERATOR -> "operator";
                        case CLUSTER -> "cluster";
                        case HISTORY -> "history";
                    });
        }
    }
}
