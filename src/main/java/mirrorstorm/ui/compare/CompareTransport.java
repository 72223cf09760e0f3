package mirrorstorm.ui.compare;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.picture.VariantStyle;
import mirrorstorm.picture.study.ComparisonPainter;
import mirrorstorm.run.compare.SideBySide;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One transport and one scrubber for all variants, and whether differences are shaded. */
final class CompareTransport extends VBox {

    private static final double TIP_WIDTH = 380;

    private final CompareViewModel model;
    private final ComparePlayer player;
    private final Slider scrubber = new Slider(0, 1, 0);
    private final Label clock = new Label();
    private boolean isFollowing;

    CompareTransport(CompareViewModel model, VariantStages stages) {
        this.model = model;
        player = model.player();
        getStyleClass().add("compare-transport");
        scrubber.setId("compare-scrubber");
        scrubber.setAccessibleText(UiMessages.text("timeline.accessible"));
        scrubber.valueProperty().addListener((property, before, now) -> {
            if (!isFollowing) {
                player.seek(Math.round(now.doubleValue() * player.horizonNanos()));
            }
        });
        HBox.setHgrow(scrubber, Priority.ALWAYS);
        getChildren().addAll(buttons(stages), scrubber);
        player.shownProperty().addListener((property, before, now) -> follow(now));
        disableProperty().bind(model.comparedProperty().isEqualTo(java.util.List.of()));
    }

    private HBox buttons(VariantStages stages) {
        Button play = new Button();
        play.setId("compare-play");
        play.getStyleClass().add("accent");
        LazyTooltip.on(play, CompareKey.PLAY.tip());
        show(play, false);
        player.playingProperty().addListener((property, before, now) -> show(play, now));
        play.setOnAction(event -> player.togglePlay());
        Button back = icon(Feather.SKIP_BACK, "compare-back", CompareKey.BACK, () -> player.jump(-1));
        Button on = icon(Feather.SKIP_FORWARD, "compare-on", CompareKey.ON, () -> player.jump(1));
        Button slower = icon(Feather.MINUS, "compare-slower", CompareKey.SLOWER, player::slower);
        Button faster = icon(Feather.PLUS, "compare-faster", CompareKey.FASTER, player::faster);
        Label speed = new Label(player.speedProperty().get().text());
        speed.getStyleClass().add("compare-speed");
        player.speedProperty().addListener((property, before, now) -> speed.setText(now.text()));
        clock.setId("compare-clock");
        clock.getStyleClass().add("part-title");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        CheckBox shade = new CheckBox(UiMessages.text("compare.shade"));
        shade.setId("compare-shade");
        shade.setMinWidth(Region.USE_PREF_SIZE);
        shade.selectedProperty().bindBidirectional(model.shadedProperty());
        LazyTooltip.on(shade, ComparisonPainter::shading, LazyTooltip.wrapped(TIP_WIDTH));
        HBox row = new HBox(play, back, on, slower, speed, faster, clock, gap, shown(stages), shade);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("transport-row");
        return row;
    }

    /** All beside each other, or one of them in the place of all. */
    private Node shown(VariantStages stages) {
        SegmentedButton choice = new SegmentedButton();
        choice.setToggleGroup(null);
        Runnable fill = () -> {
            choice.getButtons().clear();
            int count = model.comparedProperty().get().size();
            for (int variant = VariantStages.ALL; variant < count; variant++) {
                choice.getButtons().add(shows(stages, variant));
            }
            choice.setVisible(count > 0);
        };
        model.comparedProperty().addListener((property, before, now) -> fill.run());
        fill.run();
        return choice;
    }

    private static ToggleButton shows(VariantStages stages, int variant) {
        boolean isAll = variant == VariantStages.ALL;
        ToggleButton button = new ToggleButton(isAll ? UiMessages.text("compare.all") : VariantStyle.letter(variant));
        button.setId(isAll ? "compare-show-all" : "compare-show-" + variant);
        String tip = isAll ? CompareKey.ALL.tip() : CompareKey.ENLARGE.tip(variant);
        LazyTooltip.on(button, tip);
        button.setAccessibleText(tip);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(stages.enlargedProperty().get() == variant);
        stages.enlargedProperty().addListener((property, before, now) -> button.setSelected(now.intValue() == variant));
        button.setOnAction(event -> {
            stages.enlarge(variant);
            button.setSelected(true);
        });
        return button;
    }

    private static void show(Button play, boolean isPlaying) {
        play.setText(UiMessages.text(isPlaying ? "compare.pause" : "compare.play"));
        play.setGraphic(new FontIcon(isPlaying ? Feather.PAUSE : Feather.PLAY));
    }

    private static Button icon(Feather icon, String id, CompareKey key, Runnable command) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("icon-button", "flat");
        button.setAccessibleText(key.text());
        LazyTooltip.on(button, key.tip());
        button.setOnAction(event -> command.run());
        return button;
    }

    private void follow(Optional<SideBySide.Frame> moment) {
        if (moment.isEmpty()) {
            clock.setText("");
            return;
        }
        long now = moment.get().timeNanos();
        clock.setText(UiMessages.text(
                "compare.clock",
                Times.clock(now, player.speedProperty().get().nanosPerSecond()),
                Times.timeOfDay(model.comparedProperty().get().get(0).scenario().origin(), now)));
        if (!scrubber.isValueChanging()) {
            isFollowing = true;
            scrubber.setValue((double) now / Math.max(1, player.horizonNanos()));
            isFollowing = false;
        }
    }
}
