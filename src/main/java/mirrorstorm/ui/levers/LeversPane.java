package mirrorstorm.ui.levers;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mirrorstorm.scenario.Lever;
import mirrorstorm.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All levers in groups that open and close, with what to do about all of them above and below. */
public final class LeversPane extends VBox {

    private static final Set<Lever.Group> OPEN = Set.of(Lever.Group.BACKOFF, Lever.Group.SEARCH, Lever.Group.RACE);

    /**
     * @param head what stands above the levers
     * @param foot what stands below them, always in sight
     */
    public LeversPane(LeversViewModel model, List<Lever.Group> groups, Node head, Node foot) {
        getStyleClass().add("levers");
        VBox list = new VBox();
        list.getStyleClass().add("lever-groups");
        for (Lever.Group group : groups) {
            list.getChildren().add(group(model, group));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, restart(model), foot);
    }

    private static TitledPane group(LeversViewModel model, Lever.Group group) {
        VBox rows = new VBox();
        rows.getStyleClass().add("lever-rows");
        for (LeverViewModel lever : model.in(group)) {
            rows.getChildren().add(new LeverRow(lever));
        }
        TitledPane pane = new TitledPane(Words.text("group." + group), rows);
        pane.setAnimated(false);
        pane.setExpanded(OPEN.contains(group));
        return pane;
    }

    /** Offers a new start when something is planned that only that can bring about. */
    private static Node restart(LeversViewModel model) {
        Label why = new Label(Words.text("levers.restart.why"));
        why.setWrapText(true);
        Label problem = new Label();
        problem.getStyleClass().add("lever-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        Button button = new Button(Words.text("levers.restart"), new FontIcon(Feather.REFRESH_CW));
        button.getStyleClass().add("accent");
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(model.problemProperty().isNotEmpty());
        button.setOnAction(event -> model.restart());
        VBox box = new VBox(why, problem, button);
        box.getStyleClass().add("restart-offer");
        box.visibleProperty().bind(model.restartNeededProperty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }
}
