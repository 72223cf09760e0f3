package mirrorstorm.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.RemedyJson;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How often an operator's interventions work. */
@Command(name = "runbook")
final class RunbookCommand implements Callable<Integer> {

    private static final int REPLICATIONS = 100;

    @Mixin
    private RunningOptions running;

    @Mixin
    private BatchOptions batch;

    @Option(names = "--moves", paramLabel = "SCENARIO")
    private Optional<String> movesName = Optional.empty();

    @Option(names = "--keep", paramLabel = "\"MEASURE < VALUE\"")
    private String keep = "stuckPeak < 0.2";

    @Option(names = "--json", paramLabel = "FILE|-")
    private Optional<String> json = Optional.empty();

    private final Console console;

    RunbookCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, ScenarioException {
        OptionProblems problems = new OptionProblems();
        Scenario scenario = running.scenario(problems);
        EngineKind engine = running.engine(problems);
        RelativePlan moves = RelativePlan.recorded(scenario);
        if (movesName.isPresent()) {
            try {
                moves = RelativePlan.recorded(problems.files().open(movesName.get()));
            } catch (ScenarioException e) {
                problems.add(e);
            }
        }
        if (problems.isEmpty()) {
            if (moves.afterTrigger().isEmpty()) {
                String what = OptionProblems.TEXTS.text("runbook.none");
                problems.add("--moves", what, OptionProblems.TEXTS.text("runbook.none.cure"));
            }
            RunningOptions.checkIfSound("--moves", moves.in(scenario), problems);
        }
        Optional<Criterion> criterion = Options.criterion("--keep", keep, scenario, problems);
        int replications = batch.replications(REPLICATIONS, problems);
        int threads = batch.threads(problems);
        Optional<Output> jsonFile = Options.output("--json", json, problems);
        problems.throwIfAny();
        RelativePlan tried = moves;
        Runbook runbook = new WatchedWork(console, running.isQuiet())
                .run(work -> Runbook.of(
                        scenario, tried, criterion.orElseThrow(), replications, engine, threads, work, partial -> {}));
        if (jsonFile.isPresent()) {
            jsonFile.get().write(out -> RemedyJson.write(scenario, runbook, tried, out), console.out());
        } else {
            console.out()
                    .print(RemedyText.of(scenario, runbook, tried.afterTrigger().size()));
        }
        return ExitCode.DONE;
    }
}
