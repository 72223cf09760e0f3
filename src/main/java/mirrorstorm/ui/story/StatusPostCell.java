package mirrorstorm.ui.story;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.run.story.StatusPost;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;

/** One post of the status page: when, what customers read and how old it was, and what was true at that moment. */
final class StatusPostCell extends ListCell<StatusPost> {

    private final StoryViewModel model;
    private final RowHeights heights;
    private final Label time = new Label();
    private final Label told = wrapped("post-told");
    private final Label truth = wrapped("post-truth");
    private final Label estimate = wrapped("post-estimate");
    private final VBox column = new VBox(time, told, truth, estimate);

    /** @param heights of all cells of the list */
    StatusPostCell(StoryViewModel model, RowHeights heights) {
        this.model = model;
        this.heights = heights;
        time.getStyleClass().add("story-time");
        column.getStyleClass().add("post");
        column.maxWidthProperty().bind(widthProperty().subtract(StoryLineCell.EDGE));
        estimate.managedProperty().bind(estimate.visibleProperty());
        column.prefWidthProperty().bind(column.maxWidthProperty());
    }

    private static Label wrapped(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    @Override
    protected void updateItem(StatusPost post, boolean empty) {
        super.updateItem(post, empty);
        if (empty || post == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        time.setText(UiMessages.text("status.when", model.time(post.timeNanos()), Times.brief(post.lagNanos())));
        told.setText(UiMessages.text("status.told", Sentences.of(post.told())));
        truth.setText(UiMessages.text("status.truth", Sentences.of(post.truth())));
        estimate.setText(model.estimate(post));
        estimate.setVisible(!estimate.getText().isEmpty());
        setAccessibleText(String.join(" ", time.getText(), told.getText(), truth.getText(), estimate.getText()));
        setGraphic(column);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** As high as the texts need in the width that there is. */
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double room = StoryLineCell.room(this, width);
        List<Object> all =
                List.of(told.getText(), truth.getText(), estimate.getText(), time.getText(), told.getFont(), room);
        return StoryLineCell.edges(this) + heights.of(all, () -> column.prefHeight(room));
    }
}
