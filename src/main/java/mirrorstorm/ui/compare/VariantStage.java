package mirrorstorm.ui.compare;

import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.picture.ComparisonPainter;
import mirrorstorm.picture.DifferencePainter;
import mirrorstorm.picture.StageLayout;
import mirrorstorm.picture.StagePainter;
import mirrorstorm.picture.StageView;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.Traffic;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.compare.Difference;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.stage.StageMemory;
import mirrorstorm.ui.words.Words;

/** The stage of one variant, with its name above it and how many are in another state than in the first. */
final class VariantStage extends VBox {

    private static final long TRAFFIC_SEED = 1;
    private static final double NANOS_PER_SECOND = 1e9;

    private final PaintedPane stage;
    private final Label differs = new Label();
    private final Canvas canvas = new Canvas();

    /**
     * What is to be painted.
     *
     * @param difference  to the first variant, if this one is shaded by it
     * @param isPlaying   whether time passes by itself: if not, dots stand still
     * @param realSeconds since the last picture
     */
    record Order(
            Snapshot snapshot,
            Optional<Difference> difference,
            boolean isPlaying,
            double realSeconds,
            Theme theme,
            double textScale) {}

    /** @param painter runs one task at a time */
    VariantStage(int variant, String label, Executor painter) {
        stage = new PaintedPane(painter);
        stage.getStyleClass().add("variant-stage");
        getStyleClass().add("variant");
        Label name = new Label(label);
        name.getStyleClass().add("part-title");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.SOMETIMES);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        differs.getStyleClass().add("hint");
        differs.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(VariantChip.of(variant), name, gap, differs);
        head.getStyleClass().add("variant-head");
        getChildren().addAll(head, stage);
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setAccessibleText(label);
    }

    /** Has a moment painted; whether that was possible. */
    boolean paint(Order order) {
        return stage.paint((image, scale) -> canvas.paint(image, scale, order));
    }

    /** Says how it differs from the first; nothing for the first itself. */
    void tell(Optional<Difference> difference) {
        differs.setText(difference.map(ComparisonPainter::differs).orElse(Words.text("compare.first")));
    }

    PaintedPane pane() {
        return stage;
    }

    /** What is remembered from one picture to the next; belongs to the painter's thread. */
    private static final class Canvas {

        private final StageMemory memory = new StageMemory();
        private Traffic traffic = new Traffic(TRAFFIC_SEED);
        private long timeNanos = -1;

        void paint(BufferedImage image, double scale, Order order) {
            double textScale = order.textScale() * scale;
            StageLayout place = memory.layoutFor(order.snapshot(), image.getWidth(), image.getHeight(), textScale);
            move(order, place);
            StageView view = new StageView(order.snapshot(), place, traffic, StageView.Marks.NONE, textScale);
            StagePainter drawn = memory.painterFor(order.theme());
            if (order.difference().isPresent()) {
                DifferencePainter.paint(drawn, image, view, order.difference().get(), order.theme());
            } else {
                drawn.paint(image, view);
            }
        }

        private void move(Order order, StageLayout place) {
            long passed = order.snapshot().timeNanos() - timeNanos;
            boolean isOn = timeNanos >= 0 && passed >= 0 && (order.isPlaying() || passed == 0);
            timeNanos = order.snapshot().timeNanos();
            if (isOn) {
                traffic.advance(order.snapshot(), place, order.realSeconds(), passed / NANOS_PER_SECOND);
            } else {
                traffic = Traffic.settled(order.snapshot(), place, TRAFFIC_SEED);
            }
        }
    }
}
