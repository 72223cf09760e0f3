package mirrorstorm.ui.compare;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.DifferencePainter;
import mirrorstorm.picture.stage.StageHits;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StagePainter;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.picture.study.ComparisonPainter;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.compare.Difference;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.stage.StageMemory;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The stage of one variant, with its name above it and how many are in another state than in the first. */
final class VariantStage extends VBox {

    private static final long TRAFFIC_SEED = 1;

    private final PaintedPane stage;
    private final Label differs = new Label();
    private final Canvas canvas = new Canvas();
    private volatile @Nullable StageHits painted;

    /**
     * What is to be painted.
     *
     * @param difference  to the first variant, if this one is shaded by it
     * @param isPlaying   whether time passes by itself: if not, dots stand still
     * @param realSeconds since the last picture
     * @param camera      from where the cluster is looked at
     * @param marks       what is pointed at
     */
    record Order(
            Snapshot snapshot,
            Optional<Difference> difference,
            boolean isPlaying,
            double realSeconds,
            Camera camera,
            StageView.Marks marks,
            Theme theme,
            double textScale) {}

    /**
     * @param painter    runs one task at a time
     * @param toggle     shows it in the place of all, or all again
     * @param isEnlarged whether it is in the place of all
     */
    VariantStage(
            int variant,
            String label,
            Executor painter,
            VariantGestures gestures,
            Runnable toggle,
            ObservableBooleanValue isEnlarged) {
        stage = new PaintedPane(painter);
        stage.setId("variant-stage-" + variant);
        stage.getStyleClass().add("variant-stage");
        stage.setFocusTraversable(true);
        stage.setOnKeyPressed(event -> {
            if (CompareKey.of(Shortcut.of(event)).equals(Optional.of(CompareKey.TOGGLE))) {
                toggle.run();
                event.consume();
            }
        });
        gestures.listen(this, stage, toggle);
        getStyleClass().add("variant");
        Label name = new Label(label);
        name.getStyleClass().add("part-title");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.SOMETIMES);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        differs.getStyleClass().add("hint");
        differs.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(VariantChip.of(variant), name, gap, differs, enlarging(variant, toggle, isEnlarged));
        head.getStyleClass().add("variant-head");
        getChildren().addAll(head, stage);
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setAccessibleText(label);
    }

    private static Button enlarging(int variant, Runnable toggle, ObservableBooleanValue isEnlarged) {
        Button button = new Button();
        button.setId("variant-enlarge-" + variant);
        button.getStyleClass().addAll("icon-button", "flat");
        Runnable show = () -> {
            boolean is = isEnlarged.get();
            String text = is ? CompareKey.ALL.tip() : CompareKey.ENLARGE.tip(variant);
            button.setGraphic(new FontIcon(is ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
            button.setAccessibleText(text);
        };
        isEnlarged.addListener((property, before, now) -> show.run());
        show.run();
        LazyTooltip.on(button, button::getAccessibleText);
        button.setOnAction(event -> toggle.run());
        return button;
    }

    /** Has a moment painted; whether that was possible. */
    boolean paint(Order order) {
        return stage.paint((image, scale) -> painted = canvas.paint(image, scale, order));
    }

    /** What is where on the last picture; empty before there is one. */
    Optional<StageHits> hits() {
        return Optional.ofNullable(painted);
    }

    /** The layout of the last picture. */
    Optional<StageLayout> seen() {
        return hits().map(StageHits::layout);
    }

    /** The layout that a cluster has in the present size, all of it seen; empty while there is no room for one. */
    Optional<StageLayout> layoutOf(Snapshot snapshot, double textScale) {
        double scale = stage.scale();
        double width = Math.ceil(stage.getWidth() * scale);
        double height = Math.ceil(stage.getHeight() * scale);
        return width < 1 || height < 1
                ? Optional.empty()
                : Optional.of(StageLayout.of(snapshot, width, height, textScale * scale));
    }

    /** Says how it differs from the first; nothing for the first itself. */
    void tell(Optional<Difference> difference) {
        differs.setText(difference.map(ComparisonPainter::differs).orElse(UiMessages.text("compare.first")));
    }

    PaintedPane pane() {
        return stage;
    }

    /** What is remembered from one picture to the next; belongs to the painter's thread. */
    private static final class Canvas {

        private final StageMemory memory = new StageMemory();
        private Traffic traffic = new Traffic(TRAFFIC_SEED);
        private long timeNanos = -1;

        StageHits paint(BufferedImage image, double scale, Order order) {
            double textScale = order.textScale() * scale;
            StageLayout place =
                    memory.layoutFor(order.snapshot(), image.getWidth(), image.getHeight(), textScale, order.camera());
            move(order, place);
            StageView view = new StageView(order.snapshot(), place, traffic, order.marks(), textScale);
            StagePainter drawn = memory.painterFor(order.theme());
            if (order.difference().isPresent()) {
                DifferencePainter.paint(drawn, image, view, order.difference().get(), order.theme());
            } else {
                drawn.paint(image, view);
            }
            return drawn.hits(view);
        }

        private void move(Order order, StageLayout place) {
            long passed = order.snapshot().timeNanos() - timeNanos;
            boolean isOn = timeNanos >= 0 && passed >= 0 && (order.isPlaying() || passed == 0);
            timeNanos = order.snapshot().timeNanos();
            if (isOn) {
                traffic.advance(order.snapshot(), place, order.realSeconds(), Nanos.toSeconds(passed));
            } else {
                traffic = Traffic.settled(order.snapshot(), place, TRAFFIC_SEED);
            }
        }
    }
}
