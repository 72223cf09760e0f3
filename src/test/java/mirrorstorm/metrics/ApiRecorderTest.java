package mirrorstorm.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import mirrorstorm.model.ControlPlaneScope;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.TimedIntervention;
import org.junit.jupiter.api.Test;

/** How long API calls take: in calm by the formula, in a storm by what was measured since the last sample. */
class ApiRecorderTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final double LN2 = Math.log(2);
    private static final int AFFECTED = 0;
    private static final int OTHER = 1;

    /** The histogram keeps two digits. */
    private static final double RESOLUTION = 0.01;

    private static Settings settings(Object... pathsAndValues) {
        Settings settings = SettingsPath.with(Settings.DEFAULTS, "cluster.nodes", 5);
        settings = SettingsPath.with(settings, "cluster.racks", 5);
        settings = SettingsPath.with(settings, "cluster.volumes", 10);
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            settings = SettingsPath.with(settings, (String) pathsAndValues[i], pathsAndValues[i + 1]);
        }
        return settings;
    }

    private static Series measured(Settings settings, Duration spacing, int samples, TimedIntervention... plan) {
        Simulation run = new Simulation(settings, 1, 0, EngineKind.RATES, List.of(plan));
        ApiRecorder api = new ApiRecorder(settings, spacing.toNanos());
        run.listenToCalls(api);
        Series series = new Series(spacing.toNanos(), 4, AFFECTED);
        for (int i = 0; i < samples; i++) {
            run.advanceTo(series.timeNanos(i));
            series.sample(run, api);
        }
        return series;
    }

    @Test
    void inCalmACallTakesItsServiceTime() {
        Series series = measured(settings("controlPlane.createVolume.rate", new Rate(0)), HOUR, 2);
        assertThat(series.latencyP50Seconds(OTHER, 1)).isCloseTo(0.05 * LN2, within(1e-9));
        assertThat(series.latencyP99Seconds(OTHER, 1)).isCloseTo(0.05 * Math.log(100), within(1e-9));
        assertThat(series.get(Metric.API_LATENCY_P50_SECONDS, 1)).isCloseTo(0.05 * LN2, within(1e-9));
        assertThat(series.errorShare(OTHER, 1)).isZero();
        assertThat(series.get(Metric.API_ERROR_SHARE, 1)).isZero();
    }

    @Test
    void twoKindsOfCallsMixTheirServiceTimes() {
        Settings settings = settings("controlPlane.createVolume.serviceTime", Duration.ofMillis(500));
        double median = measured(settings, HOUR, 2).latencyP50Seconds(OTHER, 1);
        double longer = (Math.exp(-median / 0.5) + Math.exp(-median / 0.05)) / 2;
        assertThat(longer).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whereNobodyCallsThereIsNothingToSay() {
        Settings silent =
                settings("controlPlane.createVolume.rate", new Rate(0), "controlPlane.other.rate", new Rate(0));
        Series series = measured(silent, HOUR, 2);
        assertThat(series.latencyP50Seconds(OTHER, 1)).isNaN();
        assertThat(series.errorShare(OTHER, 1)).isNaN();
        assertThat(series.get(Metric.API_LATENCY_P99_SECONDS, 1)).isNaN();
        assertThat(series.get(Metric.API_ERROR_SHARE, 1)).isNaN();
    }

    @Test
    void oneZoneThatIsRefusedLeavesTheOthers() {
        TimedIntervention refuse =
                new TimedIntervention(0, new Intervention.DisableApi("us-east-1b", RequestKind.OTHER));
        Series series = measured(settings("controlPlane.createVolume.rate", new Rate(0)), HOUR, 2, refuse);
        assertThat(series.latencyP50Seconds(OTHER, 1)).isNaN();
        assertThat(series.latencyP50Seconds(2, 1)).isCloseTo(0.05 * LN2, within(1e-9));
    }

    /** One thread: the time from call to answer is exponential, with mean 1 / (mu - lambda). */
    @Test
    void withOneThreadTheAnswerTakesAsLongAsQueueingTheorySays() {
        Settings settings = settings(
                "controlPlane.threads",
                1,
                "controlPlane.createVolume.rate",
                new Rate(0),
                "controlPlane.other.rate",
                new Rate(0.125),
                "controlPlane.other.serviceTime",
                Duration.ofSeconds(1),
                "controlPlane.clientTimeout",
                Duration.ofHours(10));
        Series series = measured(settings, Duration.ofHours(30), 2);
        // 54,000 calls at a load of a half; correlated as if they were some 4,500 (Whitt 1989).
        double sigma = 2 / Math.sqrt(4_500);
        double median = series.get(Metric.API_LATENCY_P50_SECONDS, 1);
        assertThat(median).isCloseTo(2 * LN2, within(5 * sigma + RESOLUTION * median));
        double tail = series.get(Metric.API_LATENCY_P99_SECONDS, 1);
        assertThat(tail).isCloseTo(2 * Math.log(100), within(5 * sigma * Math.sqrt(99) + RESOLUTION * tail));
    }

    @Test
    void aSampleIsAboutTheTimeSinceTheOneBefore() {
        // A cluster without room: creating volumes hangs, and after a while everybody waits.
        Settings full = settings("cluster.utilisation", 1.0, "controlPlane.threads", 20);
        Series series = measured(full, Duration.ofMinutes(1), 6);
        assertThat(series.latencyP50Seconds(OTHER, 0)).isNaN();
        assertThat(series.latencyP50Seconds(OTHER, 1)).isPositive();
        for (int i = 2; i < 5; i++) {
            assertThat(series.errorShare(OTHER, i)).isBetween(0.9, 1.0);
            // Nobody got an answer, so there is no latency to tell; least of all that of a calm day.
            assertThat(series.latencyP50Seconds(OTHER, i)).isNaN();
        }
        assertThat(series.get(Metric.API_ERROR_SHARE, 4)).isBetween(0.9, 1.0);
    }

    @Test
    void theAffectedZoneDoesNotCountAmongTheOthers() {
        Settings own = settings(
                "cluster.utilisation",
                1.0,
                "controlPlane.threads",
                20,
                "controlPlane.scope",
                ControlPlaneScope.PER_ZONE);
        Series series = measured(own, Duration.ofMinutes(10), 3);
        assertThat(series.errorShare(AFFECTED, 2)).isGreaterThan(0.3);
        assertThat(series.get(Metric.API_ERROR_SHARE, 2)).isZero();
        assertThat(series.get(Metric.API_LATENCY_P99_SECONDS, 2)).isLessThan(1);
    }

    @Test
    void aCopyRemembersTheSameCalls() {
        Settings full = settings("cluster.utilisation", 1.0, "controlPlane.threads", 20);
        long spacing = Duration.ofMinutes(5).toNanos();
        Simulation run = new Simulation(full, 1, 0, EngineKind.RATES, List.of());
        ApiRecorder api = new ApiRecorder(full, spacing);
        run.listenToCalls(api);
        run.advanceTo(spacing / 2);
        Simulation other = run.blank();
        ApiRecorder copy = new ApiRecorder(full, spacing);
        other.listenToCalls(copy);
        other.copyFrom(run);
        copy.copyFrom(api);
        run.advanceTo(spacing);
        other.advanceTo(spacing);
        for (int zone : new int[] {OTHER, ApiRecorder.OTHER_ZONES}) {
            assertThat(copy.medianSeconds(other, zone))
                    .isEqualTo(api.medianSeconds(run, zone))
                    .isPositive();
            assertThat(copy.tailSeconds(other, zone))
                    .isEqualTo(api.tailSeconds(run, zone))
                    .isPositive();
        }
    }

    @Test
    void aFallOfAllNodesIsSeenInTheAffectedZoneFirst() {
        TimedIntervention trigger = new TimedIntervention(0, new Intervention.Crash(new NodeTarget.All()));
        Series series = measured(settings("controlPlane.threads", 200), Duration.ofMinutes(1), 3, trigger);
        assertThat(series.errorShare(AFFECTED, 2)).isGreaterThan(0.3);
        assertThat(series.errorShare(OTHER, 2)).isZero();
    }
}
