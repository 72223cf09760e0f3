package mirrorstorm.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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
            problems.files().writes(option, Optional.empty());
            return Optional.of(new Output(option, Optional.empty()));
        }
        try {
            Path file = Path.of(text);
            int known = problems.count();
            problems.files().writes(option, Optional.of(file));
            if (problems.count() > known) {
                return Optional.empty();
            }
            AtomicFile.probe(file);
            return Optional.of(new Output(option, Optional.of(file)));
        } catch (InvalidPathException e) {
            problems.add(option, OptionProblems.TEXTS.text("output.name", MessageBundle.clipped(text)), "");
        } catch (IOException e) {
            problems.add(option, String.valueOf(e.getMessage()), OptionProblems.TEXTS.text("output.unwritable.cure"));
        }
        return Optional.empty();
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
        AtomicFile.write(file.get(), content);
    }
}
