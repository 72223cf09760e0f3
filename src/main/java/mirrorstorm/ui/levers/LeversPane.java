package mirrorstorm.ui.levers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mirrorstorm.scenario.Lever;
import mirrorstorm.ui.words.UiMessages;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** All levers in groups that open and close, a search over them, and what to do about all of them. */
public final class LeversPane extends VBox {

    private static final Set<Lever.Group> OPEN = Set.of(Lever.Group.BACKOFF, Lever.Group.SEARCH, Lever.Group.RACE);

    /** Lower panes have no foot; times the size of the font. */
    private static final double FOOT_FROM = 19;

    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final List<GroupPane> groups = new ArrayList<>();
    private final Label nothing = new Label(UiMessages.text("levers.search.none"));

    /**
     * A group as a part that opens and closes. While somebody searches, those with something found are open. The rows
     * of a group are made when it is first open: they are most of the window's nodes, and most are never looked at.
     */
    private static final class GroupPane extends TitledPane {

        private final List<LeverViewModel> levers;
        private final VBox box = new VBox();
        private boolean wasOpen;
        private boolean isSearched;

        GroupPane(LeversViewModel model, Lever.Group group) {
            levers = model.in(group);
            box.getStyleClass().add("lever-rows");
            for (LeverViewModel lever : levers) {
                lever.changedProperty().addListener((property, before, now) -> showCount(group));
            }
            setContent(box);
            setAnimated(false);
            expandedProperty().addListener((property, before, now) -> fill());
            setExpanded(OPEN.contains(group));
            fill();
            setId("levers-" + group.text());
            showCount(group);
        }

        private void fill() {
            if (isExpanded() && box.getChildren().isEmpty()) {
                levers.forEach(lever -> box.getChildren().add(new LeverRow(lever)));
            }
        }

        private void showCount(Lever.Group group) {
            long changed = levers.stream()
                    .filter(lever -> lever.changedProperty().get())
                    .count();
            String name = UiMessages.text("group." + group);
            setText(changed == 0 ? name : UiMessages.text("levers.group.changed", name, changed));
        }

        /** Shows the levers that are found by {@code query}; how many these are. */
        int search(String query) {
            int found =
                    (int) levers.stream().filter(lever -> isFound(lever, query)).count();
            setVisible(found > 0);
            setManaged(found > 0);
            openFor(found == 0 ? "" : query);
            for (int i = 0; i < box.getChildren().size(); i++) {
                boolean isFound = isFound(levers.get(i), query);
                box.getChildren().get(i).setVisible(isFound);
                box.getChildren().get(i).setManaged(isFound);
            }
            return found;
        }

        private static boolean isFound(LeverViewModel lever, String query) {
            return query.isEmpty() || lever.isFoundBy(query);
        }

        private void openFor(String query) {
            if (!query.isEmpty()) {
                wasOpen = isSearched ? wasOpen : isExpanded();
                isSearched = true;
                setExpanded(true);
            } else if (isSearched) {
                isSearched = false;
                setExpanded(wasOpen);
            }
        }
    }

    /**
     * @param head what stands above the levers
     * @param foot what stands below them, always in sight
     */
    public LeversPane(LeversViewModel model, List<Lever.Group> groups, Node head, Node foot) {
        getStyleClass().add("levers");
        VBox list = new VBox();
        list.getStyleClass().add("lever-groups");
        for (Lever.Group group : groups) {
            this.groups.add(new GroupPane(model, group));
        }
        nothing.getStyleClass().add("lever-none");
        nothing.setVisible(false);
        nothing.setManaged(false);
        list.getChildren().addAll(this.groups);
        list.getChildren().add(nothing);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, search(model), scroll, restart(model), foot);
        // what can be done is in a menu, too: where there is little room it is left to the levers
        foot.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> getHeight() == 0
                                || getHeight() >= FOOT_FROM * nothing.getFont().getSize(),
                        heightProperty(),
                        nothing.fontProperty()));
        foot.managedProperty().bind(foot.visibleProperty());
    }

    private Node search(LeversViewModel model) {
        search.setId("lever-search");
        search.getStyleClass().add("lever-search");
        search.setPromptText(UiMessages.text("levers.search"));
        search.setAccessibleText(UiMessages.text("levers.search"));
        search.setLeft(new FontIcon(Feather.SEARCH));
        model.searchesProperty().addListener((property, before, now) -> find());
        search.textProperty().addListener((property, before, now) -> show(now.strip()));
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                event.consume();
            }
        });
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox row = new HBox(search);
        row.getStyleClass().add("lever-search-row");
        return row;
    }

    private void find() {
        search.requestFocus();
        search.selectAll();
    }

    private void show(String query) {
        int found = groups.stream().mapToInt(group -> group.search(query)).sum();
        nothing.setVisible(found == 0);
        nothing.setManaged(found == 0);
    }

    /** Offers a new start when something is planned that only that can bring about. */
    private static Node restart(LeversViewModel model) {
        Label why = new Label(UiMessages.text("levers.restart.why"));
        why.setWrapText(true);
        Label problem = new Label();
        problem.getStyleClass().add("lever-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        Button button = new Button(UiMessages.text("levers.restart"), new FontIcon(Feather.REFRESH_CW));
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
