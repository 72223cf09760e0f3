package mirrorstorm.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.words.Words;

/** Asks with the system's file dialogs, with our own for the rest; what is only told is told in the window. */
final class WindowAsks implements Asks {

    private final Window window;
    private final Styles styles;
    private final Notice notice;
    private Optional<File> folder = Optional.empty();

    WindowAsks(Window window, Styles styles, Notice notice) {
        this.window = window;
        this.styles = styles;
        this.notice = notice;
    }

    @Override
    public Optional<Path> fileToOpen() {
        return chosen(scenarios(Words.text("dialog.open")).showOpenDialog(window));
    }

    @Override
    public Optional<Path> fileToSave(String name) {
        FileChooser chooser = scenarios(Words.text("dialog.save"));
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(window));
    }

    @Override
    public Optional<Path> pictureToWrite(String name) {
        FileChooser chooser = chooser(Words.text("dialog.export"));
        chooser.getExtensionFilters().add(new ExtensionFilter(Words.text("dialog.pictures"), "*.png"));
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(window));
    }

    private FileChooser scenarios(String title) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(Words.text("dialog.scenarios"), "*" + Library.FILE_ENDING, "*.json"));
        return chooser;
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        folder.filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> chosen(File file) {
        Optional<File> chosen = Optional.ofNullable(file);
        chosen.ifPresent(found -> folder = Optional.ofNullable(found.getParentFile()));
        return chosen.map(File::toPath);
    }

    @Override
    public Unsaved aboutUnsaved(String title) {
        ButtonType save = new ButtonType(Words.text("dialog.unsaved.save"), ButtonData.YES);
        ButtonType discard = new ButtonType(Words.text("dialog.unsaved.discard"), ButtonData.NO);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION, Words.text("dialog.unsaved.text"), save, discard, ButtonType.CANCEL);
        alert.setHeaderText(Words.text("dialog.unsaved", title));
        ButtonType answer = prepared(alert).showAndWait().orElse(ButtonType.CANCEL);
        if (answer.equals(save)) {
            return Unsaved.SAVE;
        }
        return answer.equals(discard) ? Unsaved.DISCARD : Unsaved.CANCEL;
    }

    @Override
    public void tellProblems(String what, List<String> problems) {
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.setHeaderText(what);
        ListView<String> list = new ListView<>();
        list.getItems().setAll(problems);
        list.setCellFactory(view -> new Wrapped());
        list.getStyleClass().add("problems");
        alert.getDialogPane().setContent(list);
        alert.setResizable(true);
        prepared(alert).show();
    }

    /** A line that goes on below rather than beyond the edge. */
    private static final class Wrapped extends ListCell<String> {

        private final Label label = new Label();

        Wrapped() {
            label.setWrapText(true);
            label.maxWidthProperty().bind(widthProperty().subtract(20));
        }

        @Override
        protected void updateItem(String line, boolean empty) {
            super.updateItem(line, empty);
            label.setText(empty ? "" : line);
            setGraphic(empty ? null : label);
        }
    }

    @Override
    public void tell(String what) {
        notice.tell(what);
    }

    @Override
    public void explain(String what, String text) {
        Alert alert = new Alert(Alert.AlertType.INFORMATION, text);
        alert.setHeaderText(what);
        prepared(alert).show();
    }

    @Override
    public void tellFailure(String what, Throwable cause) {
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.setHeaderText(Words.text("dialog.failure"));
        TextArea text = new TextArea(what + "\n\n" + cause);
        text.setEditable(false);
        text.setWrapText(true);
        alert.getDialogPane().setContent(text);
        prepared(alert).show();
    }

    private <D extends Dialog<?>> D prepared(D dialog) {
        dialog.initOwner(window);
        dialog.setTitle(Words.text("window.name"));
        styles.dress(dialog.getDialogPane());
        return dialog;
    }
}
