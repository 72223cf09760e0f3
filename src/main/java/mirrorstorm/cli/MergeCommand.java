package mirrorstorm.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.SweepMerge;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins the shards of a sweep. */
@Command(name = "merge")
final class MergeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "merge.files")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE|-")
    private Optional<String> json = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE|-")
    private Optional<String> csv = Optional.empty();

    @Option(names = "--quiet")
    private boolean isQuiet;

    private final Console console;

    MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, ScenarioException {
        OptionProblems problems = new OptionProblems();
        Optional<Output> jsonFile = Options.output("--json", json, problems);
        Optional<Output> csvFile = Options.output("--csv", csv, problems);
        if (json.isEmpty() && csv.isEmpty()) {
            problems.add(
                    "merge", OptionProblems.TEXTS.text("merge.where"), OptionProblems.TEXTS.text("merge.where.cure"));
        }
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            try {
                files.add(Path.of(name));
                problems.files().reads(Path.of(name));
            } catch (InvalidPathException e) {
                problems.add("merge", OptionProblems.TEXTS.text("output.name", MessageBundle.clipped(name)), "");
            }
        }
        problems.throwIfAny();
        SweepMerge merge = SweepMerge.of(files);
        if (jsonFile.isPresent()) {
            jsonFile.get().write(merge::writeJson, console.out());
        }
        if (csvFile.isPresent()) {
            csvFile.get().write(merge::writeCsv, console.out());
        }
        if (!isQuiet) {
            console.err().println(OptionProblems.TEXTS.text("merge.done", files.size(), merge.cellCount()));
        }
        return ExitCode.DONE;
    }
}
