package mirrorstorm.ui.welcome;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mirrorstorm.picture.Theme;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bundled scenarios as pictures, by group: one line says what each shows, a click plays it. */
public final class GalleryPane extends VBox {

    /** Of a picture, for one unit of text. */
    private static final double WIDTH = 232;

    private static final double HEIGHT = 135;

    /** Around what is on a card, and under its picture: a title of two lines and a sentence of three. */
    private static final double PADDING = 16;

    private static final double WORDS_HEIGHT = 120;

    private final Thumbnails thumbnails;
    private final Theme theme;
    private final double textScale;
    private final Consumer<String> open;
    private final Node first;

    /** A scenario and where it belongs. */
    public record Item(Scenario scenario, Library.Group group) {}

    /** All that are bundled. Reads them, which is not for the FX thread. */
    public static List<Item> items() {
        return Arrays.stream(Library.Group.values())
                .flatMap(group -> group.ids().stream().map(id -> new Item(Library.bundled(id), group)))
                .toList();
    }

    /**
     * @param items     see {@link #items}
     * @param textScale size of text; pictures are as large
     * @param open      opens the scenario of that id
     */
    public GalleryPane(List<Item> items, Thumbnails thumbnails, Theme theme, double textScale, Consumer<String> open) {
        this.thumbnails = thumbnails;
        this.theme = theme;
        this.textScale = textScale;
        this.open = open;
        getStyleClass().add("gallery");
        Node uppermost = this;
        for (Library.Group group : Library.Group.values()) {
            FlowPane cards = group(group.title());
            for (Item item : items) {
                if (item.group() == group) {
                    Button card = card(item.scenario());
                    cards.getChildren().add(card);
                    uppermost = uppermost == this ? card : uppermost;
                }
            }
        }
        first = uppermost;
    }

    /** What to begin with. */
    public Node first() {
        return first;
    }

    private FlowPane group(String name) {
        Label title = new Label(name);
        title.getStyleClass().add("gallery-group");
        FlowPane cards = new FlowPane();
        cards.getStyleClass().add("gallery-cards");
        getChildren().addAll(title, cards);
        return cards;
    }

    private Button card(Scenario scenario) {
        Label title = new Label(scenario.title());
        title.getStyleClass().add("gallery-title");
        title.setWrapText(true);
        Label line = new Label(firstSentence(scenario.summary()));
        line.getStyleClass().add("gallery-line");
        line.setWrapText(true);
        VBox all = new VBox(picture(scenario), title, line);
        all.getStyleClass().add("gallery-content");
        Button card = new Button("", all);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setAlignment(Pos.TOP_LEFT);
        card.setPrefSize((WIDTH + PADDING) * textScale, (HEIGHT + WORDS_HEIGHT) * textScale);
        card.getStyleClass().addAll("gallery-card", "flat");
        card.setId("gallery-" + scenario.id());
        card.setAccessibleText(scenario.title());
        card.setAccessibleHelp(scenario.summary());
        card.setOnAction(event -> open.accept(scenario.id()));
        return card;
    }

    /** The picture, or an hourglass as long as it is being made. */
    private Node picture(Scenario scenario) {
        ImageView view = new ImageView();
        view.setFitWidth(WIDTH * textScale);
        view.setFitHeight(HEIGHT * textScale);
        view.imageProperty().bind(thumbnails.of(scenario, theme));
        FontIcon waiting = new FontIcon(Feather.CLOCK);
        waiting.visibleProperty().bind(view.imageProperty().isNull());
        StackPane frame = new StackPane(waiting, view);
        frame.getStyleClass().add("gallery-picture");
        frame.setMinSize(WIDTH * textScale, HEIGHT * textScale);
        return frame;
    }

    /** One line is enough to choose by. */
    static String firstSentence(String summary) {
        int end = summary.indexOf(". ");
        return end < 0 ? summary : summary.substring(0, end + 1);
    }
}
