package mirrorstorm.ui.remedy;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.work.Form;

/** What is asked of a last exit. */
public final class LastExitForm extends VBox {

    private final ComboBox<Remedy> remedy = Form.choice("exit-remedy", Remedy::text);

    public LastExitForm(LastExitViewModel model) {
        getStyleClass().add("exit-form");
        remedy.getItems().setAll(model.remediesProperty().get());
        remedy.valueProperty().bindBidirectional(model.remedyProperty());
        Form form = new Form();
        form.getStyleClass().setAll("exit-questions");
        form.hint("exit.hint")
                .title("exit.remedy")
                .add(remedy)
                .title("exit.keep")
                .row(
                        Form.field("exit.criterion", "exit-criterion", model.criterionProperty()),
                        Form.field(
                                "exit.horizon", "exit-horizon", model.fields().horizonProperty()),
                        Form.field(
                                "exit.replications",
                                "exit-replications",
                                model.fields().replicationsProperty()))
                .problem("exit-problem", model.fields().problemProperty());
        getChildren().add(form);
    }

    /** What has the keyboard first. */
    public Node first() {
        return remedy;
    }
}
