package mirrorstorm.ui.timeline;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mirrorstorm.run.Goal;
import mirrorstorm.ui.playback.GoalText;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.words.UiMessages;
import org.controlsfx.control.ToggleSwitch;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where to go and where to stop: a time or a condition to be typed, what comes next, and the breakpoints. */
public final class GoToPane extends VBox {

    private final PlaybackViewModel playback;
    private final MarksViewModel marks;
    private final CustomTextField field = new CustomTextField();
    private final VBox others = new VBox();

    public GoToPane(PlaybackViewModel playback, MarksViewModel marks) {
        this.playback = playback;
        this.marks = marks;
        getStyleClass().add("go-to");
        others.getStyleClass().add("go-to-list");
        field.setId("go-to-field");
        field.setPromptText(UiMessages.text("goto.prompt"));
        field.setAccessibleText(UiMessages.text("goto.title"));
        field.setLeft(new FontIcon(Feather.TARGET));
        field.setOnAction(event -> go());
        HBox.setHgrow(field, Priority.ALWAYS);
        Button go = new Button(UiMessages.text("goto.go"));
        go.getStyleClass().add("accent");
        go.setOnAction(event -> go());
        Button stop = new Button(UiMessages.text("goto.stop"), new FontIcon(Feather.OCTAGON));
        stop.setId("go-to-break");
        stop.setOnAction(event -> marks.typeBreakpoint(field.getText()));
        getChildren()
                .addAll(
                        title("goto.title"),
                        row(field, go),
                        problem(),
                        row(
                                next("goto.next.intervention", new Goal.NextIntervention()),
                                next("goto.next.event", new Goal.NextLogEntry()),
                                next("goto.next.crash", new Goal.NextCrash())),
                        title("goto.breaks"),
                        toggle("goto.breaks.interventions", new Goal.NextIntervention()),
                        toggle("goto.breaks.crashes", new Goal.NextCrash()),
                        others,
                        stop);
        showOthers(marks.breakpointsProperty().get());
        marks.breakpointsProperty().addListener((property, before, now) -> showOthers(now));
        // what is typed here is for nobody behind
        addEventHandler(KeyEvent.ANY, this::keep);
    }

    private void keep(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            marks.askingProperty().set(false);
        }
        if (event.getCode() != KeyCode.TAB) {
            event.consume();
        }
    }

    private void go() {
        if (playback.typeGoal(field.getText())) {
            marks.askingProperty().set(false);
        }
    }

    /** Ready to be typed into. */
    public void begin() {
        field.requestFocus();
        field.selectAll();
    }

    private static Label title(String key) {
        Label title = new Label(UiMessages.text(key));
        title.getStyleClass().add("part-title");
        return title;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("go-to-row");
        return row;
    }

    private Node problem() {
        Label problem = new Label();
        problem.getStyleClass().add("lever-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(playback.goalProblemProperty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Button next(String key, Goal goal) {
        Button button = new Button(UiMessages.text(key));
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(event -> {
            playback.runTo(goal);
            marks.askingProperty().set(false);
        });
        return button;
    }

    private Node toggle(String key, Goal goal) {
        ToggleSwitch toggle = new ToggleSwitch(UiMessages.text(key));
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setAccessibleText(UiMessages.text(key));
        toggle.setSelected(marks.breakpointsProperty().get().contains(goal));
        toggle.selectedProperty().addListener((property, before, now) -> marks.setBreakpoint(goal, now));
        return toggle;
    }

    /** The breakpoints that somebody typed, each to be taken away. */
    private void showOthers(List<Goal> breakpoints) {
        others.getChildren().clear();
        for (Goal goal : breakpoints) {
            if (goal instanceof Goal.At || goal instanceof Goal.When) {
                Label label = new Label(GoalText.of(goal), new FontIcon(Feather.OCTAGON));
                Region gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                Button remove = new Button("", new FontIcon(Feather.X));
                remove.getStyleClass().addAll("icon-button", "flat");
                remove.setAccessibleText(UiMessages.text("goto.remove", GoalText.of(goal)));
                remove.setOnAction(event -> marks.setBreakpoint(goal, false));
                others.getChildren().add(row(label, gap, remove));
            }
        }
        others.setVisible(!others.getChildren().isEmpty());
        others.setManaged(others.isVisible());
    }
}
