package mirrorstorm.ui.story;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/** One line of the story: the time of day, and what happened. */
final class StoryLineCell extends ListCell<StoryLine> {

    /** Room beside the text of a cell: padding and scroll bar. */
    static final double EDGE = 34;

    private final StoryViewModel model;
    private final RowHeights heights;
    private final Label time = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(time, text);
    private final Tooltip exactTime;

    /**
     * @param heights   of all cells of the list
     * @param exactTime says of the line that is pointed at when it was; one for all, as each would be a window
     */
    StoryLineCell(StoryViewModel model, RowHeights heights, Tooltip exactTime) {
        this.model = model;
        this.heights = heights;
        this.exactTime = exactTime;
        hoverProperty().addListener((property, before, now) -> sayWhen());
        time.getStyleClass().add("story-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        row.getStyleClass().add("story-row");
        HBox.setHgrow(text, Priority.ALWAYS);
        row.maxWidthProperty().bind(widthProperty().subtract(EDGE));
        row.prefWidthProperty().bind(row.maxWidthProperty());
    }

    @Override
    protected void updateItem(StoryLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean isThere = !empty && line != null;
        mark(row, isThere ? line.kind() : null);
        time.setText(isThere ? model.time(line.timeNanos()) : "");
        text.setText(isThere ? line.text() : "");
        sayWhen();
        setTooltip(isThere ? exactTime : null);
        setAccessibleText(isThere ? UiMessages.text("story.spoken", time.getText(), line.text()) : "");
        setGraphic(isThere ? row : null);
    }

    private void sayWhen() {
        StoryLine line = getItem();
        if (isHover() && line != null) {
            exactTime.setText(model.exactTime(line.timeNanos()));
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** As high as the text needs in the width that there is: a graphic is not asked for that by itself. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double room = room(this, width);
        List<Object> all = List.of(time.getText(), text.getText(), text.getFont(), room);
        return edges(this) + heights.of(all, () -> row.prefHeight(room));
    }

    /** The list asks before the cell has its width: what that will be is the argument, if it is known. */
    static double room(ListCell<?> cell, double width) {
        return Math.max(1, (width > 0 ? width : cell.getWidth()) - EDGE);
    }

    /** What a cell has above and below what is in it. */
    static double edges(ListCell<?> cell) {
        return cell.snappedTopInset() + cell.snappedBottomInset();
    }

    /** Lets a row show what its line is about; null for nothing. */
    static void mark(HBox row, StoryLine.@Nullable Kind kind) {
        for (StoryLine.Kind each : StoryLine.Kind.values()) {
            row.pseudoClassStateChanged(pseudoClass(each), each == kind);
        }
    }

    private static PseudoClass pseudoClass(StoryLine.Kind kind) {
        return PseudoClass.getPseudoClass(
                switch (kind) {
                    case SUMMARY -> "summary";
                    case TRIGGER -> "trigger";
                    case OPERATOR -> "operator";
                    case NOTE -> "note";
                    case WARNING -> "warning";
                    case ALARM -> "alarm";
                    case RELIEF -> "relief";
                    case HISTORY -> "history";
                });
    }
}
