package mirrorstorm.ui.compare;

import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mirrorstorm.picture.ChangeText;
import mirrorstorm.picture.ComparisonRows;
import mirrorstorm.run.compare.Parting;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.ui.words.Words;

/** What the variants come to: where each parts from the first, and a table of outcomes with paired differences. */
final class ComparisonTable extends VBox {

    private final CompareViewModel model;
    private final VBox partings = new VBox();
    private final VBox rows = new VBox();

    ComparisonTable(CompareViewModel model) {
        this.model = model;
        getStyleClass().add("comparison-table");
        partings.getStyleClass().add("comparison-rows");
        rows.getStyleClass().add("comparison-rows");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(partings, scroll);
        model.knownProperty().addListener((property, before, now) -> show(now));
        show(model.knownProperty().get());
    }

    private void show(Optional<VariantComparison> known) {
        rows.getChildren().clear();
        partings.getChildren().clear();
        if (known.isEmpty()) {
            Label none = new Label(Words.text("compare.none"));
            none.getStyleClass().add("hint");
            none.setWrapText(true);
            partings.getChildren().add(none);
            return;
        }
        VariantComparison comparison = known.get();
        for (int variant = 1; variant < comparison.variants().size(); variant++) {
            partings.getChildren().add(parting(comparison, variant));
        }
        if (comparison.replications() == 0) {
            return;
        }
        rows.getChildren().add(grid(comparison));
        Label foot = new Label(Words.text("compare.foot"));
        foot.getStyleClass().add("hint");
        foot.setWrapText(true);
        rows.getChildren().add(foot);
    }

    private Node parting(VariantComparison comparison, int variant) {
        Optional<Parting.Moment> moment = comparison.partings().get(variant);
        Label text = new Label(moment.map(known -> ChangeText.parting(variant, known))
                .orElseGet(() -> ChangeText.noParting(
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
            Button there = new Button(Words.text("compare.there"));
            there.setId("compare-there-" + variant);
            there.setMinWidth(Button.USE_PREF_SIZE);
            there.setOnAction(event -> model.toParting(variant));
            row.getChildren().add(there);
        }
        return row;
    }

    private static GridPane grid(VariantComparison comparison) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("comparison-grid");
        int count = comparison.variants().size();
        int column = 1;
        for (int variant = 0; variant < count; variant++) {
            add(grid, VariantChip.of(variant), column++, 0);
            if (variant > 0) {
                add(grid, label(ComparisonRows.differenceTitle(variant), true), column++, 0);
            }
        }
        List<ComparisonRows.Row> rows = ComparisonRows.of(comparison);
        for (int i = 0; i < rows.size(); i++) {
            ComparisonRows.Row row = rows.get(i);
            Label title = label(row.title(), false);
            title.getStyleClass().add("hint");
            grid.add(title, 0, i + 1);
            column = 1;
            for (int variant = 0; variant < count; variant++) {
                add(grid, label(row.means().get(variant), false), column++, i + 1);
                if (variant > 0) {
                    boolean isTold = row.isTold().get(variant);
                    Label difference = label(row.differences().get(variant), isTold);
                    if (!isTold) {
                        difference.getStyleClass().add("hint");
                    }
                    add(grid, difference, column++, i + 1);
                }
            }
        }
        return grid;
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
