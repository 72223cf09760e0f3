package mirrorstorm.ui.compare;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.study.ComparisonPainter;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.compare.Difference;
import mirrorstorm.ui.keys.Shortcut;
import mirrorstorm.ui.stage.PaintedPane;
import mirrorstorm.ui.stage.PaintedStage;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The stage of one variant, with its name above it and how many are in another state than in the first. */
final class VariantStage extends VBox {

    private final PaintedStage stage;
    private final Label differs = new Label();

    /**
     * @param toggle     shows it in the place of all, or all again
     * @param isEnlarged whether it is in the place of all
     */
    VariantStage(int variant, String label, PaintedStage stage, Runnable toggle, ObservableBooleanValue isEnlarged) {
        this.stage = stage;
        PaintedPane pane = stage.pane();
        pane.setId("variant-stage-" + variant);
        pane.getStyleClass().add("variant-stage");
        pane.setFocusTraversable(true);
        pane.setAccessibleText(label);
        pane.setOnKeyPressed(event -> {
            if (CompareKey.of(Shortcut.of(event)).equals(Optional.of(CompareKey.TOGGLE))) {
                toggle.run();
                event.consume();
            }
        });
        stage.listen(pane, point -> toggle.run());
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
        getChildren().addAll(head, pane);
        VBox.setVgrow(pane, Priority.ALWAYS);
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

    /** Its picture, and what the pointer does there. */
    PaintedStage stage() {
        return stage;
    }

    /** The layout that a cluster has in the present size, all of it seen; empty while there is no room for one. */
    Optional<StageLayout> layoutOf(Snapshot snapshot, double textScale) {
        double scale = stage.pane().scale();
        double width = Math.ceil(stage.pane().getWidth() * scale);
        double height = Math.ceil(stage.pane().getHeight() * scale);
        return width < 1 || height < 1
                ? Optional.empty()
                : Optional.of(StageLayout.of(snapshot, width, height, textScale * scale));
    }

    /** Says how it differs from the first; nothing for the first itself. */
    void tell(Optional<Difference> difference) {
        differs.setText(difference.map(ComparisonPainter::differs).orElse(UiMessages.text("compare.first")));
    }
}
