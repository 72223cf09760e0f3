package mirrorstorm.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.words.Words;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card of the selected node; takes no room while none is selected. */
public final class InspectorPane extends VBox {

    private final Label title = new Label();
    private final GridPane facts = new GridPane();
    private final VBox why = new VBox();

    /** @param actions what can be done to the node */
    public InspectorPane(InspectorViewModel model, Node actions) {
        getStyleClass().add("inspector");
        title.getStyleClass().add("part-title");
        facts.getStyleClass().add("facts");
        why.getStyleClass().add("why");
        Label whyTitle = new Label(Words.text("inspector.why"));
        whyTitle.getStyleClass().add("fact-name");
        getChildren().addAll(head(model), facts, whyTitle, why, actions);
        model.cardProperty().addListener((property, before, now) -> show(now));
        show(model.cardProperty().get());
    }

    private Node head(InspectorViewModel model) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("icon-button", "flat");
        close.setAccessibleText(Words.text("inspector.close"));
        close.setOnAction(event -> model.close());
        HBox head = new HBox(title, gap, close);
        head.getStyleClass().add("inspector-head");
        return head;
    }

    private void show(Optional<NodeCard> card) {
        setVisible(card.isPresent());
        setManaged(card.isPresent());
        card.ifPresent(found -> {
            title.setText(found.title());
            showFacts(found.facts());
            showWhy(found.why());
        });
    }

    private void showFacts(List<NodeCard.Fact> list) {
        if (facts.getChildren().size() != 2 * list.size()) {
            facts.getChildren().clear();
            for (int row = 0; row < list.size(); row++) {
                Label name = new Label();
                name.getStyleClass().add("fact-name");
                name.setMinWidth(Region.USE_PREF_SIZE);
                facts.addRow(row, name, new Label());
            }
        }
        for (int row = 0; row < list.size(); row++) {
            ((Label) facts.getChildren().get(2 * row)).setText(list.get(row).name());
            ((Label) facts.getChildren().get(2 * row + 1)).setText(list.get(row).value());
        }
    }

    private void showWhy(List<String> sentences) {
        while (why.getChildren().size() > sentences.size()) {
            why.getChildren().remove(why.getChildren().size() - 1);
        }
        while (why.getChildren().size() < sentences.size()) {
            Label label = new Label();
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            why.getChildren().add(label);
        }
        for (int i = 0; i < sentences.size(); i++) {
            ((Label) why.getChildren().get(i)).setText(sentences.get(i));
        }
    }
}
