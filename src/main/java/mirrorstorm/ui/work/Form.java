package mirrorstorm.ui.work;

import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mirrorstorm.ui.words.UiMessages;

/** The column beside a picture in which is asked what the work is about: titles, fields, choices, buttons. */
public final class Form extends VBox {

    public Form() {
        getStyleClass().add("work-form");
    }

    /** Adds a heading. */
    public Form title(String key) {
        Label title = new Label(UiMessages.text(key));
        title.getStyleClass().add("part-title");
        return add(title);
    }

    /** Adds something. */
    public Form add(Node node) {
        getChildren().add(node);
        return this;
    }

    /** Adds several things beside each other. */
    public Form row(Node... nodes) {
        return add(row(nodes, "work-row"));
    }

    private static HBox row(Node[] nodes, String style) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add(style);
        return row;
    }

    /** Adds a sentence that may be read. */
    public Form hint(String key) {
        Label hint = new Label(UiMessages.text(key));
        hint.setWrapText(true);
        hint.getStyleClass().add("hint");
        return add(hint);
    }

    /** Adds what is wrong, where something is. */
    public Form problem(String id, ObservableValue<String> text) {
        Label problem = new Label();
        problem.setId(id);
        problem.setWrapText(true);
        problem.getStyleClass().add("lever-problem");
        problem.textProperty().bind(text);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        return add(problem);
    }

    /** A button over the whole width, or as wide as its row gives it. */
    public static Button button(String key, String id, Runnable command) {
        Button button = new Button(UiMessages.text(key));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> command.run());
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    /** A field with its name above it. */
    public static Node field(String key, String id, StringProperty text) {
        TextField box = new TextField();
        box.setId(id);
        box.setPrefColumnCount(6);
        box.textProperty().bindBidirectional(text);
        Label name = new Label(UiMessages.text(key));
        name.setLabelFor(box);
        VBox both = new VBox(name, box);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    /** A choice whose values are said in words. */
    public static <T> ComboBox<T> choice(String id, Function<T, String> title) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public T fromString(String text) {
                return box.getItems().stream()
                        .filter(value -> title.apply(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no choice is called " + text));
            }
        });
        return box;
    }
}
