package mirrorstorm.ui.inspector;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.run.why.Card;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card of what is selected; takes no room while nothing is. */
public final class InspectorPane extends VBox {

    /** The newest things that happened, as many as leave room for the levers. */
    private static final int HISTORY_SHOWN = 6;

    /** What it leads to, without scrolling. */
    private static final int LINKS_SHOWN = 4;

    private static final double SCROLL_BAR = 12;
    private static final double SLACK = 2;

    /** Of one of these, times the size of the font. */
    private static final double LINK_HEIGHT = 1.75;

    private final InspectorViewModel model;
    private final Label title = new Label();
    private final GridPane facts = new GridPane();
    private final VBox why = new VBox();
    private final Label historyTitle = heading(UiMessages.text("inspector.history"));
    private final VBox history = new VBox();
    private final Label linksTitle = heading("");
    private final ListView<Card.Link> links = new ListView<>();

    private final Region head;
    private final VBox body;
    private final Node actions;

    /** @param actions what can be done to a node */
    public InspectorPane(InspectorViewModel model, Node actions) {
        this.model = model;
        getStyleClass().add("inspector");
        title.getStyleClass().add("part-title");
        facts.getStyleClass().add("facts");
        why.getStyleClass().add("why");
        history.getStyleClass().add("history");
        links.getStyleClass().add("card-links");
        links.setCellFactory(view -> new LinkCell());
        links.fixedCellSizeProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.rint(LINK_HEIGHT * title.getFont().getSize()), title.fontProperty()));
        actions.visibleProperty().bind(model.ofNodeProperty());
        actions.managedProperty().bind(model.ofNodeProperty());
        this.actions = actions;
        head = head();
        body = new VBox(
                facts, heading(UiMessages.text("inspector.why")), why, linksTitle, links, historyTitle, history);
        body.getStyleClass().add("inspector-body");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().setAll(names, values);
        getChildren().addAll(head, scroll, actions);
        model.cardProperty().addListener((property, before, now) -> show(now));
        show(model.cardProperty().get());
    }

    /** As high as what it says needs: a scroll pane would not ask for the height of text that wraps. */
    @Override
    protected double computePrefHeight(double width) {
        double inner = Math.max(1, (width > 0 ? width : getWidth()) - snappedLeftInset() - snappedRightInset());
        double below = actions.isManaged() ? actions.prefHeight(inner) : 0;
        return snappedTopInset()
                + head.prefHeight(inner)
                + body.prefHeight(inner - SCROLL_BAR)
                + below
                + snappedBottomInset()
                + SLACK;
    }

    /** So high it always is, up to its greatest height: then it scrolls. */
    @Override
    protected double computeMinHeight(double width) {
        return Math.min(computePrefHeight(width), getMaxHeight() > 0 ? getMaxHeight() : Double.MAX_VALUE);
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("fact-name");
        return label;
    }

    private Region head() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("icon-button", "flat");
        close.setAccessibleText(UiMessages.text("inspector.close"));
        close.setOnAction(event -> model.close());
        HBox head = new HBox(title, gap, close);
        head.getStyleClass().add("inspector-head");
        return head;
    }

    private void show(Optional<Card> card) {
        setVisible(card.isPresent());
        setManaged(card.isPresent());
        card.ifPresent(found -> {
            title.setText(found.title());
            showFacts(found.facts());
            showSentences(why, found.why());
            showHistory(found.history());
            showLinks(found.links());
        });
    }

    private void showFacts(List<Card.Fact> list) {
        if (facts.getChildren().size() != 2 * list.size()) {
            facts.getChildren().clear();
            for (int row = 0; row < list.size(); row++) {
                Label name = heading("");
                name.setMinWidth(Region.USE_PREF_SIZE);
                Label value = new Label();
                value.setWrapText(true);
                value.setMinHeight(Region.USE_PREF_SIZE);
                GridPane.setValignment(name, VPos.TOP);
                facts.addRow(row, name, value);
            }
        }
        for (int row = 0; row < list.size(); row++) {
            ((Label) facts.getChildren().get(2 * row)).setText(list.get(row).name());
            ((Label) facts.getChildren().get(2 * row + 1)).setText(list.get(row).value());
        }
    }

    private static void showSentences(VBox box, List<String> sentences) {
        while (box.getChildren().size() > sentences.size()) {
            box.getChildren().remove(box.getChildren().size() - 1);
        }
        while (box.getChildren().size() < sentences.size()) {
            Label label = new Label();
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            box.getChildren().add(label);
        }
        for (int i = 0; i < sentences.size(); i++) {
            ((Label) box.getChildren().get(i)).setText(sentences.get(i));
        }
    }

    private void showHistory(List<Card.Dated> all) {
        List<Card.Dated> newest = all.subList(Math.max(0, all.size() - HISTORY_SHOWN), all.size());
        showSentences(
                history,
                newest.stream()
                        .map(dated -> UiMessages.text("inspector.dated", Times.brief(dated.timeNanos()), dated.text()))
                        .toList());
        historyTitle.setVisible(!all.isEmpty());
        historyTitle.setManaged(!all.isEmpty());
    }

    private void showLinks(List<Card.Link> list) {
        boolean isShown = !list.isEmpty();
        for (Region region : List.of(linksTitle, links)) {
            region.setVisible(isShown);
            region.setManaged(isShown);
        }
        linksTitle.setText(UiMessages.text(model.ofNodeProperty().get() ? "inspector.on.node" : "inspector.on.volume"));
        if (!links.getItems().equals(list)) {
            links.getItems().setAll(list);
            int rows = Math.min(LINKS_SHOWN, list.size());
            links.setPrefHeight(rows * links.getFixedCellSize() + 2);
            links.setMinHeight(links.getPrefHeight());
        }
    }

    /** One of the things that the card leads to. */
    private final class LinkCell extends ListCell<Card.Link> {

        private final Hyperlink link = new Hyperlink();

        @Override
        protected void updateItem(Card.Link item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            link.setText(item.text());
            link.setVisited(false);
            link.setOnAction(event -> model.look(item));
            setGraphic(link);
        }
    }
}
