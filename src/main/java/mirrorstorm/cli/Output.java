package mirrorstorm.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.MessageBundle;

/**
 * Where a result goes: a file, or standard output, written {@code -}.
 *
 * @param option which asked for it, such as {@code --json}
 * @param file   empty for standard output
 */
record Output(String option, Optional<Path> file) {

    private static final String STANDARD = "-";

    /** The place that {@code text} names; empty if nothing can be written there, which was complained about. */
    static Optional<Output> of(String option, String text, OptionProblems problems) {
        if (text.equals(STANDARD)) {
            return Optional.of(new Output(option, Optional.empty()));
        }
        try {
            Path file = Path.of(text);
            tryOut(file);
            return Optional.of(new Output(option, Optional.of(file)));
        } catch (InvalidPathException e) {
            problems.add(option, OptionProblems.TEXTS.text("output.name", MessageBundle.clipped(text)), "");
        } catch (IOException e) {
            String cure = OptionProblems.TEXTS.text("output.unwritable.cure");
            problems.add(option, OptionProblems.TEXTS.text("output.unwritable", text), cure);
        }
        return Optional.empty();
    }

    /** Finds out before a long run, not after it. */
    private static void tryOut(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        boolean isSpecial = Files.exists(file) && !Files.isRegularFile(file);
        if (Files.isDirectory(file) || folder == null || (Files.exists(file) && !Files.isWritable(file))) {
            throw new IOException("not a file that can be written");
        } else if (!isSpecial) {
            Files.delete(Files.createTempFile(folder, ".mirrorstorm-", ".tmp"));
        }
    }

    boolean isStandard() {
        return file.isEmpty();
    }

    /**
     * Writes the result.
     *
     * @throws IOException if that turns out to be impossible; the message says where to
     */
    void write(AtomicFile.Content content, PrintStream standard) throws IOException {
        if (file.isEmpty()) {
            OutputStream out = standard;
            content.writeTo(out);
            out.flush();
            return;
        }
        try {
            AtomicFile.write(file.get(), content);
        } catch (Interruption.StoppedException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(
                    OptionProblems.TEXTS.text("output.failed", file.get(), String.valueOf(e.getMessage())), e);
        }
    }
}
