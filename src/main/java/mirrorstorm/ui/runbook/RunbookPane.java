package mirrorstorm.ui.runbook;

import java.awt.Graphics2D;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mirrorstorm.export.MapExport;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.InterventionText;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.Form;
import mirrorstorm.ui.work.JobProgressBar;
import mirrorstorm.ui.work.PictureScale;
import mirrorstorm.ui.work.ValueField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The interventions of {@link RunbookViewModel} as a list that can be changed, and below it how often they work. */
public final class RunbookPane extends BorderPane {

    private static final double BARS_HEIGHT = 270;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final RunbookViewModel model;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final PaintedPane bars;
    private final VBox list = new VBox();
    private boolean isStale = true;

    /** What the buttons do that is not about the runbook alone. */
    public record WindowCommands(Runnable take, Runnable open, Runnable save, Runnable png, Runnable json) {}

    /** @param painter runs one task at a time */
    public RunbookPane(
            RunbookViewModel model,
            ObservableValue<Theme> theme,
            ObservableDoubleValue textScale,
            Executor painter,
            WindowCommands commands) {
        this.model = model;
        this.theme = theme;
        this.textScale = textScale;
        bars = new PaintedPane(painter);
        bars.setMinHeight(BARS_HEIGHT);
        bars.setPrefHeight(BARS_HEIGHT);
        bars.accessibleTextProperty().bind(model.sentenceProperty());
        getStyleClass().add("work");
        setLeft(form(commands));
        setCenter(center());
        setBottom(status());
        model.movesProperty().addListener((property, before, now) -> show(now));
        model.knownProperty().addListener((property, before, now) -> isStale = true);
        theme.addListener((property, before, now) -> isStale = true);
        textScale.addListener((property, before, now) -> isStale = true);
        bars.widthProperty().addListener((property, before, now) -> isStale = true);
        bars.heightProperty().addListener((property, before, now) -> isStale = true);
        show(model.movesProperty().get());
    }

    private Node form(WindowCommands commands) {
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
                Form.field("cause.replications", "runbook-replications", model.replicationsProperty()),
                Form.field("explore.horizon", "runbook-horizon", model.horizonProperty()));
        form.hint("runbook.hint").problem("runbook-problem", model.problemProperty());
        Button start = Form.button("runbook.start", "runbook-start", model::start);
        start.getStyleClass().add("accent");
        Button png = Form.button("explore.png", "runbook-png", commands.png());
        Button json = Form.button("cause.json", "runbook-json", commands.json());
        for (Button each : List.of(png, json)) {
            each.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> model.knownProperty().get().isEmpty(), model.knownProperty()));
        }
        return form.add(start).add(png).add(json);
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

    private Node status() {
        Label sentence = new Label();
        sentence.setId("runbook-sentence");
        sentence.getStyleClass().add("work-sentence");
        sentence.setWrapText(true);
        sentence.textProperty().bind(model.sentenceProperty());
        sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
        VBox box = new VBox(sentence, new JobProgressBar(model.work(), "runbook"));
        box.getStyleClass().add("work-status");
        return box;
    }

    /** Called once a frame; whether a picture is on its way. */
    public boolean onFrame() {
        boolean isNew = bars.onFrame();
        if (isStale && model.tried().isPresent() && !bars.isBusy()) {
            Scenario scenario = model.tried().get();
            Theme now = theme.getValue();
            isStale = !model.knownProperty()
                    .get()
                    .map(known -> paint(scenario, known, now))
                    .orElse(false);
        }
        return isNew || bars.isBusy();
    }

    private boolean paint(Scenario scenario, Runbook known, Theme now) {
        double text = PictureScale.of(bars.getWidth(), bars.getHeight(), textScale.get());
        return bars.paint((image, scale) -> {
            Graphics2D g = image.createGraphics();
            MapExport.paint(g, scenario, known, image.getWidth(), image.getHeight(), text * scale, now);
            g.dispose();
        });
    }
}
