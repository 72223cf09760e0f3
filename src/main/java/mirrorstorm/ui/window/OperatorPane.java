package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.levers.OperatorButton;
import mirrorstorm.ui.levers.OperatorViewModel;
import mirrorstorm.ui.words.UiMessages;
import org.kordamp.ikonli.feather.Feather;

/** The operator's buttons: for the whole cluster, and for the selected node. */
final class OperatorPane extends VBox {

    private static final int ADD_STEP = 10;
    private static final OperatorButton STOP = OperatorButton.of("stopSearches");
    private static final OperatorButton RESUME = OperatorButton.of("resumeSearches");

    OperatorPane(OperatorViewModel model, Actions actions) {
        getStyleClass().add("operator");
        Label title = new Label(UiMessages.text("operator.title"));
        title.getStyleClass().add("part-title");
        getChildren().addAll(title, adding(model, actions.get("addNodes")));
        List<Node> buttons = onCluster(model, actions);
        for (int i = 0; i < buttons.size(); i += 2) {
            getChildren().add(pair(buttons.get(i), i + 1 < buttons.size() ? buttons.get(i + 1) : new Region()));
        }
    }

    private static List<Node> onCluster(OperatorViewModel model, Actions actions) {
        List<Node> buttons = new ArrayList<>();
        buttons.add(searches(model, actions));
        for (OperatorButton each : OperatorButton.all(false)) {
            if (!each.equals(STOP) && !each.equals(RESUME)) {
                buttons.add(button(each, actions));
            }
        }
        return buttons;
    }

    private static Button button(OperatorButton button, Actions actions) {
        return Buttons.labelled(actions.get(button.id()), button.icon());
    }

    private static Node adding(OperatorViewModel model, Action add) {
        IntegerSpinnerValueFactory values = new IntegerSpinnerValueFactory(
                1, OperatorViewModel.ADDED_MAX, model.addCountProperty().get(), ADD_STEP);
        Spinner<Integer> count = new Spinner<>(values);
        count.setEditable(true);
        count.setId("add-count");
        count.getStyleClass().add("add-count");
        count.setAccessibleText(UiMessages.text("operator.count"));
        count.getEditor().setAccessibleText(UiMessages.text("operator.count"));
        values.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.addCountProperty().set(now);
            }
        });
        Button button = Buttons.labelled(add, Feather.PLUS);
        HBox.setHgrow(button, Priority.ALWAYS);
        HBox row = new HBox(count, button);
        row.getStyleClass().add("operator-row");
        return row;
    }

    /** One button that stops the searches or lets them go on, whichever there is to do. */
    private static Node searches(OperatorViewModel model, Actions actions) {
        Button stop = button(STOP, actions);
        Button resume = button(RESUME, actions);
        resume.visibleProperty().bind(model.canPressProperty(RESUME));
        resume.managedProperty().bind(resume.visibleProperty());
        stop.visibleProperty().bind(Bindings.not(resume.visibleProperty()));
        stop.managedProperty().bind(stop.visibleProperty());
        HBox box = new HBox(stop, resume);
        HBox.setHgrow(stop, Priority.ALWAYS);
        HBox.setHgrow(resume, Priority.ALWAYS);
        return box;
    }

    private static Node pair(Node left, Node right) {
        HBox row = new HBox(left, right);
        row.getStyleClass().add("operator-row");
        for (Node each : row.getChildren()) {
            HBox.setHgrow(each, Priority.ALWAYS);
            ((Region) each).setPrefWidth(1);
        }
        return row;
    }

    /** What can be done to the selected node as it is now. */
    static Node forNode(Actions actions) {
        FlowPane buttons = new FlowPane();
        buttons.getStyleClass().add("node-actions");
        for (OperatorButton each : OperatorButton.all(true)) {
            Button button = button(each, actions);
            button.visibleProperty().bind(button.disableProperty().not());
            button.managedProperty().bind(button.visibleProperty());
            buttons.getChildren().add(button);
        }
        return buttons;
    }
}
