package mirrorstorm.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets tests of the window run where JavaFX finds the libraries that it draws text with, which a bare Debian lacks.
 * Looks for the file only: once a class of JavaFX is loaded it is too late.
 */
final class FontLibraries implements ExecutionCondition {

    private static final String LIBRARY = "libpangoft2-1.0.so.0";
    private static final String PACKAGE = "libpangoft2-1.0-0";
    private static final List<Path> FOLDERS = List.of(
            Path.of("/usr/lib"), Path.of("/usr/lib64"), Path.of("/lib"), Path.of("/lib64"), Path.of("/usr/local/lib"));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean isLinux = System.getProperty("os.name", "").startsWith("Linux");
        if (!isLinux || isFound()) {
            return ConditionEvaluationResult.enabled("JavaFX can draw text");
        }
        String why = "skipped " + context.getDisplayName() + ": JavaFX needs the package " + PACKAGE;
        System.out.println(why);
        return ConditionEvaluationResult.disabled(why);
    }

    private static boolean isFound() {
        return folders().stream().anyMatch(folder -> Files.exists(folder.resolve(LIBRARY)));
    }

    /** The usual folders, and those one below that distributions have for each kind of processor. */
    private static List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (Path folder : FOLDERS) {
            folders.add(folder);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> below = Files.list(folder)) {
                    below.filter(Files::isDirectory).forEach(folders::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return folders;
    }
}
