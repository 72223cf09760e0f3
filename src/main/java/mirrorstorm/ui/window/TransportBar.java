package mirrorstorm.ui.window;

import java.util.List;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.Speed;
import mirrorstorm.ui.timeline.GoToPane;
import mirrorstorm.ui.timeline.MarksViewModel;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.LayoutPulse;
import mirrorstorm.ui.work.ValueField;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Transport, speed, clock and seed; what has no room goes into a menu at the end. */
final class TransportBar extends ToolBar {

    private static final PseudoClass WORDED = PseudoClass.getPseudoClass("worded");

    // From which width what is shown, at text scale 1. Whatever is left out has a menu, and most of it a key.
    private static final double COMPARE_FROM = 1200;
    private static final double SEED_FROM = 1140;
    private static final double WORD_FROM = 1050;
    private static final double PANELS_FROM = 990;
    private static final double UNDO_FROM = 830;
    private static final double SLIDER_FROM = 760;
    private static final double GEARS_FROM = 680;
    private static final double DATE_FROM = 560;

    private final PlaybackViewModel playback;
    private final ObservableDoubleValue textScale;

    /** @param textScale the size of text: what is left out follows from the width in letters */
    TransportBar(PlaybackViewModel playback, MarksViewModel marks, Actions actions, ObservableDoubleValue textScale) {
        this.playback = playback;
        this.textScale = textScale;
        getStyleClass().add("transport");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getItems()
                .addAll(
                        Buttons.icon(actions.get("toStart"), Feather.SKIP_BACK),
                        Buttons.icon(actions.get("stepBack"), Feather.CHEVRON_LEFT),
                        playButton(actions.get("play")),
                        Buttons.icon(actions.get("step"), Feather.CHEVRON_RIGHT),
                        Buttons.icon(actions.get("toEnd"), Feather.SKIP_FORWARD),
                        from(GEARS_FROM, separator()),
                        from(GEARS_FROM, modes(actions)),
                        goTo(playback, marks, actions.get("goTo")),
                        separator(),
                        speed(actions.get("abandon")),
                        separator(),
                        clock(),
                        gap,
                        from(SEED_FROM, seed()),
                        from(SEED_FROM, separator()),
                        from(UNDO_FROM, Buttons.icon(actions.get("undo"), Feather.CORNER_UP_LEFT)),
                        from(UNDO_FROM, Buttons.icon(actions.get("redo"), Feather.CORNER_UP_RIGHT)),
                        from(PANELS_FROM, separator()),
                        from(COMPARE_FROM, Buttons.icon(actions.get("compare"), Feather.COLUMNS)),
                        from(PANELS_FROM, Buttons.icon(actions.get("export"), Feather.IMAGE)),
                        from(PANELS_FROM, Buttons.toggle(actions.get("story"), Feather.ALIGN_LEFT)),
                        from(PANELS_FROM, Buttons.toggle(actions.get("charts"), Feather.ACTIVITY)),
                        from(PANELS_FROM, Buttons.toggle(actions.get("levers"), Feather.SLIDERS)),
                        Buttons.icon(actions.get("shortcuts"), Feather.HELP_CIRCLE));
    }

    private BooleanBinding isWide(double width) {
        return Bindings.createBooleanBinding(() -> getWidth() >= width * textScale.get(), widthProperty(), textScale);
    }

    /** Shows it where the bar is that wide. */
    private Node from(double width, Node item) {
        item.visibleProperty().bind(isWide(width));
        item.managedProperty().bind(item.visibleProperty());
        return item;
    }

    private static Node separator() {
        return new Separator(Orientation.VERTICAL);
    }

