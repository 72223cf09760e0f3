package mirrorstorm.ui.explore;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.scenario.Lever;
import mirrorstorm.ui.study.SaveCommands;
import mirrorstorm.ui.work.Form;
import mirrorstorm.ui.work.JobViewModel.State;

/** What a tipping map is asked about: two levers with their values, what of a run is drawn, how many runs, how long. */
final class ExploreForm {

    private ExploreForm() {}

    static Form of(ExploreViewModel model, ExplorePane.WindowCommands commands) {
        Form form = new Form();
        axis(form, "across", model.across());
        axis(form, "upwards", model.upwards());
        ComboBox<Measure> measure = Form.choice("explore-measure", MeasureText::title);
        measure.getItems().setAll(Measure.values());
        measure.valueProperty().bindBidirectional(model.measureProperty());
        form.title("explore.measure").add(measure);
        form.row(
                Form.field(
                        "explore.replications",
                        "explore-replications",
                        model.fields().replicationsProperty()),
                Form.field("explore.precision", "explore-precision", model.precisionProperty()));
        form.row(Form.field("explore.horizon", "explore-horizon", model.fields().horizonProperty()));
        form.hint("explore.base").problem("explore-problem", model.fields().problemProperty());
        Button start = Form.button("explore.start", "explore-start", commands.start());
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        BooleanBinding isEmpty = model.job().stateProperty().isEqualTo(State.READY);
        SaveCommands save = commands.save();
        return form.add(start)
                .add(save.pngButton("explore", isEmpty))
                .row(save.csvButton("explore", isEmpty), save.jsonButton("explore.json", "explore", isEmpty));
    }

    private static void axis(Form form, String key, AxisViewModel axis) {
        ComboBox<Lever> lever = Form.choice("explore-" + key, Lever::title);
        lever.getItems().setAll(AxisViewModel.levers());
        lever.valueProperty().bindBidirectional(axis.leverProperty());
        form.title("explore." + key).add(lever);
        form.row(
                Form.field("explore.from", "explore-" + key + "-from", axis.fromProperty()),
                Form.field("explore.to", "explore-" + key + "-to", axis.toProperty()),
                Form.field("explore.steps", "explore-" + key + "-steps", axis.stepsProperty()));
        HBox range = (HBox) form.getChildren().get(form.getChildren().size() - 1);
        axis.leverProperty().addListener((property, before, now) -> range.setDisable(AxisViewModel.isListed(now)));
    }
}
