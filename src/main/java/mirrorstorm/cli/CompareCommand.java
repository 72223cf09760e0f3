package mirrorstorm.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.run.compare.ComparisonStudy;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Two to four variants of a scenario with the same random numbers. */
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {

    private static final int REPLICATIONS = 20;

    @Mixin
    private StudyOptions study;

    @Mixin
    private ReplicationsOption replications;

    @Option(names = "--a", paramLabel = "PATH=VALUE", arity = "0..*")
    private List<String> a = List.of();

    @Option(names = "--b", paramLabel = "PATH=VALUE", arity = "1..*", required = true)
    private List<String> b = List.of();

    @Option(names = "--c", paramLabel = "PATH=VALUE", arity = "1..*")
    private List<String> c = List.of();

    @Option(names = "--d", paramLabel = "PATH=VALUE", arity = "1..*")
    private List<String> d = List.of();

    @Option(names = "--json", paramLabel = "FILE|-")
    private Optional<String> json = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE|-")
    private Optional<String> csv = Optional.empty();

    private final Console console;

    CompareCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, ScenarioException {
        StudyRequest request = study.read(console);
        Scenario scenario = request.scenario();
        OptionProblems problems = request.problems();
        int count = replications.count(REPLICATIONS, problems);
        int threads = study.threads(problems);
        List<Variant> variants = new ArrayList<>();
        variants.add(variant(scenario, "--a", a, problems));
        variants.add(variant(scenario, "--b", b, problems));
        if (!c.isEmpty()) {
            variants.add(variant(scenario, "--c", c, problems));
        }
        if (!d.isEmpty()) {
            variants.add(variant(scenario, "--d", d, problems));
        }
        return request.answer(
                () -> new ComparisonStudy(variants, count, request.engine()),
                threads,
                StudyRequest.wording(found -> StudyFiles.of(scenario, found), found -> CompareText.of(scenario, found)),
                StudyOutputs.of(json, csv, Optional.empty(), problems));
    }

    private static Variant variant(Scenario scenario, String option, List<String> settings, OptionProblems problems) {
        String label = settings.isEmpty() ? OptionProblems.TEXTS.text("compare.as-is") : String.join(" ", settings);
        return new Variant(label, RunningOptions.varied(scenario, option, settings, problems));
    }
}
