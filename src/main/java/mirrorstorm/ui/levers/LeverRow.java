package mirrorstorm.ui.levers;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.scenario.Lever;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.Form;
import mirrorstorm.ui.work.ValueField;
import org.controlsfx.control.ToggleSwitch;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One lever on the screen: what it is, its value to be typed, and below it what it is moved with. */
final class LeverRow extends VBox {

    /** Sliders are for values that one can feel one's way to; a seed is not. */
    private static final String SEED = "seed";

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final double TIP_WIDTH = 380;

    LeverRow(LeverViewModel model) {
        Lever lever = model.lever();
        getStyleClass().add("lever");
        setId("lever-" + lever.path().replace('.', '-'));
        pseudoClassStateChanged(CHANGED, model.changedProperty().get());
        model.changedProperty().addListener((property, before, now) -> pseudoClassStateChanged(CHANGED, now));
        Label title = new Label(lever.title());
        title.getStyleClass().add("lever-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        title.setMinWidth(0);
        HBox head = new HBox(title, LeverInfo.button(model), gap);
        head.getStyleClass().add("lever-head");
        getChildren().add(head);
        switch (lever.kind()) {
            case SWITCH -> head.getChildren().addAll(reset(model), toggle(model));
            case CHOICE -> {
                head.getChildren().add(reset(model));
                getChildren().add(choice(model));
            }
            default -> {
                head.getChildren().addAll(reset(model), field(model));
                if (!lever.path().equals(SEED)) {
                    getChildren().add(slider(model));
                }
            }
        }
        getChildren().add(problem(model));
        LazyTooltip.on(head, () -> tip(model), LeverRow::widen);
        head.setAccessibleHelp(lever.help());
    }

    private static String tip(LeverViewModel model) {
        Lever lever = model.lever();
        return UiMessages.text(
                lever.isLive() ? "lever.tip" : "lever.tip.start",
                lever.help(),
                lever.source(),
                model.startText(),
                lever.path());
    }

    private static void widen(Tooltip tip) {
        LazyTooltip.wrapped(TIP_WIDTH).accept(tip);
        tip.getStyleClass().add("lever-tip");
    }

    private static Button reset(LeverViewModel model) {
        Button reset = new Button("", new FontIcon(Feather.ROTATE_CCW));
        reset.getStyleClass().addAll("icon-button", "flat", "reset");
        reset.visibleProperty().bind(model.changedProperty());
        reset.managedProperty().bind(reset.visibleProperty());
        reset.setOnAction(event -> model.reset());
        reset.setAccessibleText(UiMessages.text("lever.reset", model.lever().title()));
        LazyTooltip.on(reset, () -> UiMessages.text("lever.reset.tip", model.startText()));
        return reset;
    }

    private static Node slider(LeverViewModel model) {
        MarkedSlider slider =
                new MarkedSlider(model.positionProperty(), model.startPositionProperty(), new MarkedSlider.Hand() {
                    @Override
                    public void grab() {
                        model.grab();
                    }

                    @Override
                    public void moveTo(double position) {
                        model.moveTo(position);
                    }

                    @Override
                    public void release() {
                        model.release();
                    }
                });
        slider.slider().setAccessibleText(model.lever().title());
        show(model.tintProperty().get(), slider);
        model.tintProperty().addListener((property, before, now) -> show(now, slider));
        slider.slider().accessibleHelpProperty().bind(model.textProperty());
        return slider;
    }

    private static void show(Optional<Tint> tint, MarkedSlider slider) {
        slider.tint(tint);
        if (tint.isEmpty()) {
            slider.slider().setTooltip(null);
            return;
        }
        Tooltip tip = new Tooltip(tint.get().text());
        widen(tip);
        slider.slider().setTooltip(tip);
    }

    private static Node field(LeverViewModel model) {
        ValueField field = new ValueField(model.textProperty(), model::type, ValueField.OnLeave.TAKE);
        field.getStyleClass().add("lever-field");
        field.setAccessibleText(model.lever().title());
        model.problemProperty().addListener((property, before, now) -> field.markWrong(!now.isEmpty()));
        field.textProperty().addListener((property, before, now) -> {
            if (!field.isTyped()) {
                model.forgetTyped();
            }
        });
        field.focusedProperty().addListener((property, before, isFocused) -> {
            if (!isFocused) {
                model.forgetTyped();
            }
        });
        return field;
    }

    private static Node toggle(LeverViewModel model) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(model.lever().title());
        toggle.setSelected((Boolean) model.valueProperty().get());
        model.valueProperty().addListener((property, before, now) -> toggle.setSelected((Boolean) now));
        toggle.selectedProperty().addListener((property, before, now) -> model.choose(now));
        return toggle;
    }

    private static Node choice(LeverViewModel model) {
        ComboBox<Lever.Choice> box = Form.choice(model.lever().path(), Lever.Choice::title);
        box.getItems().setAll(model.lever().choices());
        box.setAccessibleText(model.lever().title());
        box.setValue(choiceOf(model));
        model.valueProperty().addListener((property, before, now) -> box.setValue(choiceOf(model)));
        box.setOnAction(event -> {
            if (box.getValue() != null) {
                model.choose(box.getValue().value());
            }
        });
        return box;
    }

    private static Lever.Choice choiceOf(LeverViewModel model) {
        return model.lever().choices().stream()
                .filter(choice -> choice.value().equals(model.valueProperty().get()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(model.lever().path() + " is none of its choices"));
    }

    private static Node problem(LeverViewModel model) {
        Label problem = new Label();
        problem.getStyleClass().add("lever-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }
}
