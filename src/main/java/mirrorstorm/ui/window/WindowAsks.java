package mirrorstorm.ui.window;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.words.Words;

/** Asks with the system's file dialogs, with our own for the rest; what is only told is told in the window. */
final class WindowAsks implements Asks {

    /** Where files were last. */
    private static final String FOLDER = "folder";

    private static final int LINE_LENGTH_MAX = 140;

    /** Longer chains of causes are not read. */
    private static final int CAUSES_MAX = 8;

    private final Window window;
    private final Styles styles;
    private final Desk desk;

    /** Where the window says what it has to say, and what it remembers. */
    record Desk(Notice notice, Messages messages, Overlay overlay, Preferences preferences) {}

    WindowAsks(Window window, Styles styles, Desk desk) {
        this.window = window;
        this.styles = styles;
        this.desk = desk;
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
        String ending = name.substring(name.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new ExtensionFilter(Words.text("dialog.pictures"), "*" + ending));
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(window));
    }

    @Override
    public Optional<Path> tableToWrite(String name) {
        FileChooser chooser = chooser(Words.text("dialog.table"));
        String ending = name.substring(name.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new ExtensionFilter(Words.text("dialog.tables"), "*" + ending));
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
        File folder = new File(desk.preferences().get(FOLDER, ""));
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> chosen(File file) {
        Optional<File> chosen = Optional.ofNullable(file);
        chosen.map(File::getParent).ifPresent(folder -> desk.preferences().put(FOLDER, folder));
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
        String first = problems.isEmpty() ? "" : problems.get(0);
        String text = problems.size() > 1
                ? Words.text("message.problems", what, Words.count(problems.size()))
                : Words.text("message.problem", what, firstLine(first));
        Runnable details = () -> DetailsCard.show(desk.overlay(), what, String.join("\n\n", problems));
        offer(new Message(text, true, List.of(new Message.Choice(Words.text("message.details"), details))));
    }

    /** As much of a text as fits a line. */
    private static String firstLine(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LINE_LENGTH_MAX ? line : line.substring(0, LINE_LENGTH_MAX) + "\u2026";
    }

    @Override
    public void copyPicture(int[] pixels, int width, int height) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void offer(Message message) {
        desk.messages().tell(message);
    }

    @Override
    public void tell(String what) {
        desk.notice().tell(what);
    }

    @Override
    public void explain(String what, String text) {
        DetailsCard.explain(desk.overlay(), what, text);
    }

    @Override
    public void tellFailure(String what, Throwable cause) {
        String whole = what + "\n\n" + trace(cause);
        Runnable details = () -> DetailsCard.show(desk.overlay(), Words.text("dialog.failure"), whole);
        String text = Words.text("message.problem", Words.text("dialog.failure"), what);
        offer(new Message(text, true, List.of(new Message.Choice(Words.text("message.details"), details))));
    }

    private static String trace(Throwable cause) {
        StringBuilder text = new StringBuilder();
        Throwable each = cause;
        for (int depth = 0; each != null && depth < CAUSES_MAX; depth++) {
            text.append(each).append('\n');
            for (StackTraceElement element : each.getStackTrace()) {
                text.append("    ").append(element).append('\n');
            }
            each = each.getCause();
        }
        return text.toString();
    }

    private <D extends Dialog<?>> D prepared(D dialog) {
        dialog.initOwner(window);
        dialog.setTitle(Words.text("window.name"));
        styles.dress(dialog.getDialogPane());
        return dialog;
    }
}
