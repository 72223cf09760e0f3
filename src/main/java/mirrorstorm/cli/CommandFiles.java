package mirrorstorm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ScenarioReader;

/**
 * The files that one command line names, so that no command writes onto a file that it reads, nor two results onto one
 * file: under whatever spelling, through links or hard links.
 */
final class CommandFiles {

    /** A place that a result goes to; no file is standard output. */
    private record Result(String option, Optional<Path> file) {}

    private static final String STANDARD_INPUT = "-";

    private final OptionProblems problems;
    private final List<Path> read = new ArrayList<>();
    private final List<Result> written = new ArrayList<>();

    CommandFiles(OptionProblems problems) {
        this.problems = problems;
    }

    /**
     * The scenario of that name: a bundled id, a file, or {@code -} for standard input.
     *
     * @throws IOException       if there is such a file but it cannot be read
     * @throws ScenarioException if there is none, or it describes no scenario that can be run
     */
    Scenario open(String name) throws IOException, ScenarioException {
        if (name.equals(STANDARD_INPUT)) {
            return ScenarioReader.read(OptionProblems.TEXTS.text("input.standard"), System.in.readAllBytes());
        }
        if (!Library.IDS.contains(name)) {
            try {
                reads(Path.of(name));
            } catch (InvalidPathException e) {
                // the library says what is wrong with it
            }
        }
        return Library.open(name);
    }

    /** The command reads this file, if there is such a file; whoever wants to write onto it has a problem. */
    void reads(Path file) {
        read.add(file);
        written.stream()
                .filter(result ->
                        result.file().filter(other -> isSame(other, file)).isPresent())
                .forEach(this::addOverInput);
    }

    /** A result goes there, empty for standard output; a problem if something else is there already. */
    void writes(String option, Optional<Path> file) {
        Result result = new Result(option, file);
        if (file.isPresent() && read.stream().anyMatch(input -> isSame(input, file.get()))) {
            addOverInput(result);
        }
        boolean isTwice = written.stream()
                .anyMatch(other -> file.isEmpty()
                        ? other.file().isEmpty()
                        : other.file()
                                .filter(there -> isSame(there, file.get()))
                                .isPresent());
        if (isTwice) {
            problems.add(option, OptionProblems.TEXTS.text("output.twice"), OptionProblems.TEXTS.text("output.cure"));
        }
        written.add(result);
    }

    private void addOverInput(Result result) {
        String name = String.valueOf(result.file().orElseThrow());
        problems.add(
                result.option(),
                OptionProblems.TEXTS.text("output.overInput", name),
                OptionProblems.TEXTS.text("output.cure"));
    }

    /** Special files such as {@code /dev/null} take any number of results. */
    private static boolean isSame(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isSameFile(one, other) && Files.isRegularFile(one);
            }
            return resolved(one).equals(resolved(other));
        } catch (IOException e) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    /** Where a file will be that is not there yet: the folder with its links followed. */
    private static Path resolved(Path file) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null || Files.notExists(folder)) {
            return absolute;
        }
        return folder.toRealPath().resolve(name);
    }
}
