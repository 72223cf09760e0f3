package mirrorstorm.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.AttributionStudy;
import mirrorstorm.run.cause.Cause;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Why did it happen? An outcome shared out over its causes. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

    private static final int REPLICATIONS = 20;

    @Mixin
    private StudyOptions study;

    @Mixin
    private ReplicationsOption replications;

    @Option(names = "--measure", paramLabel = "NAME")
    private String measureName = Measure.STUCK_MEAN.key();

    @Option(names = "--json", paramLabel = "FILE|-")
    private Optional<String> json = Optional.empty();

    @Option(names = "--png", paramLabel = "FILE")
    private Optional<String> png = Optional.empty();

    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, ScenarioException {
        StudyRequest request = study.read(console);
        Scenario scenario = request.scenario();
        OptionProblems problems = request.problems();
        int count = replications.count(REPLICATIONS, problems);
        int threads = study.threads(problems);
        Measure measure = measure(scenario, problems);
        return request.answer(
                () -> new AttributionStudy(scenario, List.of(Cause.values()), count, request.engine()),
                threads,
                StudyRequest.wording(
                        found -> StudyFiles.of(scenario, found, measure),
                        found -> ExplainText.of(scenario, found, measure)),
                StudyOutputs.of(json, Optional.empty(), png, problems));
    }

    private Measure measure(Scenario scenario, OptionProblems problems) {
        try {
            return Criterion.measureOf(measureName, scenario);
        } catch (ValueException e) {
            problems.add("--measure", e);
            return Measure.STUCK_MEAN;
        }
    }
}
