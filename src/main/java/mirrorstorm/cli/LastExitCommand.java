package mirrorstorm.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.RemedyJson;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Triggers;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.remedy.ExitQuestion;
import mirrorstorm.run.remedy.LastExit;
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
    private RunningOptions running;

    @Mixin
    private BatchOptions batch;

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
        OptionProblems problems = new OptionProblems();
        Scenario scenario = running.scenario(problems);
        EngineKind engine = running.engine(problems);
        List<Intervention> remedy = remedy(scenario, problems);
        Optional<Criterion> criterion = Options.criterion("--keep", keep, scenario, problems);
        int replications = batch.replications(ExitQuestion.REPLICATIONS, problems);
        int threads = batch.threads(problems);
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
        Optional<Output> jsonFile = Options.output("--json", json, problems);
        problems.throwIfAny();
        ExitQuestion question = new ExitQuestion(
                scenario, remedy, criterion.orElseThrow(), part, start, end, step, replications, engine);
        LastExit exit = new WatchedWork(console, running.isQuiet())
                .run(work -> LastExit.find(question, threads, work, this::tell));
        if (jsonFile.isPresent()) {
            jsonFile.get().write(out -> RemedyJson.write(exit, out), console.out());
        } else {
            console.out().print(RemedyText.of(exit, interventions));
        }
        return ExitCode.DONE;
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

    private void tell(LastExit.Attempt attempt) {
        if (!running.isQuiet()) {
            console.err().println(RemedyText.attempt(attempt));
        }
    }
}
