package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Rate;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LeversTest {

    private static final List<String> AT_START = List.of(
            "cluster.nodes",
            "cluster.racks",
            "cluster.volumes",
            "cluster.replicas",
            "cluster.volumeGiB",
            "cluster.utilisation",
            "instances.count",
            "instances.volumesEach",
            "instances.multiZone",
            "instances.failOverFault",
            "seed",
            "metrics.callsRecoveredBelow",
            "metrics.databasesRecoveredBelow",
            "horizon");

    static Stream<Lever> levers() {
        return Levers.all().stream();
    }

    @Test
    void everySingleValueOfTheSettingsIsALeverAndNothingElseButSeedAndHorizon() {
        List<String> paths = new ArrayList<>(List.of("seed", "horizon"));
        addPaths(Settings.DEFAULTS, "", paths);
        assertThat(Levers.all().stream().map(Lever::path)).containsExactlyInAnyOrderElementsOf(paths);
    }

    private static void addPaths(Record record, String before, List<String> paths) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String path = before + component.getName();
            if (ScalarType.find(component.getType()).isPresent()) {
                paths.add(path);
            } else if (SettingsPath.get(record, component.getName()) instanceof Record nested) {
                addPaths(nested, path + ".", paths);
            }
        }
    }

    @Test
    void everyTextInTheBundleIsUsed() {
        TreeSet<String> unused =
                new TreeSet<>(MessageBundle.of("mirrorstorm.scenario.levers").keys());
        for (Lever lever : Levers.all()) {
            List.of(".title", ".unit", ".help", ".source").forEach(part -> unused.remove(lever.path() + part));
            lever.choices().forEach(choice -> unused.remove("choice." + choice.text()));
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void whatShapesTheClusterIsSetBeforeTheStartAndEverythingElseIsLive() {
        assertThat(Levers.all().stream().filter(lever -> !lever.isLive()).map(Lever::path))
                .containsExactlyInAnyOrderElementsOf(AT_START);
    }

    @ParameterizedTest
    @MethodSource("levers")
    void everyDefaultIsInRangeAndReadsBack(Lever lever) throws ValueException {
        assertThat(lever.problemWith(lever.defaultValue())).isEmpty();
        assertThat(lever.parse(lever.format(lever.defaultValue()))).isEqualTo(lever.defaultValue());
    }

    @ParameterizedTest
    @MethodSource("levers")
    void aSliderStandsExactlyOnTheDefault(Lever lever) {
        assertThat(lever.fromPosition(lever.toPosition(lever.defaultValue()))).isEqualTo(lever.defaultValue());
    }

    @ParameterizedTest
    @MethodSource("levers")
    void everySliderPositionIsAValueThatReadsBackAndStaysWhereItIs(Lever lever) throws ValueException {
        for (double position = 0; position <= 1; position += 1.0 / 256) {
            Object value = lever.fromPosition(position);
            assertThat(lever.problemWith(value)).isEmpty();
            assertThat(lever.parse(lever.format(value))).isEqualTo(value);
            assertThat(lever.fromPosition(lever.toPosition(value))).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @MethodSource("levers")
    void furtherRightIsNeverLess(Lever lever) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            double left = random.nextDouble();
            double right = left + random.nextDouble() * (1 - left);
            double lower = lever.toPosition(lever.fromPosition(left));
            assertThat(lower).isLessThanOrEqualTo(lever.toPosition(lever.fromPosition(right)));
        }
    }

    @ParameterizedTest
    @MethodSource("levers")
    void everyLeverIsExplainedInOneSentence(Lever lever) {
        assertThat(lever.title()).isNotBlank().hasSizeLessThan(40);
        assertThat(lever.help()).endsWith(".").hasSizeLessThan(200);
        assertThat(lever.help().substring(0, lever.help().length() - 1)).doesNotContain(". ");
        assertThat(lever.source()).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "search.backoff.base,   10s",
        "search.backoff.policy, full-jitter",
        "cluster.quarantine,    false",
        "cluster.nodes,         960",
        "race.probability,      2e-9",
        "controlPlane.other.rate, 200/h",
        "seed,                  9007199254740991"
    })
    void aValueIsReadFromText(String path, String text) throws ValueException {
        Lever lever = Levers.require(path);
        assertThat(lever.format(lever.parse(text))).isEqualTo(text);
    }

    @Test
    void valuesAreTyped() throws ValueException {
        assertThat(Levers.require("search.backoff.base").parse("10s")).isEqualTo(Duration.ofSeconds(10));
        assertThat(Levers.require("search.backoff.policy").parse("none")).isEqualTo(BackoffPolicy.NONE);
        assertThat(Levers.require("controlPlane.other.rate").parse("3/m")).isEqualTo(new Rate(0.05));
        assertThat(Levers.require("cluster.nodes").parse("12")).isEqualTo(12);
        assertThat(Levers.require("seed").parse("12")).isEqualTo(12L);
        assertThat(Levers.require("cluster.fullRatio").parse("0.9")).isEqualTo(0.9);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "search.backoff.base   | 10   | the duration \"10\" has no unit; write \"10s\" for seconds, "
                        + "or another of ns, us, ms, s, m, h, d",
                "search.backoff.base   | 2d   | must be from 1ms to 1d, but is 2d",
                "search.backoff.policy | full | there is no full; did you mean full-jitter?",
                "cluster.quarantine    | on   | must be true or false, but is on",
                "cluster.nodes         | 1.5  | must be a whole number, but is 1.5",
                "cluster.utilisation   | 80%  | must be a number, but is 80%"
            })
    void aTextThatIsNoValueIsRefusedWithItsCure(String path, String text, String message) {
        assertThatThrownBy(() -> Levers.require(path).parse(text)).hasMessage(message);
    }

    @Test
    void anUnknownLeverIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> Levers.named("search.backof.base"))
                .hasMessage("there is no lever search.backof.base; did you mean search.backoff.base?");
        assertThatThrownBy(() -> Levers.named("probes"))
                .hasMessage("there is no lever probes; choose one of search.probes");
    }

    @Test
    void aScenarioWithALeverMovedDiffersInNothingElse() {
        Scenario moved = Scenario.DEFAULTS.withLever("search.backoff.policy", BackoffPolicy.FULL_JITTER);
        assertThat(moved.search().backoff().policy()).isEqualTo(BackoffPolicy.FULL_JITTER);
        assertThat(moved.withLever("search.backoff.policy", BackoffPolicy.NONE)).isEqualTo(Scenario.DEFAULTS);
        assertThatThrownBy(() -> moved.withLever("search.probes", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> moved.withLever("search.probes", "20")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> moved.withLever("title", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSliderWithZeroHasAPlaceForIt() {
        Lever race = Levers.require("race.probability");
        assertThat(race.fromPosition(0)).isEqualTo(0.0);
        assertThat(race.fromPosition(0.04)).isEqualTo(1e-11);
        assertThat(race.fromPosition(1)).isEqualTo(1e-7);
        assertThat(race.toPosition(1.0)).isEqualTo(1);
    }

    @Test
    void theNearestNameForgivesSwapsCaseAndLeftOutLetters() {
        List<String> known = List.of("backoff", "base", "cap");
        assertThat(NearestName.to("bakcoff", known)).contains("backoff");
        assertThat(NearestName.to("BACKOFF", known)).contains("backoff");
        assertThat(NearestName.to("backof", known)).contains("backoff");
        assertThat(NearestName.to("timeline", known)).isEmpty();
        assertThat(NearestName.to("x".repeat(10_000), known)).isEmpty();
        assertThat(NearestName.distance("ab", "ba")).isEqualTo(1);
        assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    }
}
