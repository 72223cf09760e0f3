package mirrorstorm.ui.explore;

import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mirrorstorm.picture.MeasureText;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.scenario.Lever;
import mirrorstorm.ui.explore.ExploreViewModel.State;
import mirrorstorm.ui.words.Words;

/** What a tipping map is asked about: two levers with their values, what of a run is drawn, how many runs, how long. */
final class ExploreForm extends VBox {

    ExploreForm(ExploreViewModel model, ExplorePane.Doors doors) {
        getStyleClass().add("explore-form");
        axis("across", model.across());
        axis("upwards", model.upwards());
        ComboBox<Measure> measure = choice(MeasureText::title);
        measure.setId("explore-measure");
        measure.getItems().setAll(Measure.values());
        measure.valueProperty().bindBidirectional(model.measureProperty());
        title("explore.measure");
        getChildren()
                .addAll(
                        measure,
                        new HBox(
                                field("explore.replications", "explore-replications", model.replicationsProperty()),
                                field("explore.horizon", "explore-horizon", model.horizonProperty())));
        getChildren().get(getChildren().size() - 1).getStyleClass().add("explore-row");
        Label base = new Label(Words.text("explore.base"));
        base.setWrapText(true);
        base.getStyleClass().add("hint");
        Label problem = new Label();
        problem.setId("explore-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("lever-problem");
        problem.textProperty().bind(model.problemProperty());
        Button start = button("explore.start", "explore-start", doors.start());
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        BooleanBinding isEmpty = model.stateProperty().isEqualTo(State.READY);
        Button csv = button("explore.csv", "explore-csv", doors.csv());
        csv.disableProperty().bind(isEmpty);
        Button png = button("explore.png", "explore-png", doors.png());
        png.disableProperty().bind(isEmpty);
        getChildren().addAll(base, problem, start, csv, png);
    }

    private void axis(String key, AxisViewModel axis) {
        title("explore." + key);
        ComboBox<Lever> lever = choice(Lever::title);
        lever.setId("explore-" + key);
        lever.getItems().setAll(AxisViewModel.levers());
        lever.valueProperty().bindBidirectional(axis.leverProperty());
        HBox range = new HBox(
                field("explore.from", "explore-" + key + "-from", axis.fromProperty()),
                field("explore.to", "explore-" + key + "-to", axis.toProperty()),
                field("explore.steps", "explore-" + key + "-steps", axis.stepsProperty()));
        range.getStyleClass().add("explore-row");
        axis.leverProperty().addListener((property, before, now) -> range.setDisable(AxisViewModel.isListed(now)));
        getChildren().addAll(lever, range);
    }

    private void title(String key) {
        Label title = new Label(Words.text(key));
        title.getStyleClass().add("part-title");
        getChildren().add(title);
    }

    private static Button button(String key, String id, Runnable command) {
        Button button = new Button(Words.text(key));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(event -> command.run());
        return button;
    }

    private static Node field(String key, String id, StringProperty text) {
        TextField box = new TextField();
        box.setId(id);
        box.textProperty().bindBidirectional(text);
        Label name = new Label(Words.text(key));
        name.setLabelFor(box);
        VBox both = new VBox(name, box);
        HBox.setHgrow(both, Priority.ALWAYS);
        return both;
    }

    private static <T> ComboBox<T> choice(Function<T, String> title) {
        ComboBox<T> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : title.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        return box;
    }
}
