package mirrorstorm.ui.study;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import mirrorstorm.ui.work.Form;
import mirrorstorm.ui.work.JobProgressBar;
import mirrorstorm.ui.work.JobViewModel;

/** The contents of a study's window: what is asked at the left, what was found beside it, how far it is below. */
public final class StudyPane extends BorderPane {

    /**
     * @param id    what the ids of the progress begin with
     * @param above what is said over the progress
     */
    public StudyPane(Form form, Node found, JobViewModel<?> job, String id, Node... above) {
        getStyleClass().add("work");
        ScrollPane questions = new ScrollPane(form);
        questions.setFitToWidth(true);
        questions.setFitToHeight(true);
        questions.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setLeft(questions);
        setCenter(found);
        VBox status = new VBox(above);
        status.getChildren().add(new JobProgressBar(job, id));
        status.getStyleClass().add("work-status");
        setBottom(status);
    }

    /** What was found, in sentences; takes no room while there is nothing to say. */
    public static Node sentence(String id, ObservableValue<String> text) {
        Label sentence = new Label();
        sentence.setId(id);
        sentence.getStyleClass().add("work-sentence");
        sentence.setWrapText(true);
        sentence.textProperty().bind(text);
        sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
        return sentence;
    }

    /** Whether nothing is known of a study yet. */
    public static BooleanBinding isUnknown(StudyViewModel<?> study) {
        return Bindings.createBooleanBinding(() -> study.known().isEmpty(), study.knownProperty());
    }
}
