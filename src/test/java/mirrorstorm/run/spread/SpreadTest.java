package mirrorstorm.run.spread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.Spread;
import mirrorstorm.scenario.SpreadFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How runs spread at milestones, and that the spreads that come with the program are of its scenarios and its model as
 * they are. If these are stale: {@code java -jar target/mirrorstorm.jar spread}, in the root of the project.
 */
class SpreadTest {

    private static final Path FOLDER = Path.of(Spread.FOLDER);

    static Stream<String> withMilestones() {
        return Library.IDS.stream()
                .filter(id -> !Library.bundled(id).milestones().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("withMilestones")
    void theShippedSpreadIsOfTheScenarioAsItIs(String id) {
        Scenario scenario = Library.bundled(id);
        assertThat(Spread.of(scenario)).isPresent();
        Spread spread = Spread.of(scenario).orElseThrow();
        assertThat(spread.replications()).isEqualTo(SpreadRunner.REPLICATIONS);
        assertThat(spread.milestones()).hasSameSizeAs(scenario.milestones());
    }

    @ParameterizedTest
    @MethodSource("withMilestones")
    void theFirstOfItsRunsIsStillTheSame(String id) {
        Scenario scenario = Library.bundled(id);
        Spread spread = Spread.of(scenario).orElseThrow();
        double[] now = SpreadRunner.values(scenario.withSeed(spread.firstSeed()), new CancellationToken());
        assertThat(now)
                .containsExactly(
                        spread.first().stream().mapToDouble(each -> each).toArray());
    }

    @Test
    void nothingElseIsShipped() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            withMilestones().map(SpreadFile::nameOf).toList());
        }
    }

    @Test
    void anotherSeedHasTheSameSpreadAndAnotherScenarioHasNone() {
        Scenario scenario = Library.bundled("leases-2025");
        assertThat(Spread.of(scenario.withSeed(5)))
                .isEqualTo(Spread.of(scenario))
                .isPresent();
        assertThat(Spread.of(scenario.withLever("controlPlane.threads", 11))).isEmpty();
        assertThat(Spread.of(scenario.withHorizon(Duration.ofHours(7)))).isEmpty();
        assertThat(Spread.of(scenario.withTimeline(List.of()))).isEmpty();
    }

    @Test
    void theTextOfASpreadIsTheSameForTheSameRuns() throws IOException {
        Scenario scenario = Library.bundled("retries-140");
        Spread one = SpreadRunner.run(scenario, 3, 1, new CancellationToken());
        Spread other = SpreadRunner.run(scenario, 3, 2, new CancellationToken());
        assertThat(SpreadFile.text(one)).isEqualTo(SpreadFile.text(other));
    }

    /** Ten runs whose only milestone is published as 5 within 2: 0, 1 ... 9. */
    private static Spread tenRuns() {
        Scenario scenario = Library.bundled("cloudscale-2018");
        int milestones = scenario.milestones().size();
        List<double[]> runs = Stream.iterate(0, i -> i + 1)
                .limit(10)
                .map(i -> Stream.generate(() -> i)
                        .limit(milestones)
                        .mapToDouble(Integer::doubleValue)
                        .toArray())
                .toList();
        return Spread.of(scenario, 1, runs);
    }

    private static double[] all(Spread spread, double value) {
        return spread.milestones().stream().mapToDouble(band -> value).toArray();
    }

    @Test
    void aRunFarFromTheMiddleIsWilderThanOneNearIt() {
        Spread spread = tenRuns();
        assertThat(spread.milestones().get(0).p50()).isEqualTo(4);
        assertThat(spread.wildnessOf(all(spread, 4))).isZero();
        assertThat(spread.wildnessOf(all(spread, 9))).isCloseTo(5 / (9 / 3.29), within(1e-9));
        assertThat(spread.wildnessOf(all(spread, 1_000))).isEqualTo(3);
        assertThat(spread.wildnessOf(all(spread, Double.NaN))).isEqualTo(3);
        assertThat(spread.wilderThan(all(spread, 4))).isZero();
        assertThat(spread.wilderThan(all(spread, 20))).isEqualTo(1);
        assertThat(spread.wilderThan(all(spread, 9))).isEqualTo(0.9);
    }
}
