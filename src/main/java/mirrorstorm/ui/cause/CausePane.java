package mirrorstorm.ui.cause;

import java.awt.Graphics2D;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mirrorstorm.export.MapExport;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.Form;
import mirrorstorm.ui.work.JobProgressBar;
import mirrorstorm.ui.work.PictureScale;

/** The bars of {@link CauseViewModel} with their sentences, what is asked beside them, how far it is below. */
public final class CausePane extends BorderPane {

    private final CauseViewModel model;
    private final ObservableValue<Theme> theme;
    private final ObservableDoubleValue textScale;
    private final PaintedPane bars;
    private boolean isStale = true;

    /** What the buttons do that is not about the bars alone. */
    public record WindowCommands(Runnable start, Runnable json, Runnable png) {}

    /** @param painter runs one task at a time */
    public CausePane(
            CauseViewModel model,
            ObservableValue<Theme> theme,
            ObservableDoubleValue textScale,
            Executor painter,
            WindowCommands commands) {
        this.model = model;
        this.theme = theme;
        this.textScale = textScale;
        bars = new PaintedPane(painter);
        getStyleClass().add("work");
        setLeft(form(commands));
        setCenter(new StackPane(bars, emptyText()));
        setBottom(status());
        model.knownProperty().addListener((property, before, now) -> isStale = true);
        model.measureProperty().addListener((property, before, now) -> isStale = true);
        theme.addListener((property, before, now) -> isStale = true);
        textScale.addListener((property, before, now) -> isStale = true);
        bars.widthProperty().addListener((property, before, now) -> isStale = true);
        bars.heightProperty().addListener((property, before, now) -> isStale = true);
        bars.accessibleTextProperty().bind(model.sentenceProperty());
    }

    private Node form(WindowCommands commands) {
        Form form = new Form();
        ComboBox<Measure> measure = Form.choice("cause-measure", MeasureText::title);
        measure.getItems().setAll(Measure.values());
        measure.valueProperty().bindBidirectional(model.measureProperty());
        form.title("cause.measure").add(measure);
        form.row(
                Form.field("cause.replications", "cause-replications", model.replicationsProperty()),
                Form.field("explore.horizon", "cause-horizon", model.horizonProperty()));
        form.hint("cause.hint").problem("cause-problem", model.problemProperty());
        Button start = Form.button("cause.start", "cause-start", commands.start());
        start.getStyleClass().add("accent");
        start.setDefaultButton(true);
        Button png = Form.button("explore.png", "cause-png", commands.png());
        Button json = Form.button("cause.json", "cause-json", commands.json());
        BooleanBinding isUnknown =
                Bindings.createBooleanBinding(() -> model.knownProperty().get().isEmpty(), model.knownProperty());
        png.disableProperty().bind(isUnknown);
        json.disableProperty().bind(isUnknown);
        return form.add(start).add(png).add(json);
    }

    private Node emptyText() {
        Label empty = new Label(UiMessages.text("cause.empty"));
        empty.getStyleClass().add("hint");
        empty.setMouseTransparent(true);
        empty.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.knownProperty().get().isEmpty(), model.knownProperty()));
        return empty;
    }

    private Node status() {
        Label sentence = new Label();
        sentence.setId("cause-sentence");
        sentence.getStyleClass().add("work-sentence");
        sentence.setWrapText(true);
        sentence.textProperty().bind(model.sentenceProperty());
        sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
        VBox box = new VBox(sentence, new JobProgressBar(model.work(), "cause"));
        box.getStyleClass().add("work-status");
        return box;
    }

    /** Called once a frame; whether a picture is on its way. */
    public boolean onFrame() {
        boolean isNew = bars.onFrame();
        if (isStale && model.scenario().isPresent() && !bars.isBusy()) {
            Scenario scenario = model.scenario().get();
            Measure measure = model.measureProperty().get();
            Theme now = theme.getValue();
            isStale = !model.knownProperty()
                    .get()
                    .map(known -> paint(scenario, known, measure, now))
                    .orElse(false);
        }
        return isNew || bars.isBusy();
    }

    private boolean paint(Scenario scenario, Attribution known, Measure measure, Theme now) {
        double text = PictureScale.of(bars.getWidth(), bars.getHeight(), textScale.get());
        return bars.paint((image, scale) -> {
            Graphics2D g = image.createGraphics();
            MapExport.paint(g, scenario, known, measure, image.getWidth(), image.getHeight(), text * scale, now);
            g.dispose();
        });
    }
}
