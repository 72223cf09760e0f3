package mirrorstorm.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.spread.SpreadRunner;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.Spread;
import mirrorstorm.scenario.SpreadFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Works out anew how the bundled scenarios with milestones spread, for the files that come with the program. Hidden: it
 * is of use only to who changes the scenarios.
 */
@Command(name = "spread", hidden = true)
final class SpreadCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "ID", descriptionKey = "spread.ids")
    private List<String> ids = new ArrayList<>();

    @Mixin
    private ReplicationsOption replications;

    @Option(names = "--threads", paramLabel = "N")
    private Optional<String> threads = Optional.empty();

    @Option(names = "--out", paramLabel = "FOLDER")
    private Optional<String> folder = Optional.empty();

    @Option(names = "--quiet")
    private boolean isQuiet;

    private final Console console;

    SpreadCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, ScenarioException {
        OptionProblems problems = new OptionProblems();
        int count = replications.count(SpreadRunner.REPLICATIONS, problems);
        int atATime = Options.count("--threads", threads, Replications.cores(), RunningOptions.THREADS_MAX, problems);
        List<Scenario> scenarios = new ArrayList<>();
        for (String id : ids.isEmpty() ? Library.IDS : ids) {
            try {
                scenarios.add(Library.open(id));
            } catch (ScenarioException e) {
                problems.add(e);
            }
        }
        problems.throwIfAny();
        Path into = Path.of(folder.orElse(Spread.FOLDER));
        Files.createDirectories(into);
        for (Scenario scenario : scenarios) {
            if (!scenario.milestones().isEmpty()) {
                Spread spread =
                        new WatchedWork(console, isQuiet).run(work -> SpreadRunner.run(scenario, count, atATime, work));
                byte[] text = SpreadFile.text(spread).getBytes(StandardCharsets.UTF_8);
                AtomicFile.write(into.resolve(SpreadFile.nameOf(scenario.id())), out -> out.write(text));
            }
        }
        return ExitCode.DONE;
    }
}
