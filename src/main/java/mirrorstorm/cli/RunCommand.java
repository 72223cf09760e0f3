package mirrorstorm.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.RunCsv;
import mirrorstorm.export.RunJson;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Settings;
import mirrorstorm.run.Run;
import mirrorstorm.run.RunResult;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One run of a scenario. Everything that can be wrong is looked for before it starts. */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    private static final Duration SAMPLE = Duration.ofMinutes(1);

    @Mixin
    private RunningOptions running;

    @Option(names = "--sample", paramLabel = "DURATION")
    private Optional<String> sample = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE|-")
    private Optional<String> json = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE|-")
    private Optional<String> csv = Optional.empty();

    @Option(names = "--png", paramLabel = "FILE")
    private Optional<String> png = Optional.empty();

    @Option(names = "--at", paramLabel = "DURATION")
    private Optional<String> at = Optional.empty();

    @Option(names = "--trace", paramLabel = "FILE")
    private Optional<String> trace = Optional.empty();

    @Option(names = "--expect", paramLabel = "\"FIELD < VALUE\"")
    private List<String> expectations = new ArrayList<>();

    private final Console console;

    RunCommand(Console console) {
        this.console = console;
    }

    /** A checked command line. */
    private record Plan(
            Scenario scenario,
            EngineKind engine,
            Duration sample,
            Duration pictureAt,
            Optional<Output> json,
            Optional<Output> csv,
            Optional<Output> png,
            Optional<Output> trace,
            List<Expectation> expectations) {}

    @Override
    public Integer call() throws IOException, ScenarioException {
        Plan plan = plan();
        boolean isQuiet = running.isQuiet();
        Progress progress = new Progress(console.err(), System::nanoTime);
        HeadlessRun headless =
                new HeadlessRun(console.interruption(), progress, isQuiet ? Optional.empty() : Optional.of(progress));
        RunResult result = run(plan, headless);
        writeResults(plan, result);
        writePicture(plan);
        if (plan.json().isEmpty() && plan.csv().isEmpty()) {
            console.out().print(SummaryText.of(plan.scenario(), result));
        }
        return judged(plan, result);
    }

    private Plan plan() throws IOException, ScenarioException {
        OptionProblems problems = new OptionProblems();
        Scenario scenario = running.scenario(problems);
        Plan plan = new Plan(
                scenario,
                running.engine(problems),
                duration("--sample", sample, SAMPLE, problems),
                duration("--at", at, scenario.horizon(), problems),
                output("--json", json, problems),
                output("--csv", csv, problems),
                output("--png", png, problems),
                output("--trace", trace, problems),
                expectations(scenario, problems));
        checkTogether(plan, problems);
        problems.throwIfAny();
        return plan;
    }

    private List<Expectation> expectations(Scenario scenario, OptionProblems problems) {
        return expectations.stream()
                .flatMap(text -> Expectation.parse(text, scenario, problems).stream())
                .toList();
    }

    private static Duration duration(String option, Optional<String> text, Duration absent, OptionProblems problems) {
        try {
            return text.isPresent() ? Durations.parse(text.get()) : absent;
        } catch (ValueException e) {
            problems.add(option, e);
            return absent;
        }
    }

    private static Optional<Output> output(String option, Optional<String> text, OptionProblems problems) {
        return text.flatMap(named -> Output.of(option, named, problems));
    }

    private void checkTogether(Plan plan, OptionProblems problems) {
        String horizon = Durations.format(plan.scenario().horizon());
        long samples = plan.sample().isZero()
                ? Long.MAX_VALUE
                : plan.scenario().horizon().dividedBy(plan.sample());
        if (samples >= Series.SAMPLES_MAX) {
            String what = OptionProblems.TEXTS.text("sample.many", Durations.format(plan.sample()), horizon);
            problems.add("--sample", what, OptionProblems.TEXTS.text("sample.many.cure", Series.SAMPLES_MAX));
        }
        if (at.isPresent() && png.isEmpty()) {
            problems.add("--at", OptionProblems.TEXTS.text("at.alone"), OptionProblems.TEXTS.text("at.alone.cure"));
        } else if (plan.pictureAt().compareTo(plan.scenario().horizon()) > 0) {
            problems.add("--at", OptionProblems.TEXTS.text("at.late", Durations.format(plan.pictureAt()), horizon), "");
        }
        plan.png()
                .filter(Output::isStandard)
                .ifPresent(some -> problems.add("--png", OptionProblems.TEXTS.text("png.standard"), ""));
    }

    private RunResult run(Plan plan, HeadlessRun headless) throws IOException {
        Run run = new Run(plan.scenario(), 0, plan.engine(), plan.sample().toNanos());
        if (plan.trace().isEmpty()) {
            return headless.toEnd(run);
        }
        List<RunResult> result = new ArrayList<>();
        plan.trace().get().write(out -> result.add(traced(run, headless, out)), console.out());
        return result.get(0);
    }

    private static RunResult traced(Run run, HeadlessRun headless, OutputStream out) throws IOException {
        try {
            run.simulation().listen(new TraceText(out));
            return headless.toEnd(run);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeResults(Plan plan, RunResult result) throws IOException {
        PrintStream out = console.out();
        List<String> zoneIds =
                plan.scenario().zones().stream().map(Settings.Zone::id).toList();
        if (plan.json().isPresent()) {
            plan.json().get().write(file -> RunJson.write(result, zoneIds, file), out);
        }
        if (plan.csv().isPresent()) {
            plan.csv().get().write(file -> RunCsv.write(result.series(), file), out);
        }
    }

    private static void writePicture(Plan plan) throws IOException {
        if (plan.png().isPresent()) {
            Pictures pictures =
                    new Pictures(plan.scenario(), plan.engine(), plan.sample().toNanos());
            Path file = plan.png().get().file().orElseThrow();
            pictures.writePng(plan.pictureAt().toNanos(), file);
        }
    }

    private int judged(Plan plan, RunResult result) {
        List<Expectation> disappointed = plan.expectations().stream()
                .filter(expectation -> !expectation.holds(result))
                .toList();
        for (Expectation expectation : disappointed) {
            console.err().println(expectation.disappointment(result));
        }
        return disappointed.isEmpty() ? ExitCode.DONE : ExitCode.EXPECTATION_FALSE;
    }
}
