package mirrorstorm.ui.work;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mirrorstorm.ui.words.UiMessages;
import mirrorstorm.ui.work.JobViewModel.State;

/** How far a {@link JobViewModel} is, in a line, with what pauses and stops it. */
public final class JobProgressBar extends HBox {

    /** @param id what the ids of its parts begin with */
    public JobProgressBar(JobViewModel<?> work, String id) {
        getStyleClass().add("work-bar");
        setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(UiMessages.text("work.accessible"));
        bar.progressProperty().bind(work.progressProperty());
        Label far = new Label();
        far.setId(id + "-status");
        far.setMinWidth(Region.USE_PREF_SIZE);
        far.textProperty().bind(work.statusProperty());
        Label problem = new Label();
        problem.getStyleClass().add("lever-problem");
        problem.textProperty().bind(work.problemProperty());
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        BooleanBinding isPaused = work.stateProperty().isEqualTo(State.PAUSED);
        BooleanBinding isOpen = work.openProperty();
        Button pause = new Button();
        pause.setId(id + "-pause");
        pause.setMinWidth(Region.USE_PREF_SIZE);
        pause.textProperty()
                .bind(Bindings.when(isPaused)
                        .then(UiMessages.text("work.resume"))
                        .otherwise(UiMessages.text("work.pause")));
        pause.disableProperty().bind(isOpen.not());
        pause.setOnAction(event -> {
            if (isPaused.get()) {
                work.resume();
            } else {
                work.pause();
            }
        });
        Button cancel = new Button(UiMessages.text("work.cancel"));
        cancel.setId(id + "-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.disableProperty().bind(isOpen.not());
        cancel.setOnAction(event -> work.cancel());
        getChildren().addAll(bar, far, problem, room, pause, cancel);
    }
}
