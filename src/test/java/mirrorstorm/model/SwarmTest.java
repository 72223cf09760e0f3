package mirrorstorm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random clusters, random mischief: the laws hold after every event, and what the operator leaves alone comes to
 * rest. Replay one: {@code mvn test -Dtest=SwarmTest -Dseed=42}.
 */
class SwarmTest {

    private static final Duration HORIZON = Duration.ofMinutes(10);
    private static final Duration MISCHIEF = Duration.ofMinutes(3);
    private static final Duration RECOVERY = Duration.ofHours(1);
    private static final Set<VolumeState> GONE =
            EnumSet.of(VolumeState.UNREACHABLE, VolumeState.RESTORING, VolumeState.LOST);
    private static final long EVENTS_MAX = 4_000;

    static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        return replayed != null ? LongStream.of(replayed) : LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyLawHoldsAfterEveryEvent(long seed) {
        RandomCase random = new RandomCase(seed);
        Simulation simulation =
                new Simulation(random.settings(), seed, 0, random.engine(), random.plan(random.whole(1, 25), HORIZON));
        observe(seed, simulation, () -> {
            Trial trial = new Trial(simulation);
            trial.runsUntil(() -> simulation.eventCount() >= EVENTS_MAX, HORIZON);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void onceRaceAndLeaksAreMendedAndThereIsRoomEveryVolumeThatStillExistsIsMirrored(long seed) {
        RandomCase random = new RandomCase(seed);
        Simulation simulation =
                new Simulation(random.settings(), seed, 0, random.engine(), random.plan(random.whole(1, 25), MISCHIEF));
        observe(seed, simulation, () -> {
            Trial trial = new Trial(simulation);
            trial.runsUntil(() -> simulation.eventCount() >= EVENTS_MAX, MISCHIEF);
            simulation.setPlan(simulation.plan().subList(0, simulation.interventionCount()));
            trial.sets("race.probability", 0.0)
                    .sets("cluster.capacityFactor", 2.0)
                    .sets("cluster.fullRatio", 1.0)
                    .sets("cluster.quarantine", false)
                    .sets("search.backoff.policy", BackoffPolicy.FULL_JITTER)
                    .sets("copy.rateMiBps", 100.0)
                    .sets("controlPlane.shedding", false)
                    .sets("controlPlane.createVolume.rate", new Rate(0))
                    .sets("controlPlane.other.rate", new Rate(0))
                    .does(
                            new Intervention.ReconnectControlPlane(new Rate(0)),
                            new Intervention.AddNodes(5, Duration.ZERO),
                            new Intervention.StopLeak(new NodeTarget.All()),
                            new Intervention.ResumeSearches(),
                            new Intervention.Restart(new NodeTarget.All()),
                            new Intervention.HealNetwork(new NodeTarget.All()));
            trial.runs(RECOVERY);
            for (int volume = 0; volume < trial.cluster.volumeCount(); volume++) {
                VolumeState state = trial.state(volume);
                boolean isGone = trial.current(volume).length == 0;
                assertThat(state).as("volume %d", volume).isIn(isGone ? GONE : EnumSet.of(VolumeState.MIRRORED));
            }
            assertThat(trial.simulation.streamCount()).isZero();
            assertThat(trial.cluster.awaitingElectionCount()).isZero();
            assertThat(trial.simulation.controlPlane().waitingCount()).isZero();
            assertThat(trial.cluster.quarantinedCount()).isZero();
        });
    }

    private static void observe(long seed, Simulation simulation, Runnable run) {
        try {
            run.run();
        } catch (AssertionError | RuntimeException broken) {
            String where = "seed %d, engine %s, at %s; replay: mvn test -Dtest=SwarmTest -Dseed=%1$d"
                    .formatted(seed, simulation.engine(), Duration.ofNanos(simulation.clockNanos()));
            throw new AssertionError(where, broken);
        }
    }
}
