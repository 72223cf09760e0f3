package mirrorstorm.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirrorstorm.export.StudyFiles;
import mirrorstorm.run.forecast.ForecastStudy;
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
    private StudyOptions study;

    @Option(names = "--at", paramLabel = "DURATION", required = true)
    private String at;

    @Option(names = "--futures", paramLabel = "N")
    private Optional<String> futures = Optional.empty();

    @Option(names = "--window", paramLabel = "DURATION")
    private Optional<String> window = Optional.empty();

    @Option(names = "--if-nobody-acts")
    private boolean isNobodyActing;

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
        StudyRequest request = study.read(console);
        Scenario scenario = request.scenario();
        OptionProblems problems = request.problems();
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
                study.threads(problems));
        return request.answer(
                () -> new ForecastStudy(scenario, request.engine(), moment, question),
                question.threads(),
                new StudyRequest.Wording<>(
                        ForecastText::partial,
                        found -> StudyFiles.of(scenario, found),
                        found -> ForecastText.of(scenario, found)),
                StudyOutputs.of(json, csv, Optional.empty(), problems));
    }
}
