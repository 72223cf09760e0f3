package mirrorstorm.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import mirrorstorm.export.AttributionJson;
import mirrorstorm.export.MapExport;
import mirrorstorm.model.EngineKind;
import mirrorstorm.picture.text.AttributionText;
import mirrorstorm.picture.text.DifferenceText;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.Attribution;
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
    private RunningOptions running;

    @Mixin
    private BatchOptions batch;

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
        OptionProblems problems = new OptionProblems();
        Scenario scenario = running.scenario(problems);
        EngineKind engine = running.engine(problems);
        int replications = batch.replications(REPLICATIONS, problems);
        int threads = batch.threads(problems);
        Measure measure = measure(scenario, problems);
        Optional<Output> jsonFile = Options.output("--json", json, problems);
        Optional<Output> pngFile = Options.output("--png", png, problems);
        pngFile.filter(Output::isStandard)
                .ifPresent(some -> problems.add("--png", OptionProblems.TEXTS.text("png.standard"), ""));
        problems.throwIfAny();
        Attribution attribution = new WatchedWork(console, running.isQuiet())
                .run(work -> Attribution.of(
                        scenario, List.of(Cause.values()), replications, engine, threads, work, partial -> {}));
        if (jsonFile.isPresent()) {
            jsonFile.get().write(out -> AttributionJson.write(scenario, attribution, out), console.out());
        }
        if (pngFile.isPresent()) {
            MapExport.writePng(
                    scenario, attribution, measure, pngFile.get().file().orElseThrow());
        }
        if (jsonFile.isEmpty() && pngFile.isEmpty()) {
            console.out().print(text(scenario, attribution, measure));
        }
        return ExitCode.DONE;
    }

    private Measure measure(Scenario scenario, OptionProblems problems) {
        try {
            return Criterion.measureOf(measureName, scenario);
        } catch (ValueException e) {
            problems.add("--measure", e);
            return Measure.STUCK_MEAN;
        }
    }

    private static String text(Scenario scenario, Attribution attribution, Measure measure) {
        StringBuilder text = new StringBuilder();
        Duration horizon = scenario.horizon();
        text.append(OptionProblems.TEXTS.text(
                "explain.title",
                scenario.title(),
                scenario.id(),
                scenario.seed(),
                attribution.replications(),
                mirrorstorm.scenario.Durations.format(horizon)));
        text.append('\n')
                .append(OptionProblems.TEXTS.text(
                        "explain.all",
                        MeasureText.meanTitle(measure),
                        MeasureText.value(measure, attribution.withAll(measure).value()),
                        MeasureText.value(measure, attribution.withNone(measure).value())))
                .append('\n')
                .append(OptionProblems.TEXTS.text("explain.columns"))
                .append('\n');
        IntStream.range(0, attribution.causes().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        cause -> -attribution.share(cause, measure).value()))
                .forEach(cause -> {
                    Interval share = attribution.share(cause, measure);
                    text.append(String.format(
                            Locale.ROOT,
                            "  %-18s %13s   %-26s %13s %13s\n",
                            AttributionText.title(attribution.causes().get(cause)),
                            DifferenceText.of(measure, share.value()),
                            DifferenceText.range(measure, share),
                            DifferenceText.of(
                                    measure, attribution.alone(cause, measure).value()),
                            DifferenceText.of(
                                    measure, attribution.spared(cause, measure).value())));
                });
        return text.toString();
    }
}
