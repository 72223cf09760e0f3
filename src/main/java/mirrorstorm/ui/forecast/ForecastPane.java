package mirrorstorm.ui.forecast;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.run.forecast.Question;
import mirrorstorm.ui.words.LazyTooltip;
import mirrorstorm.ui.words.UiMessages;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The forecast in words over the time line: what is expected, what came of it, what people do in it. */
public final class ForecastPane extends HBox {

    private final ForecastViewModel model;

    public ForecastPane(ForecastViewModel model) {
        this.model = model;
        getStyleClass().addAll("insight", "forecast");
        setAccessibleText(UiMessages.text("forecast.accessible"));
        visibleProperty().bind(model.onProperty());
        managedProperty().bind(visibleProperty());
        VBox text = new VBox(sentence(), score());
        text.getStyleClass().add("insight-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(Feather.TRENDING_UP), text, progress(), plans(), following(), close());
    }

    private Node sentence() {
        Label sentence = wrapped("insight-sentence");
        sentence.setId("forecast-sentence");
        sentence.textProperty().bind(model.sentenceProperty());
        return sentence;
    }

    private Node score() {
        Label score = wrapped("insight-note");
        score.setId("forecast-score");
        score.textProperty().bind(model.scoreProperty());
        score.visibleProperty().bind(model.scoreProperty().isNotEmpty());
        score.managedProperty().bind(score.visibleProperty());
        return score;
    }

    private static Label wrapped(String styleClass) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    /** How far it is. Its room is kept while nothing is being made, so that the text beside it does not jump. */
    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setAccessibleText(UiMessages.text("forecast.making"));
        Label status = new Label();
        status.getStyleClass().add("below");
        status.textProperty().bind(model.statusProperty());
        VBox box = new VBox(bar, status);
        box.getStyleClass().add("insight-progress");
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.visibleProperty().bind(model.busyProperty());
        return box;
    }

    private Node plans() {
        SegmentedButton plans = new SegmentedButton();
        Map<Question.Plan, ToggleButton> buttons = new EnumMap<>(Question.Plan.class);
        for (Question.Plan each : Question.Plan.values()) {
            ToggleButton button = new ToggleButton(UiMessages.text("forecast." + each));
            LazyTooltip.on(button, UiMessages.text("forecast." + each + ".help"));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(model.planProperty().get() == each);
            button.setOnAction(event -> {
                button.setSelected(true);
                model.planProperty().set(each);
            });
            buttons.put(each, button);
            plans.getButtons().add(button);
        }
        // the model knows which is chosen, and one always is
        plans.setToggleGroup(null);
        model.planProperty()
                .addListener(
                        (property, before, now) -> buttons.forEach((each, button) -> button.setSelected(each == now)));
        plans.setMinWidth(Region.USE_PREF_SIZE);
        plans.setAccessibleText(UiMessages.text("forecast.plans"));
        return plans;
    }

    private Node following() {
        ToggleButton follow = new ToggleButton("", new FontIcon(Feather.REFRESH_CW));
        follow.getStyleClass().addAll("icon-button", "flat");
        follow.setAccessibleText(UiMessages.text("forecast.following"));
        LazyTooltip.on(follow, UiMessages.text("forecast.following.help"));
        follow.selectedProperty().bindBidirectional(model.followingProperty());
        return follow;
    }

    private Node close() {
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("icon-button", "flat");
        close.setAccessibleText(UiMessages.text("forecast.close"));
        LazyTooltip.on(close, UiMessages.text("forecast.close"));
        close.setOnAction(event -> model.onProperty().set(false));
        return close;
    }
}
