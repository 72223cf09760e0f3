package mirrorstorm.ui.remedy;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The last exit in words over the time line, while it is looked for and once it is found. */
public final class LastExitPane extends HBox {

    public LastExitPane(LastExitViewModel model) {
        getStyleClass().addAll("insight", "last-exit");
        setAccessibleText(UiMessages.text("exit.accessible"));
        visibleProperty().bind(model.sentenceProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        Label sentence = new Label();
        sentence.setId("exit-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.textProperty().bind(model.sentenceProperty());
        HBox.setHgrow(sentence, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(Feather.LOG_OUT), sentence, progress(model), close(model));
    }

    private static Node progress(LastExitViewModel model) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.job().progressProperty());
        bar.setAccessibleText(UiMessages.text("work.accessible"));
        Label status = new Label();
        status.getStyleClass().add("below");
        status.setMinWidth(Region.USE_PREF_SIZE);
        status.textProperty().bind(model.job().statusProperty());
        VBox box = new VBox(bar, status);
        box.getStyleClass().add("insight-work");
        box.setMinWidth(Region.USE_PREF_SIZE);
        BooleanBinding isOpen = model.job().openProperty();
        box.visibleProperty().bind(isOpen);
        box.managedProperty().bind(isOpen);
        return box;
    }

    private static Node close(LastExitViewModel model) {
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("icon-button", "flat");
        close.setId("exit-close");
        close.setAccessibleText(UiMessages.text("exit.close"));
        LazyTooltip.on(close, UiMessages.text("exit.close"));
        close.setOnAction(event -> model.forget());
        return close;
    }
}
