package mirrorstorm.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mirrorstorm.picture.study.ComparisonRows;
import mirrorstorm.picture.text.ChangeText;
import mirrorstorm.run.compare.FirstDivergence;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.ui.words.UiMessages;

/** What the variants come to: where each parts from the first, and a table of outcomes with paired differences. */
final class ComparisonTable extends VBox {

    private final CompareViewModel model;
    private final VBox divergences = new VBox();
    private final VBox rows = new VBox();

    ComparisonTable(CompareViewModel model) {
        this.model = model;
        getStyleClass().add("comparison-table");
        divergences.getStyleClass().add("comparison-rows");
        rows.getStyleClass().add("comparison-rows");
        ScrollPane scroll = new ScrollPane(new VBox(divergences, rows));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
        model.knownProperty().addListener((property, before, now) -> show(now));
        show(model.knownProperty().get());
    }

    private void show(Optional<VariantComparison> known) {
        rows.getChildren().clear();
        divergences.getChildren().clear();
        if (known.isEmpty()) {
            Label none = new Label(UiMessages.text("compare.none"));
            none.getStyleClass().add("hint");
            none.setWrapText(true);
            divergences.getChildren().add(none);
            return;
        }
        VariantComparison comparison = known.get();
        for (int variant = 1; variant < comparison.variants().size(); variant++) {
            divergences.getChildren().add(divergence(comparison, variant));
        }
        if (comparison.replications() == 0) {
            return;
        }
        rows.getChildren().add(new FittingPane(grid(comparison, Place.BESIDE), grid(comparison, Place.BELOW)));
        Label foot = new Label(UiMessages.text("compare.foot"));
        foot.getStyleClass().add("hint");
        foot.setWrapText(true);
        rows.getChildren().add(foot);
    }

    private Node divergence(VariantComparison comparison, int variant) {
        Optional<FirstDivergence.Divergence> moment = comparison.divergences().get(variant);
        Label text = new Label(moment.map(known -> ChangeText.divergence(variant, known))
                .orElseGet(() -> ChangeText.noDivergence(
                        variant, comparison.variants().get(0).scenario().horizon())));
        text.setWrapText(true);
        text.setId("compare-parting-" + variant);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinWidth(0);
        text.setMinHeight(Label.USE_PREF_SIZE);
        HBox row = new HBox(VariantChip.of(variant), text);
        row.getStyleClass().add("variant-head");
        if (moment.isPresent()) {
            Button there = new Button(UiMessages.text("compare.there"));
            there.setId("compare-there-" + variant);
            there.setMinWidth(Button.USE_PREF_SIZE);
            there.setOnAction(event -> model.toFirstDivergence(variant));
            row.getChildren().add(there);
        }
        return row;
    }

    /** Where a difference stands: beside the mean of its variant where there is room for that, else below it. */
    private enum Place {
        BESIDE,
        BELOW
    }

    private static GridPane grid(VariantComparison comparison, Place place) {
        GridPane grid = new GridPane();
        grid.getStyleClass()
                .addAll("comparison-grid", "differences-" + place.name().toLowerCase(Locale.ROOT));
        int count = comparison.variants().size();
        for (int variant = 0; variant < count; variant++) {
            add(grid, VariantChip.of(variant), meanColumn(variant, place), 0);
            if (variant > 0 && place == Place.BESIDE) {
                Label title = label(ComparisonRows.differenceTitle(variant), true);
                add(grid, title, meanColumn(variant, place) + 1, 0);
            }
        }
        if (place == Place.BELOW) {
            Label below = label(UiMessages.text("compare.below"), false);
            below.getStyleClass().add("hint");
            grid.add(below, 0, 0);
        }
        List<ComparisonRows.Row> rows = ComparisonRows.of(comparison);
        for (int i = 0; i < rows.size(); i++) {
            addRow(grid, rows.get(i), place, place == Place.BESIDE ? i + 1 : 2 * i + 1);
        }
        return grid;
    }

    private static int meanColumn(int variant, Place place) {
        return place == Place.BESIDE ? Math.max(1, 2 * variant) : variant + 1;
    }

    private static void addRow(GridPane grid, ComparisonRows.Row row, Place place, int at) {
        Label title = label(row.title(), false);
        title.getStyleClass().add("hint");
        grid.add(title, 0, at);
        if (place == Place.BELOW) {
            title.setMinWidth(0);
            title.setWrapText(true);
            GridPane.setRowSpan(title, 2);
            GridPane.setValignment(title, VPos.TOP);
            title.getStyleClass().add("comparison-begin");
        }
        for (int variant = 0; variant < row.means().size(); variant++) {
            int column = meanColumn(variant, place);
            Label mean = label(row.means().get(variant), false);
            if (place == Place.BELOW) {
                mean.getStyleClass().add("comparison-begin");
            }
            add(grid, mean, column, at);
            if (variant > 0) {
                boolean isTold = row.isTold().get(variant);
                Label difference = label(row.differences().get(variant), isTold);
                if (!isTold) {
                    difference.getStyleClass().add("hint");
                }
                add(grid, difference, place == Place.BESIDE ? column + 1 : column, place == Place.BESIDE ? at : at + 1);
            }
        }
    }

    private static Label label(String text, boolean isStrong) {
        Label label = new Label(text);
        label.setMinWidth(Label.USE_PREF_SIZE);
        if (isStrong) {
            label.getStyleClass().add("part-title");
        }
        return label;
    }

    private static void add(GridPane grid, Node node, int column, int row) {
        GridPane.setHalignment(node, HPos.RIGHT);
        GridPane.setHgrow(node, Priority.SOMETIMES);
        grid.add(node, column, row);
    }
}
