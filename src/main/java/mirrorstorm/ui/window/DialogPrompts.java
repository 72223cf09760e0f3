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
import mirrorstorm.ui.words.UiMessages;

/** Asks with the system's file dialogs, with our own for the rest; what is only told is told in the window. */
final class DialogPrompts implements Prompts {

    /** Where files were last. */
    private static final String FOLDER = "folder";

    private static final int LINE_LENGTH_MAX = 140;

    /** Longer chains of causes are not read. */
    private static final int CAUSES_MAX = 8;

    private final Window window;
    private final Styles styles;
    private final WindowServices services;

    /** Where the window says what it has to say, and what it remembers. */
    record WindowServices(Toast notice, Notifications messages, Overlay overlay, Preferences preferences) {}

    DialogPrompts(Window window, Styles styles, WindowServices services) {
        this.window = window;
        this.styles = styles;
        this.services = services;
    }

    @Override
    public Optional<Path> fileToOpen() {
        return chosen(scenarios(UiMessages.text("dialog.open")).showOpenDialog(window));
    }

    @Override
    public Optional<Path> fileToSave(String name) {
        FileChooser chooser = scenarios(UiMessages.text("dialog.save"));
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(window));
    }

    @Override
    public Optional<Path> pictureToWrite(String name) {
        FileChooser chooser = chooser(UiMessages.text("dialog.export"));
        String ending = name.substring(name.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new ExtensionFilter(UiMessages.text("dialog.pictures"), "*" + ending));
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(window));
    }

    @Override
    public Optional<Path> tableToWrite(String name) {
        FileChooser chooser = chooser(UiMessages.text("dialog.table"));
        String ending = name.substring(name.lastIndexOf('.'));
        chooser.getExtensionFilters().add(new ExtensionFilter(UiMessages.text("dialog.tables"), "*" + ending));
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(window));
    }

    private FileChooser scenarios(String title) {
        FileChooser chooser = chooser(title);
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(UiMessages.text("dialog.scenarios"), "*" + Library.FILE_ENDING, "*.json"));
        return chooser;
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        File folder = new File(services.preferences().get(FOLDER, ""));
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        return chooser;
    }

    private Optional<Path> chosen(File file) {
        Optional<File> chosen = Optional.ofNullable(file);
        chosen.map(File::getParent).ifPresent(folder -> services.preferences().put(FOLDER, folder));
        return chosen.map(File::toPath);
    }

    @Override
    public Unsaved aboutUnsaved(String title) {
        ButtonType save = new ButtonType(UiMessages.text("dialog.unsaved.save"), ButtonData.YES);
        ButtonType discard = new ButtonType(UiMessages.text("dialog.unsaved.discard"), ButtonData.NO);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION, UiMessages.text("dialog.unsaved.text"), save, discard, ButtonType.CANCEL);
        alert.setHeaderText(UiMessages.text("dialog.unsaved", title));
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
                ? UiMessages.text("message.problems", what, UiMessages.count(problems.size()))
                : UiMessages.text("message.problem", what, firstLine(first));
        Runnable details = () -> DetailsCard.show(services.overlay(), what, String.join("\n\n", problems));
        offer(new Notification(
                text, true, List.of(new Notification.Choice(UiMessages.text("message.details"), details))));
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
    public void offer(Notification message) {
        services.messages().tell(message);
    }

    @Override
    public void tell(String what) {
        services.notice().tell(what);
    }

    @Override
    public void explain(String what, String text) {
        DetailsCard.explain(services.overlay(), what, text);
    }

    @Override
    public void tellFailure(String what, Throwable cause) {
        String whole = what + "\n\n" + trace(cause);
        Runnable details = () -> DetailsCard.show(services.overlay(), UiMessages.text("dialog.failure"), whole);
        String text = UiMessages.text("message.problem", UiMessages.text("dialog.failure"), what);
        offer(new Notification(
                text, true, List.of(new Notification.Choice(UiMessages.text("message.details"), details))));
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
        dialog.setTitle(UiMessages.text("window.name"));
        styles.dress(dialog.getDialogPane());
        return dialog;
    }
}
