package mirrorstorm.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.ComparisonExport;
import mirrorstorm.export.ComparisonJson;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.run.compare.VariantComparison;
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
    private RunningOptions running;

    @Mixin
    private BatchOptions batch;

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
        OptionProblems problems = new OptionProblems();
        Scenario scenario = running.scenario(problems);
        EngineKind engine = running.engine(problems);
        int replications = batch.replications(REPLICATIONS, problems);
        int threads = batch.threads(problems);
        List<Variant> variants = new ArrayList<>();
        variants.add(variant(scenario, "--a", a, problems));
        variants.add(variant(scenario, "--b", b, problems));
        if (!c.isEmpty()) {
            variants.add(variant(scenario, "--c", c, problems));
        }
        if (!d.isEmpty()) {
            variants.add(variant(scenario, "--d", d, problems));
        }
        Optional<Output> jsonFile = Options.output("--json", json, problems);
        Optional<Output> csvFile = Options.output("--csv", csv, problems);
        problems.throwIfAny();
        VariantComparison comparison = new WatchedWork(console, running.isQuiet())
                .run(work -> VariantComparison.of(variants, replications, engine, threads, work, partial -> {}));
        if (jsonFile.isPresent()) {
            jsonFile.get().write(out -> ComparisonJson.write(scenario, comparison, out), console.out());
        }
        if (csvFile.isPresent()) {
            csvFile.get().write(out -> ComparisonExport.writeCsv(comparison, out), console.out());
        }
        if (jsonFile.isEmpty() && csvFile.isEmpty()) {
            console.out().print(CompareText.of(scenario, comparison));
        }
        return ExitCode.DONE;
    }

    private static Variant variant(Scenario scenario, String option, List<String> settings, OptionProblems problems) {
        String label = settings.isEmpty() ? OptionProblems.TEXTS.text("compare.as-is") : String.join(" ", settings);
        return new Variant(label, RunningOptions.varied(scenario, option, settings, problems));
    }
}
