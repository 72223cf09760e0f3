package mirrorstorm.ui.export;

import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import mirrorstorm.picture.Theme;
import mirrorstorm.ui.export.PictureChoice.Format;
import mirrorstorm.ui.export.PictureChoice.Ground;
import mirrorstorm.ui.export.PictureChoice.Part;
import mirrorstorm.ui.words.UiMessages;
import org.controlsfx.control.SegmentedButton;

/** Three choices and what comes of them. */
public final class ExportPane extends VBox {

    /** Size of a part of the screen, pixels. */
    public record Size(int width, int height) {}

    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.BOTH);
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.PNG_2X);
    private final ObjectProperty<Ground> ground = new SimpleObjectProperty<>(Ground.SCREEN);
    private final Function<Part, Size> sizes;
    private final Theme screen;
    private final Node first;

    /**
     * @param sizes  how large what can be chosen is on the screen
     * @param screen the theme on the screen
     */
    public ExportPane(Function<Part, Size> sizes, Theme screen) {
        this.sizes = sizes;
        this.screen = screen;
        getStyleClass().add("export-pane");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("export-choices");
        SegmentedButton parts = choice(Part.values(), part);
        addRow(grid, 0, "export.part", parts);
        addRow(grid, 1, "export.format", choice(Format.values(), format));
        addRow(grid, 2, "export.ground", choice(Ground.values(), ground));
        first = parts.getButtons().get(0);
        Label size = new Label();
        size.getStyleClass().add("hint");
        size.setWrapText(true);
        Runnable say = () -> size.setText(sizeText());
        part.addListener((property, before, now) -> say.run());
        format.addListener((property, before, now) -> say.run());
        say.run();
        getChildren().addAll(grid, size);
    }

    private static void addRow(GridPane grid, int row, String key, Node choice) {
        Label name = new Label(UiMessages.text(key));
        name.setLabelFor(choice);
        grid.addRow(row, name, choice);
    }

    private static <E extends Enum<E>> SegmentedButton choice(E[] values, ObjectProperty<E> chosen) {
        SegmentedButton all = new SegmentedButton();
        ToggleGroup group = new ToggleGroup();
        for (E value : values) {
            ToggleButton button = new ToggleButton(UiMessages.text("export." + value));
            button.setId("export-" + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            button.setSelected(chosen.get() == value);
            button.setOnAction(event -> {
                chosen.set(value);
                button.setSelected(true);
            });
            button.setToggleGroup(group);
            all.getButtons().add(button);
        }
        all.setToggleGroup(group);
        return all;
    }

    private String sizeText() {
        PictureChoice now = choice();
        String key = now.format() == Format.SVG ? "export.size.svg" : "export.size";
        return UiMessages.text(key, UiMessages.count(now.pictureWidth()), UiMessages.count(now.pictureHeight()));
    }

    /** What is chosen now. */
    public PictureChoice choice() {
        Size size = sizes.apply(part.get());
        return new PictureChoice(part.get(), format.get(), ground.get(), size.width(), size.height(), screen);
    }

    /** What to begin with. */
    public Node first() {
        return first;
    }
}
