package mirrorstorm.ui.story;

import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mirrorstorm.run.story.StatusPost;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.LayoutPulse;

/** The story beside the stage, and what customers were told of it; both keep to their newest line unless read. */
public final class StoryPane extends VBox {

    public StoryPane(StoryViewModel model) {
        getStyleClass().add("story");
        ToggleGroup which = new ToggleGroup();
        ToggleButton story = tab("story.title", which);
        ToggleButton status = tab("status.title", which);
        story.setId("story-tab");
        status.setId("status-tab");
        story.setSelected(true);
        // one of them is always shown
        which.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
        HBox tabs = new HBox(story, status);
        tabs.getStyleClass().add("story-tabs");
        Node lines = lines(model, story.selectedProperty().and(visibleProperty()));
        Node posts = posts(model, status.selectedProperty().and(visibleProperty()));
        lines.visibleProperty().bind(story.selectedProperty());
        posts.visibleProperty().bind(status.selectedProperty());
        StackPane both = new StackPane(lines, posts);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().addAll(tabs, both);
    }

    private static ToggleButton tab(String key, ToggleGroup group) {
        ToggleButton tab = new ToggleButton(UiMessages.text(key));
        tab.getStyleClass().add("story-tab");
        tab.setToggleGroup(group);
        return tab;
    }

    private static Node lines(StoryViewModel model, BooleanBinding isSeen) {
        ListView<StoryLine> list = new ListView<>();
        feed(list, model.lines(), isSeen);
        Tooltip exactTime = new Tooltip();
        RowHeights heights = new RowHeights();
        list.setCellFactory(view -> new StoryLineCell(model, heights, exactTime));
        list.setPlaceholder(new Label(UiMessages.text("story.empty")));
        list.setAccessibleText(UiMessages.text("story.title"));
        model.sizeProperty().addListener((property, before, now) -> {
            if (isSeen.get() && !list.isHover()) {
                showNewest(list);
            }
        });
        return list;
    }

    /**
     * A list that nobody sees has nothing in it: it would make cells and measure them all the same. When it is seen
     * again, it is so with its newest line, as soon as its cells are there.
     */
    private static <T> void feed(ListView<T> list, ObservableList<T> items, BooleanBinding isSeen) {
        list.setItems(isSeen.get() ? items : FXCollections.emptyObservableList());
        isSeen.addListener((property, before, now) -> {
            list.setItems(now ? items : FXCollections.emptyObservableList());
            if (now && list.getScene() != null) {
                list.setOpacity(0);
                showNewest(list);
                LayoutPulse.afterNext(list.getScene(), () -> list.setOpacity(1));
            }
        });
        // in another width or size of text, the lines have other heights
        list.widthProperty().addListener((property, before, now) -> {
            if (isSeen.get() && !list.isHover()) {
                showNewest(list);
            }
        });
    }

    /**
     * Left until the toolkit has laid out what is new: asked for at once, it would do so here and then again. And once
     * more after the next layout, as how high each line is, is not known before.
     */
    private static void showNewest(ListView<?> list) {
        Scene scene = list.getScene();
        if (scene != null) {
            Runnable scroll = () -> list.scrollTo(list.getItems().size() - 1);
            LayoutPulse.afterNext(scene, () -> {
                scroll.run();
                LayoutPulse.afterNext(scene, scroll);
            });
        }
    }

    private static Node posts(StoryViewModel model, BooleanBinding isSeen) {
        Label page = new Label();
        page.setWrapText(true);
        page.setMinHeight(Region.USE_PREF_SIZE);
        page.getStyleClass().add("status-page");
        page.textProperty().bind(model.pageProperty());
        ListView<StatusPost> list = new ListView<>();
        feed(list, model.posts(), isSeen);
        RowHeights heights = new RowHeights();
        list.setCellFactory(view -> new StatusPostCell(model, heights));
        Label nothing = new Label(UiMessages.text("status.empty"));
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        list.setAccessibleText(UiMessages.text("status.title"));
        VBox.setVgrow(list, Priority.ALWAYS);
        model.posts().addListener((ListChangeListener<StatusPost>) change -> {
            if (isSeen.get() && !list.isHover()) {
                showNewest(list);
            }
        });
        // what could have been said of a post, and whether it was right, is known later than the post
        model.estimatesProperty().addListener((property, before, now) -> list.refresh());
        Label answer = new Label();
        answer.setWrapText(true);
        answer.setMinHeight(Region.USE_PREF_SIZE);
        answer.setId("status-answer");
        answer.getStyleClass().add("status-answer");
        answer.textProperty().bind(model.answerProperty());
        VBox box = new VBox(page, answer, list);
        box.getStyleClass().add("status");
        return box;
    }
}
