package mirrorstorm.ui.recovery;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ScenarioReader;
import mirrorstorm.scenario.ScenarioWriter;

/**
 * What is not saved yet: the scenario with everything that was done live, where the run stood, and the file that it
 * belongs to. As a file it is a scenario like any other, with the rest in comments at its top.
 *
 * @param recorded  what saving would write
 * @param timeNanos where the run stood, nanoseconds since its start
 * @param file      where saving would write it; empty if that was not decided
 * @param kept      when
 */
public record Draft(Scenario recorded, long timeNanos, Optional<Path> file, Instant kept) {

    private static final String AT = "// at: ";
    private static final String OF = "// of: ";
    private static final String KEPT = "// kept: ";

    void writeTo(Path place) throws IOException {
        StringBuilder text = new StringBuilder("// Kept by Mirrorstorm while this was not saved; it opens as it is.\n");
        text.append(AT).append(timeNanos).append('\n');
        file.ifPresent(path -> text.append(OF).append(path.toUri()).append('\n'));
        text.append(KEPT).append(kept).append('\n');
        AtomicFile.write(place, text.append(ScenarioWriter.text(recorded)).toString());
    }

    static Draft readFrom(Path place) throws IOException, ScenarioException {
        Scenario recorded = ScenarioReader.read(place);
        long timeNanos = 0;
        Optional<Path> file = Optional.empty();
        Instant kept = Files.getLastModifiedTime(place).toInstant();
        for (String line : Files.readAllLines(place)) {
            if (!line.startsWith("//")) {
                break;
            }
            try {
                if (line.startsWith(AT)) {
                    timeNanos = Math.max(0, Long.parseLong(line.substring(AT.length())));
                } else if (line.startsWith(OF)) {
                    file = Optional.of(Path.of(URI.create(line.substring(OF.length()))));
                } else if (line.startsWith(KEPT)) {
                    kept = Instant.parse(line.substring(KEPT.length()));
                }
            } catch (IllegalArgumentException | DateTimeParseException | FileSystemNotFoundException e) {
                throw new IOException("the top of " + place + " makes no sense: " + line, e);
            }
        }
        return new Draft(recorded, timeNanos, file, kept);
    }
}
