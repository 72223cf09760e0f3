package mirrorstorm.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mirrorstorm.export.StudyFiles;

/** The files that are asked for of what a study finds; each empty if it is not. */
record StudyOutputs(Optional<Output> json, Optional<Output> csv, Optional<Output> png) {

    /** The places that the options name; what cannot be written to was complained about. */
    static StudyOutputs of(Optional<String> json, Optional<String> csv, Optional<String> png, OptionProblems problems) {
        return new StudyOutputs(
                Options.output("--json", json, problems),
                Options.output("--csv", csv, problems),
                Options.output("--png", png, problems));
    }

    private List<Output> all() {
        return Stream.of(json, csv, png).flatMap(Optional::stream).toList();
    }

    boolean isAny() {
        return !all().isEmpty();
    }

    /** The first file that is asked for. */
    Optional<Path> firstFile() {
        return all().stream().flatMap(output -> output.file().stream()).findFirst();
    }

    /** Complains about what does not go together. */
    void check(OptionProblems problems) {
        png.filter(Output::isStandard)
                .ifPresent(some -> problems.add("--png", OptionProblems.TEXTS.text("png.standard"), ""));
        Set<Optional<Path>> places = new HashSet<>();
        for (Output output : all()) {
            if (!places.add(output.file().map(file -> file.toAbsolutePath().normalize()))) {
                problems.add(output.option(), OptionProblems.TEXTS.text("output.twice"), "");
            }
        }
    }

    /**
     * Writes what is asked for.
     *
     * @param files  has a table and a picture if they are asked for
     * @throws IOException if that turns out to be impossible; the message says where to
     */
    void write(StudyFiles files, PrintStream standard) throws IOException {
        if (json.isPresent()) {
            json.get().write(files.json(), standard);
        }
        if (csv.isPresent()) {
            csv.get().write(files.csv().orElseThrow(), standard);
        }
        if (png.isPresent()) {
            png.get().write(files.png().orElseThrow(), standard);
        }
    }
}
