package mirrorstorm.ui.levers;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import mirrorstorm.scenario.Lever;
import mirrorstorm.ui.words.UiMessages;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a lever means, where its value comes from, in which range it can be, and what it is called in files. */
final class LeverInfo {

    private LeverInfo() {}

    /** A button that tells it. */
    static Button button(LeverViewModel model) {
        Button button = new Button("", new FontIcon(Feather.INFO));
        button.getStyleClass().addAll("icon-button", "flat", "lever-info");
        button.setAccessibleText(UiMessages.text("lever.info", model.lever().title()));
        button.setOnAction(event -> show(model, button));
        return button;
    }

    private static void show(LeverViewModel model, Node owner) {
        PopOver popOver = new PopOver(content(model));
        popOver.setTitle(model.lever().title());
        popOver.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        popOver.setDetachable(false);
        popOver.setArrowSize(0);
        popOver.setCornerRadius(0);
        popOver.setAnimated(false);
        popOver.setHideOnEscape(true);
        popOver.getRoot().getStylesheets().setAll(owner.getScene().getStylesheets());
        popOver.show(owner);
    }

    private static Node content(LeverViewModel model) {
        Lever lever = model.lever();
        Label title = new Label(lever.title());
        title.getStyleClass().add("part-title");
        VBox box = new VBox(
                title,
                line(lever.help(), "lever-help"),
                line(lever.source(), "fact-name"),
                line(UiMessages.text("lever.start", model.startText()), "fact-name"),
                line(UiMessages.text(lever.isLive() ? "lever.live" : "lever.atStart"), "fact-name"),
                line(lever.path(), "lever-path"));
        if (lever.kind() != Lever.Kind.CHOICE && lever.kind() != Lever.Kind.SWITCH) {
            box.getChildren()
                    .add(4, line(UiMessages.text("lever.range", model.leastText(), model.mostText()), "fact-name"));
        }
        box.getStyleClass().add("lever-card");
        return box;
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
