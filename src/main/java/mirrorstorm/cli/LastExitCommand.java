package mirrorstorm.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.remedy.ExitQuestion;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.InterventionParser;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How late a remedy may come. */
@Command(name = "last-exit")
final class LastExitCommand implements Callable<Integer> {

    @Mixin
    private StudyOptions study;

    @Mixin
    private ReplicationsOption replications;

    @Option(names = "--do", paramLabel = "\"ACTION KEY=VALUE..\"", required = true)
    private List<String> interventions = new ArrayList<>();

    @Option(names = "--keep", paramLabel = "\"MEASURE < VALUE\"")
    private String keep = "stuckPeak < 0.2";

    @Option(names = "--share", paramLabel = "X")
    private Optional<String> share = Optional.empty();

    @Option(names = "--from", paramLabel = "DURATION")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DURATION")
    private Optional<String> to = Optional.empty();

    @Option(names = "--resolution", paramLabel = "DURATION")
    private Optional<String> resolution = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE|-")
    private Optional<String> json = Optional.empty();

    private final Console console;

    LastExitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, ScenarioException {
        StudyRequest request = study.read(console);
        Scenario scenario = request.scenario();
        OptionProblems problems = request.problems();
        List<Intervention> remedy = remedy(scenario, problems);
        Optional<Criterion> criterion = Options.criterion("--keep", keep, scenario, problems);
        int count = replications.count(ExitQuestion.REPLICATIONS, problems);
        int threads = study.threads(problems);
        double part = Options.share("--share", share, ExitQuestion.SHARE, problems);
        Duration trigger = Duration.ofNanos(Triggers.firstNanos(scenario.plan()).orElse(0));
        Duration start = Options.duration("--from", from, trigger, problems);
        Duration end = Options.duration("--to", to, scenario.horizon(), problems);
        Duration step = Options.duration("--resolution", resolution, ExitQuestion.RESOLUTION, problems);
        if (start.compareTo(end) > 0 || end.compareTo(scenario.horizon()) > 0) {
            String horizon = Durations.format(scenario.horizon());
            problems.add("--from", OptionProblems.TEXTS.text("exit.range", horizon), "");
        }
        if (step.isZero()) {
            problems.add("--resolution", OptionProblems.TEXTS.text("window.zero"), "");
        }
        return request.answer(
                () -> new ExitQuestion(
                        scenario, remedy, criterion.orElseThrow(), part, start, end, step, count, request.engine()),
                threads,
                new StudyRequest.Wording<>(
                        RemedyText::attempt, StudyFiles::of, found -> RemedyText.of(found, interventions)),
                StudyOutputs.of(json, Optional.empty(), Optional.empty(), problems));
    }

    private List<Intervention> remedy(Scenario scenario, OptionProblems problems) {
        List<Intervention> remedy = new ArrayList<>();
        List<TimedIntervention> plan = new ArrayList<>(scenario.plan());
        for (String text : interventions) {
            try {
                Intervention intervention = InterventionParser.read("--do", text);
                remedy.add(intervention);
                plan.add(new TimedIntervention(scenario.horizon().toNanos(), intervention));
            } catch (ScenarioException e) {
                problems.add(e);
            }
        }
        if (problems.isEmpty()) {
            try {
                ScenarioChecks.check("--do", scenario.withTimeline(plan));
            } catch (ScenarioException e) {
                problems.add(e);
            }
        }
        return remedy;
    }
}
