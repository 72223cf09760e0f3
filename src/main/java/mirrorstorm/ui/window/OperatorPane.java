package mirrorstorm.ui.window;

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
import mirrorstorm.ui.levers.OperatorViewModel;
import mirrorstorm.ui.levers.OperatorViewModel.NodeAction;
import mirrorstorm.ui.words.UiMessages;
import org.kordamp.ikonli.feather.Feather;

/** The operator's buttons: for the whole cluster, and for the selected node. */
final class OperatorPane extends VBox {

    private static final int ADD_STEP = 10;

    OperatorPane(OperatorViewModel model, Actions actions) {
        getStyleClass().add("operator");
        Label title = new Label(UiMessages.text("operator.title"));
        title.getStyleClass().add("part-title");
        getChildren()
                .addAll(
                        title,
                        adding(model, actions.get("addNodes")),
                        pair(searches(model, actions), Buttons.labelled(actions.get("heal"), Feather.WIFI)),
                        pair(
                                Buttons.labelled(actions.get("restartNodes"), Feather.REFRESH_CCW),
                                Buttons.labelled(actions.get("release"), Feather.UNLOCK)));
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
        Button stop = Buttons.labelled(actions.get("stopSearches"), Feather.PAUSE_CIRCLE);
        Button resume = Buttons.labelled(actions.get("resumeSearches"), Feather.PLAY_CIRCLE);
        resume.visibleProperty().bind(model.searchesStoppedProperty());
        resume.managedProperty().bind(resume.visibleProperty());
        stop.visibleProperty().bind(Bindings.not(model.searchesStoppedProperty()));
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
        for (NodeAction each : NodeAction.values()) {
            Feather icon =
                    switch (each) {
                        case ISOLATE -> Feather.WIFI_OFF;
                        case HEAL -> Feather.WIFI;
                        case POWER_LOSS -> Feather.POWER;
                        case CRASH -> Feather.ZAP_OFF;
                        case RESTART -> Feather.REFRESH_CCW;
                        case LEAK, STOP_LEAK -> Feather.DROPLET;
                        case DESTROY -> Feather.TRASH_2;
                    };
            Button button = Buttons.labelled(actions.get(Actions.nodeActionId(each)), icon);
            button.visibleProperty().bind(button.disableProperty().not());
            button.managedProperty().bind(button.visibleProperty());
            buttons.getChildren().add(button);
        }
        return buttons;
    }
}
