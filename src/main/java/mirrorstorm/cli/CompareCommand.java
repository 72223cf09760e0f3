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
    private Optional<List<String>> a = Optional.empty();

    @Option(names = "--b", paramLabel = "PATH=VALUE", arity = "1..*", required = true)
    private List<String> b = List.of();

    @Option(names = "--c", paramLabel = "PATH=VALUE", arity = "1..*")
    private Optional<List<String>> c = Optional.empty();

    @Option(names = "--d", paramLabel = "PATH=VALUE", arity = "1..*")
    private Optional<List<String>> d = Optional.empty();

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
        Complaints complaints = new Complaints();
        Scenario scenario = running.scenario(complaints);
        EngineKind engine = running.engine(complaints);
        int replications = batch.replications(REPLICATIONS, complaints);
        int threads = batch.threads(complaints);
        List<Variant> variants = new ArrayList<>();
        variants.add(variant(scenario, "--a", a.orElse(List.of()), complaints));
        variants.add(variant(scenario, "--b", b, complaints));
        c.ifPresent(settings -> variants.add(variant(scenario, "--c", settings, complaints)));
        d.ifPresent(settings -> variants.add(variant(scenario, "--d", settings, complaints)));
        Optional<Output> jsonFile = Options.output("--json", json, complaints);
        Optional<Output> csvFile = Options.output("--csv", csv, complaints);
        complaints.throwIfAny();
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

    private static Variant variant(Scenario scenario, String option, List<String> settings, Complaints complaints) {
        String label = settings.isEmpty() ? Complaints.TEXTS.text("compare.as-is") : String.join(" ", settings);
        return new Variant(label, RunningOptions.varied(scenario, option, settings, complaints));
    }
}
