package mirrorstorm.ui.cluster;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.cluster.MyClusterViewModel.Field;
import mirrorstorm.ui.words.UiMessages;
import org.controlsfx.control.ToggleSwitch;

/** The form of {@link MyClusterViewModel}: the answer, then numbers, with what is wrong with each below it. */
public final class MyClusterPane extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final PseudoClass STORMY = PseudoClass.getPseudoClass("stormy");
    private static final int COLUMNS = 2;

    private final MyClusterViewModel model;
    private final Node first;

    /** @param run what Enter in a field does when nothing is wrong */
    public MyClusterPane(MyClusterViewModel model, Runnable run) {
        this.model = model;
        getStyleClass().add("my-cluster");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("my-cluster-fields");
        Node uppermost = this;
        for (Field field : Field.values()) {
            TextField box = box(field, run);
            if (field == Field.NODES) {
                uppermost = box;
            }
            int place = field.ordinal();
            grid.add(labelled(field, box), place % COLUMNS, place / COLUMNS);
        }
        first = uppermost;
        getChildren().addAll(answer(), grid, quarantine());
    }

    /** The field to begin with. */
    public Node first() {
        return first;
    }

    private TextField box(Field field, Runnable run) {
        TextField box = new TextField();
        box.setId("cluster-" + field.name().toLowerCase(Locale.ROOT));
        box.textProperty().bindBidirectional(model.textProperty(field));
        box.setAccessibleText(UiMessages.text("cluster.field." + field));
        box.accessibleHelpProperty().bind(model.problemProperty(field));
        model.problemProperty(field)
                .addListener((property, before, now) -> box.pseudoClassStateChanged(WRONG, !now.isEmpty()));
        box.setOnAction(event -> {
            if (model.runnableProperty().get()) {
                run.run();
            }
        });
        return box;
    }

    private Node labelled(Field field, TextField box) {
        Label name = new Label(UiMessages.text("cluster.field." + field));
        name.setLabelFor(box);
        Label problem = new Label();
        problem.getStyleClass().add("lever-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty(field));
        VBox all = new VBox(name, box, problem);
        all.getStyleClass().add("my-cluster-field");
        return all;
    }

    private Node quarantine() {
        ToggleSwitch toggle = new ToggleSwitch(UiMessages.text("cluster.quarantine"));
        toggle.selectedProperty().bindBidirectional(model.quarantineProperty());
        return toggle;
    }

    private Node answer() {
        Label answer = line("my-cluster-answer");
        answer.textProperty().bind(model.answerProperty());
        Label detail = line("my-cluster-detail");
        detail.textProperty().bind(model.detailProperty());
        Label time = line("hint");
        time.textProperty().bind(model.timeProperty());
        Label law = line("hint");
        law.setText(UiMessages.text("cluster.law"));
        VBox box = new VBox(answer, detail, time, law);
        box.getStyleClass().add("my-cluster-result");
        box.pseudoClassStateChanged(STORMY, model.stormyProperty().get());
        model.stormyProperty().addListener((property, before, now) -> box.pseudoClassStateChanged(STORMY, now));
        return box;
    }

    private static Label line(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add(style);
        return label;
    }
}
