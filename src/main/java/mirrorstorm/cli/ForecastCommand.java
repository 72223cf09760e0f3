package mirrorstorm.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.ForecastCsv;
import mirrorstorm.export.ForecastJson;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Run;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.run.forecast.Question;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** When will it be fixed? Many futures from one moment of a run. */
@Command(name = "forecast")
final class ForecastCommand implements Callable<Integer> {

    @Mixin
    private RunningOptions running;

    @Option(names = "--at", paramLabel = "DURATION", required = true)
    private String at;

    @Option(names = "--futures", paramLabel = "N")
    private Optional<String> futures = Optional.empty();

    @Option(names = "--window", paramLabel = "DURATION")
    private Optional<String> window = Optional.empty();

    @Option(names = "--if-nobody-acts")
    private boolean isNobodyActing;

    @Option(names = "--threads", paramLabel = "N")
    private Optional<String> threads = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE|-")
    private Optional<String> json = Optional.empty();

    @Option(names = "--csv", paramLabel = "FILE|-")
    private Optional<String> csv = Optional.empty();

    private final Console console;

    ForecastCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, ScenarioException {
        OptionProblems problems = new OptionProblems();
        Scenario scenario = running.scenario(problems);
        EngineKind engine = running.engine(problems);
        Duration moment = Options.duration("--at", Optional.of(at), Duration.ZERO, problems);
        Duration longest = Options.duration("--window", window, Question.WINDOW, problems);
        if (longest.isZero()) {
            problems.add("--window", OptionProblems.TEXTS.text("window.zero"), "");
            longest = Question.WINDOW;
        }
        if (moment.compareTo(scenario.horizon()) > 0) {
            String horizon = Durations.format(scenario.horizon());
            problems.add("--at", OptionProblems.TEXTS.text("at.late", Durations.format(moment), horizon), "");
        }
        Question question = new Question(
                isNobodyActing ? Question.Plan.IF_NOBODY_ACTS : Question.Plan.AS_PLANNED,
                Options.count("--futures", futures, Question.FUTURES, Question.FUTURES_MAX, problems),
                longest,
                Options.count("--threads", threads, Replications.cores(), RunningOptions.THREADS_MAX, problems));
        Optional<Output> jsonFile = Options.output("--json", json, problems);
        Optional<Output> csvFile = Options.output("--csv", csv, problems);
        problems.throwIfAny();
        Forecast forecast = forecast(scenario, engine, moment, question);
        if (jsonFile.isPresent()) {
            jsonFile.get().write(out -> ForecastJson.write(scenario, forecast, out), console.out());
        }
        if (csvFile.isPresent()) {
            csvFile.get().write(out -> ForecastCsv.write(forecast.fan(), out), console.out());
        }
        if (jsonFile.isEmpty() && csvFile.isEmpty()) {
            console.out().print(ForecastText.of(scenario, forecast));
        }
        return ExitCode.DONE;
    }

    private Forecast forecast(Scenario scenario, EngineKind engine, Duration moment, Question question)
            throws IOException {
        return new WatchedWork(console, running.isQuiet()).run(work -> {
            Run run = new Run(scenario, 0, engine, Duration.ofMinutes(1).toNanos());
            Replications.advance(run, moment.toNanos(), work);
            return Forecast.of(run.present(), question, work, partial -> tell(partial));
        });
    }

    private void tell(Forecast partial) {
        if (!running.isQuiet()) {
            console.err()
                    .println(OptionProblems.TEXTS.text(
                            "forecast.partial",
                            partial.futures(),
                            ForecastText.duration(partial.recovery().value(), partial),
                            ForecastText.duration(partial.recovery().low(), partial),
                            ForecastText.duration(partial.recovery().high(), partial)));
        }
    }
}
