package mirrorstorm.cli;

import dev.dirs.ProjectDirectories;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import mirrorstorm.export.Version;
import mirrorstorm.scenario.MessageBundle;

/** Writes down what is needed to find a fault of ours: the failure, what was asked for, and where it ran. */
final class FailureLog {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private FailureLog() {}

    /**
     * Writes a log.
     *
     * @param arguments of the command line
     * @return the file
     * @throws IOException if it cannot be written anywhere
     */
    static Path write(Throwable failure, List<String> arguments) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.println("Mirrorstorm " + Version.text());
        lines.println("Java " + Runtime.version() + ", " + System.getProperty("os.name"));
        lines.println("Arguments: " + MessageBundle.printable(String.join(" ", arguments)));
        failure.printStackTrace(lines);
        lines.flush();
        String name = "failure-" + STAMP.format(LocalDateTime.now(ZoneId.systemDefault())) + "-";
        Path file = Files.createTempFile(folder(), name, ".log");
        Files.writeString(file, text.toString());
        return file;
    }

    private static Path folder() throws IOException {
        Path cache = Path.of(ProjectDirectories.from("", "", "mirrorstorm").cacheDir);
        try {
            return Files.createDirectories(cache);
        } catch (IOException e) {
            return Path.of(System.getProperty("java.io.tmpdir", "."));
        }
    }
}
