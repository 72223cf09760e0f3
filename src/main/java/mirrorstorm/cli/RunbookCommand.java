package mirrorstorm.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.run.remedy.RunbookStudy;
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
    private StudyOptions study;

    @Mixin
    private ReplicationsOption replications;

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
        StudyRequest request = study.read(console);
        Scenario scenario = request.scenario();
        OptionProblems problems = request.problems();
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
        int count = replications.count(REPLICATIONS, problems);
        int threads = study.threads(problems);
        RelativePlan tried = moves;
        return request.answer(
                () -> new RunbookStudy(scenario, tried, criterion.orElseThrow(), count, request.engine()),
                threads,
                StudyRequest.wording(
                        found -> StudyFiles.of(scenario, found, tried),
                        found -> RemedyText.of(
                                scenario, found, tried.afterTrigger().size())),
                StudyOutputs.of(json, Optional.empty(), Optional.empty(), problems));
    }
}