    private Node playButton(Action play) {
        Button button = Buttons.icon(play, Feather.PLAY);
        button.getStyleClass().remove("flat");
        button.getStyleClass().addAll("accent", "play");
        FontIcon icon = (FontIcon) button.getGraphic();
        playback.playingProperty()
                .addListener(
                        (property, before, isPlaying) -> icon.setIconCode(isPlaying ? Feather.PAUSE : Feather.PLAY));
        BooleanBinding hasWord = isWide(WORD_FROM);
        hasWord.addListener((property, before, now) -> button.pseudoClassStateChanged(WORDED, now));
        button.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> !hasWord.get()
                                ? ""
                                : UiMessages.text(
                                        playback.playingProperty().get() ? "transport.pause" : "transport.play"),
                        hasWord,
                        playback.playingProperty()));
        return button;
    }

    private static Node modes(Actions actions) {
        SegmentedButton modes = new SegmentedButton();
        for (String id : List.of("gearAuto", "gearRun", "gearFast")) {
            modes.getButtons().add(Buttons.choice(actions.get(id)));
        }
        // the actions know which mode is chosen, and only one ever is
        modes.setToggleGroup(null);
        modes.setId("gears");
        modes.setMinWidth(Region.USE_PREF_SIZE);
        modes.getButtons().forEach(each -> each.setMinWidth(Region.USE_PREF_SIZE));
        modes.setAccessibleText(UiMessages.text("transport.modes"));
        return modes;
    }

    /** The button that opens the sheet of goals and breakpoints, which is shown empty and filled in the next frame. */
    private static Node goTo(PlaybackViewModel playback, MarksViewModel marks, Action action) {
        Button button = Buttons.icon(action, Feather.TARGET);
        GoToPane pane = new GoToPane(playback, marks);
        StackPane holder = new StackPane();
        holder.getStyleClass().add("go-to-ground");
        PopOver sheet = new PopOver(holder);
        sheet.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        sheet.setDetachable(false);
        sheet.setArrowSize(0);
        sheet.setCornerRadius(0);
        sheet.setAnimated(false);
        sheet.setOnShown(event -> LayoutPulse.afterNext(sheet.getScene(), () -> {
            holder.getChildren().setAll(pane);
            LayoutPulse.afterNext(sheet.getScene(), pane::begin);
        }));
        sheet.setOnHidden(event -> holder.getChildren().clear());
        sheet.showingProperty()
                .addListener((property, before, now) -> marks.askingProperty().set(now));
        marks.askingProperty().addListener((property, before, isAsking) -> {
            if (isAsking && !sheet.isShowing()) {
                show(sheet, button, marks);
            } else if (!isAsking) {
                sheet.hide();
            }
        });
        return button;
    }

    private static void show(PopOver sheet, Button button, MarksViewModel marks) {
        dress(sheet, button.getScene());
        LayoutPulse.afterNext(button.getScene(), () -> {
            if (marks.askingProperty().get()) {
                sheet.show(button);
            }
        });
    }

    /** In what the window wears; that is read anew with each change, which takes a frame of its own. */
    private static void dress(PopOver sheet, Scene window) {
        ObservableList<String> worn = sheet.getRoot().getStylesheets();
        if (!worn.equals(window.getStylesheets())) {
            worn.setAll(window.getStylesheets());
        }
    }

    private Node speed(Action abandon) {
        Slider slider = new Slider(0, 1, playback.speedProperty().get().position());
        slider.getStyleClass().add("speed-slider");
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText(UiMessages.text("transport.speed"));
        LazyTooltip.on(slider, UiMessages.text("transport.speed.tip"));
        playback.speedProperty().addListener((property, before, now) -> {
            if (!slider.isPressed()) {
                slider.setValue(now.position());
            }
        });
        slider.valueProperty().addListener((property, before, now) -> {
            Speed wanted = Speed.atPosition(now.doubleValue());
            boolean isOther =
                    Math.abs(wanted.position() - playback.speedProperty().get().position()) > 1e-3;
            if (isOther && (slider.isPressed() || slider.isFocused())) {
                playback.setSpeed(wanted);
            }
        });
        StringBinding text = Bindings.createStringBinding(
                () -> playback.speedProperty().get().text(), playback.speedProperty());
        TextField field = field("speed-field", "transport.speed", text, playback::typeSpeed);
        HBox row = new HBox(from(SLIDER_FROM, slider), field);
        row.getStyleClass().add("transport-row");
        Label achieved = new Label();
        achieved.getStyleClass().add("achieved");
        achieved.textProperty().bind(playback.achievedTextProperty());
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(playback.progressProperty());
        progress.setAccessibleText(UiMessages.text("transport.travelling"));
        Button cancel = Buttons.icon(abandon, Feather.X);
        for (Node each : List.of(progress, cancel)) {
            each.visibleProperty().bind(playback.seekingProperty());
            each.managedProperty().bind(each.visibleProperty());
        }
        HBox below = new HBox(caption("transport.speed"), progress, achieved, cancel);
        below.getStyleClass().add("transport-row");
        return pair("speed", row, below);
    }

    /** What can be read or changed, with its name below it. */
    private static Node pair(String styleClass, Node above, Node below) {
        VBox box = new VBox(above, below);
        box.getStyleClass().addAll("pair", styleClass);
        return box;
    }

    private Node clock() {
        Label time = new Label();
        time.getStyleClass().add("clock");
        time.textProperty().bind(playback.clockTextProperty());
        time.setAccessibleHelp(UiMessages.text("transport.clock"));
        LazyTooltip.on(time, UiMessages.text("transport.clock"));
        Label there = new Label();
        there.getStyleClass().add("clock-there");
        there.textProperty().bind(playback.timeOfDayTextProperty());
        Label date = new Label();
        date.getStyleClass().add("clock-date");
        date.textProperty().bind(playback.dateTextProperty());
        HBox below = new HBox(there, from(DATE_FROM, date));
        below.getStyleClass().add("transport-row");
        below.setMinWidth(Region.USE_PREF_SIZE);
        return pair("clocks", time, below);
    }

    private Node seed() {
        TextField field = field("seed-field", "transport.seed", playback.seedTextProperty(), playback::typeSeed);
        LazyTooltip.on(field, UiMessages.text("transport.seed.tip"));
        return pair("seed", field, caption("transport.seed"));
    }

    private static Label caption(String key) {
        Label label = new Label(UiMessages.text(key));
        label.getStyleClass().add("below");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A field that keeps wrong text, marked, until it is put right or left. */
    private static TextField field(String id, String name, ObservableValue<String> value, Predicate<String> take) {
        TextField field = new ValueField(value, take, ValueField.OnLeave.DROP);
        field.setId(id);
        field.getStyleClass().add(id);
        field.setAccessibleText(UiMessages.text(name));
        return field;
    }
}
