package mirrorstorm.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mirrorstorm.model.EngineKind;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.NearestName;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioChecks;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ValueException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The scenario and the options of every command that runs something. */
final class RunningOptions {

    /** Most threads that anybody may ask for. */
    static final int THREADS_MAX = 1_024;

    @Parameters(paramLabel = "SCENARIO", descriptionKey = "scenario")
    private String scenarioName = "";

    @Option(names = "--seed", paramLabel = "N")
    private Optional<String> seed = Optional.empty();

    @Option(names = "--until", paramLabel = "DURATION")
    private Optional<String> until = Optional.empty();

    @Option(names = "--set", paramLabel = "PATH=VALUE")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--engine", paramLabel = "rates|rounds")
    private Optional<String> engine = Optional.empty();

    @Option(names = "--quiet")
    private boolean isQuiet;

    /** Whether only results and errors are told. */
    boolean isQuiet() {
        return isQuiet;
    }

    /** The engine asked for, or the fast one. */
    EngineKind engine(OptionProblems problems) {
        if (engine.isEmpty()) {
            return EngineKind.RATES;
        }
        List<String> names = Arrays.stream(EngineKind.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = names.indexOf(engine.get());
        if (index < 0) {
            String cure = NearestName.to(engine.get(), names)
                    .map(nearest -> OptionProblems.TEXTS.text("nearest", nearest))
                    .orElse(OptionProblems.TEXTS.text("oneOf", String.join(", ", names)));
            problems.add(
                    "--engine", OptionProblems.TEXTS.text("engine.unknown", MessageBundle.clipped(engine.get())), cure);
            return EngineKind.RATES;
        }
        return EngineKind.values()[index];
    }

    /**
     * The scenario with everything set as asked for; its defaults if something is wrong, which was complained about.
     *
     * @throws IOException if there is such a file but it cannot be read
     */
    Scenario scenario(OptionProblems problems) throws IOException {
        Scenario scenario = Scenario.DEFAULTS;
        try {
            scenario = problems.files().open(scenarioName);
        } catch (ScenarioException e) {
            problems.add(e);
        }
        if (seed.isPresent()) {
            scenario = with(scenario, "--seed", "seed", seed.get(), problems);
        }
        scenario = varied(scenario, "--set", settings, problems);
        if (until.isPresent()) {
            scenario = with(scenario, "--until", "horizon", until.get(), problems);
        }
        return scenario;
    }

    /**
     * The scenario with some levers moved; what is wrong with them was complained about.
     *
     * @param option   as it is written, such as {@code --a}
     * @param settings each {@code PATH=VALUE}
     */
    static Scenario varied(Scenario scenario, String option, List<String> settings, OptionProblems problems) {
        OptionProblems own = new OptionProblems();
        Scenario varied = scenario;
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals <= 0) {
                String what = OptionProblems.TEXTS.text("set.form", MessageBundle.clipped(setting));
                own.add(option, what, OptionProblems.TEXTS.text("set.form.cure"));
            } else {
                varied = with(varied, option, setting.substring(0, equals), setting.substring(equals + 1), own);
            }
        }
        if (own.isEmpty() && problems.isEmpty()) {
            checkIfSound(option, varied, own);
        }
        problems.addAll(own);
        return varied;
    }

    /** What was set may contradict the rest of the scenario. */
    static void checkIfSound(String option, Scenario scenario, OptionProblems problems) {
        try {
            ScenarioChecks.check(option, scenario);
        } catch (ScenarioException e) {
            problems.add(e);
        }
    }

    private static Scenario with(Scenario scenario, String option, String path, String text, OptionProblems problems) {
        try {
            Lever lever = Levers.named(path);
            return scenario.withLever(path, lever.parse(text));
        } catch (ValueException e) {
            boolean isNamed = !option.equals("--seed")
                    && !option.equals("--until")
                    && Levers.find(path).isPresent();
            problems.add(option, isNamed ? path : "", e);
            return scenario;
        }
    }
}
