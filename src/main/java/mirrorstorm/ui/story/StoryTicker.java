package mirrorstorm.ui.story;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;

/** The newest line of the story, for as long as the story itself is not shown; pressing it shows the story. */
public final class StoryTicker extends Button {

    private static final double TIP_WIDTH = 420;
    private static final double EDGE = 8;

    /** Times the size of the font. */
    private static final double WIDTH_MIN = 15;

    private final StoryViewModel model;
    private final Label time = new Label();
    private final Label text = new Label();
    private final HBox row = new HBox(time, text);

    /**
     * @param storyShown whether the story is shown
     * @param open       shows it
     * @param how        says how to show it
     */
    public StoryTicker(StoryViewModel model, ObservableBooleanValue storyShown, Runnable open, String how) {
        this.model = model;
        getStyleClass().addAll("flat", "story-ticker");
        time.getStyleClass().add("story-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        text.setWrapText(true);
        text.setTextOverrun(OverrunStyle.WORD_ELLIPSIS);
        text.setMaxHeight(Double.MAX_VALUE);
        row.getStyleClass().add("story-row");
        row.prefWidthProperty().bind(widthProperty().subtract(EDGE));
        setGraphic(row);
        setMinWidth(0);
        widthProperty().addListener((property, before, now) -> setVisible(isManaged() && isWide()));
        LazyTooltip.on(this, () -> text.getText() + "\n" + how, LazyTooltip.wrapped(TIP_WIDTH));
        setOnAction(event -> open.run());
        storyShown.addListener((property, before, now) -> refresh(now));
        model.newestProperty().addListener((property, before, now) -> refresh(storyShown.get()));
        refresh(storyShown.get());
    }

    /** Less room than a few words need is left empty. */
    private boolean isWide() {
        return getWidth() == 0 || getWidth() >= WIDTH_MIN * text.getFont().getSize();
    }

    private void refresh(boolean isStoryShown) {
        StoryLine line = model.newestProperty().get();
        boolean isShown = !isStoryShown && line != null;
        setManaged(isShown);
        setVisible(isShown && isWide());
        if (isShown) {
            StoryLineCell.mark(row, line.kind());
            time.setText(model.time(line.timeNanos()));
            text.setText(line.text());
            setAccessibleText(UiMessages.text("story.spoken", time.getText(), line.text()));
        }
    }
}
