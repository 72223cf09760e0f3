package mirrorstorm.ui.runbook;

import java.time.Duration;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.text.InterventionText;
import mirrorstorm.scenario.Durations;
import mirrorstorm.ui.study.SaveCommands;
import mirrorstorm.ui.study.StudyPane;
import mirrorstorm.ui.study.StudyPictureView;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.Form;
import mirrorstorm.ui.work.ValueField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The interventions of {@link RunbookViewModel} as a list that can be changed, and below it how often they work. */
public final class RunbookPane {

    private static final double BARS_HEIGHT = 270;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final RunbookViewModel model;
    private final StudyPictureView bars;
    private final StudyPane pane;
    private final VBox list = new VBox();

    /** What the buttons do that is not about the runbook alone. */
    public record WindowCommands(Runnable take, Runnable open, Runnable save, SaveCommands saveFound) {}

    public RunbookPane(RunbookViewModel model, StudyPictureView.Looks looks, WindowCommands commands) {
        this.model = model;
        bars = new StudyPictureView(looks, model::picture, model.study().knownProperty());
        bars.setMinHeight(BARS_HEIGHT);
        bars.setPrefHeight(BARS_HEIGHT);
        bars.painted().accessibleTextProperty().bind(model.sentenceProperty());
        pane = new StudyPane(
                form(commands),
                center(),
                model.study().job(),
                "runbook",
                StudyPane.sentence("runbook-sentence", model.sentenceProperty()));
        model.movesProperty().addListener((property, before, now) -> show(now));
        show(model.movesProperty().get());
    }

    private Form form(WindowCommands commands) {
        Form form = new Form();
        CheckBox planned = new CheckBox(UiMessages.text("runbook.planned"));
        planned.setId("runbook-planned");
        planned.selectedProperty().bindBidirectional(model.plannedProperty());
        planned.setOnAction(event -> commands.take().run());
        form.title("runbook.interventions").add(Form.button("runbook.take", "runbook-take", commands.take()));
        form.add(planned);
        form.row(
                Form.button("runbook.open", "runbook-open", commands.open()),
                Form.button("runbook.save", "runbook-save", commands.save()));
        form.title("runbook.criterion");
        form.add(Form.field("runbook.criterion.form", "runbook-criterion", model.criterionProperty()));
        form.row(
                Form.field(
                        "cause.replications",
                        "runbook-replications",
                        model.fields().replicationsProperty()),
                Form.field("explore.horizon", "runbook-horizon", model.fields().horizonProperty()));
        form.hint("runbook.hint").problem("runbook-problem", model.fields().problemProperty());
        Button start = Form.button("runbook.start", "runbook-start", model::start);
        start.getStyleClass().add("accent");
        BooleanBinding isUnknown = StudyPane.isUnknown(model.study());
        return form.add(start)
                .add(commands.saveFound().pngButton("runbook", isUnknown))
                .add(commands.saveFound().jsonButton("cause.json", "runbook", isUnknown));
    }

    private Node center() {
        list.getStyleClass().add("runbook-moves");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("runbook-list");
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        VBox.setVgrow(bars, Priority.ALWAYS);
        return new VBox(scroll, bars);
    }

    private void show(List<TimedIntervention> moves) {
        list.getChildren().clear();
        Label heading = new Label(UiMessages.counted("runbook.count", moves.size()));
        heading.getStyleClass().add("part-title");
        list.getChildren().add(heading);
        if (moves.isEmpty()) {
            Label none = new Label(UiMessages.text("runbook.none"));
            none.setWrapText(true);
            none.getStyleClass().add("hint");
            list.getChildren().add(none);
        }
        for (int i = 0; i < moves.size(); i++) {
            list.getChildren().add(row(i, moves.get(i)));
        }
    }

    private Node row(int index, TimedIntervention move) {
        String time = text(Duration.ofNanos(move.timeNanos()));
        ValueField field = new ValueField(
                new ReadOnlyStringWrapper(time), typed -> model.retime(index, typed), ValueField.OnLeave.TAKE);
        field.setId("runbook-time-" + index);
        field.getStyleClass().add("runbook-time");
        field.setAccessibleText(UiMessages.text("runbook.time"));
        Label after = new Label(UiMessages.text("runbook.after"));
        after.getStyleClass().add("hint");
        after.setMinWidth(Label.USE_PREF_SIZE);
        Label text = new Label(InterventionText.of(move.intervention()));
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.setId("runbook-remove-" + index);
        remove.getStyleClass().addAll("icon-button", "flat");
        remove.setAccessibleText(UiMessages.text("runbook.remove", text.getText()));
        remove.setOnAction(event -> model.remove(index));
        HBox row = new HBox(field, after, text, remove);
        row.getStyleClass().add("variant-head");
        return row;
    }

    /** To the second, or to the millisecond in the first minute: an intervention is no more exact than a hand. */
    private static String text(Duration after) {
        Duration rounded = after.compareTo(Duration.ofMinutes(1)) < 0
                ? Duration.ofMillis(Math.round(after.toNanos() / NANOS_PER_MILLI))
                : Duration.ofSeconds(Math.round(after.toMillis() / MILLIS_PER_SECOND));
        return Durations.format(rounded);
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
