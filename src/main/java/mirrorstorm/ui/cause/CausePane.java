package mirrorstorm.ui.cause;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.ui.study.SaveCommands;
import mirrorstorm.ui.study.StudyPane;
import mirrorstorm.ui.study.StudyPictureView;
import mirrorstorm.ui.work.Form;

/** The bars of {@link CauseViewModel} with their sentences, what is asked beside them, how far it is below. */
public final class CausePane {

    private final CauseViewModel model;
    private final BooleanBinding isUnknown;
    private final StudyPictureView bars;
    private final StudyPane pane;

    /** @param start begins with what is open in the main window */
    public CausePane(CauseViewModel model, StudyPictureView.Looks looks, Runnable start, SaveCommands save) {
        this.model = model;
        isUnknown = StudyPane.isUnknown(model.study());
        bars = new StudyPictureView(looks, model::picture, model.study().knownProperty(), model.measureProperty())
                .whileEmpty("cause.empty", isUnknown);
        bars.painted().accessibleTextProperty().bind(model.sentenceProperty());
        pane = new StudyPane(
                form(start, save),
                bars,
                model.study().job(),
                "cause",
                StudyPane.sentence("cause-sentence", model.sentenceProperty()));
    }

    private Form form(Runnable start, SaveCommands save) {
        Form form = new Form();
        ComboBox<Measure> measure = Form.choice("cause-measure", MeasureText::title);
        measure.getItems().setAll(Measure.values());
        measure.valueProperty().bindBidirectional(model.measureProperty());
        form.title("cause.measure").add(measure);
        form.row(
                Form.field(
                        "cause.replications",
                        "cause-replications",
                        model.fields().replicationsProperty()),
                Form.field("explore.horizon", "cause-horizon", model.fields().horizonProperty()));
        form.hint("cause.hint").problem("cause-problem", model.fields().problemProperty());
        Button begin = Form.button("cause.start", "cause-start", start);
        begin.getStyleClass().add("accent");
        begin.setDefaultButton(true);
        return form.add(begin)
                .add(save.pngButton("cause", isUnknown))
                .add(save.jsonButton("cause.json", "cause", isUnknown));
    }

    /** All of it. */
    public Parent root() {
        return pane;
    }

    /** Called once a frame; whether a picture is on its way. */
    public boolean onFrame() {
        return bars.onFrame();
    }
}
