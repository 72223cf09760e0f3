package mirrorstorm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run is a function of settings, seed, replication and interventions: however it is taken forward, looked at, copied
 * and restored. Random cases of {@link RandomCase}; replay one with {@code -Dseed=42}.
 */
class DeterminismTest {

    private static final Duration HORIZON = Duration.ofMinutes(5);
    private static final int INTERVENTIONS = 15;

    static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        return replayed != null ? LongStream.of(replayed) : LongStream.rangeClosed(1, 120);
    }

    private static Simulation begin(long seed) {
        RandomCase random = new RandomCase(seed);
        List<TimedIntervention> plan = random.plan(INTERVENTIONS, HORIZON);
        return new Simulation(random.settings(), seed, 0, random.engine(), plan);
    }

    private static String straight(long seed) {
        Simulation run = begin(seed);
        run.advanceTo(HORIZON.toNanos());
        return Fingerprint.of(run);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSeedGivesTheSameRun(long seed) {
        assertThat(straight(seed)).isEqualTo(straight(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void howFarItIsTakenAtATimeMakesNoDifference(long seed) {
        Simulation stepped = begin(seed);
        while (stepped.nextNanos() <= HORIZON.toNanos()) {
            stepped.step();
        }
        stepped.advanceTo(HORIZON.toNanos());
        assertThat(Fingerprint.of(stepped)).isEqualTo(straight(seed));

        RandomCase strides = new RandomCase(-seed);
        Simulation strided = begin(seed);
        while (strided.clockNanos() < HORIZON.toNanos()) {
            if (strides.chance(0.3) && strided.nextNanos() <= HORIZON.toNanos()) {
                strided.step();
            } else {
                long stride = strides.seconds(1e-6, 60).toNanos();
                strided.advanceTo(Math.min(HORIZON.toNanos(), strided.clockNanos() + stride));
            }
            if (strides.chance(0.5)) {
                Fingerprint.of(strided);
            }
        }
        assertThat(Fingerprint.of(strided)).isEqualTo(straight(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCopyOfARunGoesOnAsTheRunItself(long seed) {
        String straight = straight(seed);
        RandomCase moments = new RandomCase(-seed);
        Simulation run = begin(seed);
        Simulation copy = run.blank();
        for (int i = 0; i < 5; i++) {
            long left = HORIZON.toNanos() - run.clockNanos();
            run.advanceTo(run.clockNanos() + (long) (left * 0.4 * moments.scaled(0.01, 1)));
            if (moments.chance(0.5)) {
                run.step();
            }
            if (run.clockNanos() > HORIZON.toNanos()) {
                break;
            }
            String here = Fingerprint.of(run);
            // The copy is ahead of the run each time but the first: it has nodes, events and streams to forget.
            copy.copyFrom(run);
            assertThat(Fingerprint.of(copy)).isEqualTo(here);
            copy.advanceTo(HORIZON.toNanos());
            assertThat(Fingerprint.of(copy)).isEqualTo(straight);
            assertThat(Fingerprint.of(run)).isEqualTo(here);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunThatIsTakenBackRepeatsItself(long seed) {
        Simulation run = begin(seed);
        Simulation memory = run.blank();
        run.advanceTo(HORIZON.toNanos() / 3);
        memory.copyFrom(run);
        run.advanceTo(HORIZON.toNanos());
        run.copyFrom(memory);
        assertThat(run.clockNanos()).isEqualTo(HORIZON.toNanos() / 3);
        run.advanceTo(HORIZON.toNanos());
        assertThat(Fingerprint.of(run)).isEqualTo(straight(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anInterventionMadeLiveIsAsGoodAsOneThatWasPlanned(long seed) {
        RandomCase random = new RandomCase(seed);
        List<TimedIntervention> plan = random.plan(INTERVENTIONS, HORIZON);
        Simulation live = new Simulation(random.settings(), seed, 0, random.engine(), List.of());
        for (int i = 0; i < plan.size(); i++) {
            live.advanceTo(plan.get(i).timeNanos());
            live.setPlan(plan.subList(0, i + 1));
        }
        live.advanceTo(HORIZON.toNanos());
        assertThat(Fingerprint.of(live)).isEqualTo(straight(seed));
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedOrReplicationGivesAnotherRun(EngineKind engine) {
        Set<String> hashes = new HashSet<>();
        for (long seed = 1; seed <= 3; seed++) {
            for (int replication = 0; replication < 3; replication++) {
                hashes.add(storm(engine, seed, replication).traceHash());
            }
        }
        assertThat(hashes).hasSize(9);
    }

    /** What one purpose draws leaves the numbers of the others as they are. */
    @Test
    void aChangeOfTheBackoffDoesNotReshuffleWhichNodesFail() {
        Simulation none = storm(EngineKind.ROUNDS, 1, 0);
        Settings jittered = Trial.with(none.cluster().settings(), "search.backoff.policy", BackoffPolicy.FULL_JITTER);
        Simulation other = new Simulation(jittered, 1, 0, EngineKind.ROUNDS, none.plan());
        other.advanceTo(0);
        Simulation same = new Simulation(none.cluster().settings(), 1, 0, EngineKind.ROUNDS, none.plan());
        same.advanceTo(0);
        assertThat(other.traceHash()).isEqualTo(same.traceHash());
    }

    private static Simulation storm(EngineKind engine, long seed, int replication) {
        Settings settings = Trial.with(Trial.SMALL, "cluster.nodes", 20, "cluster.volumes", 100);
        Intervention trigger = new Intervention.Isolate(new NodeTarget.Share(0.3), Duration.ofMinutes(1));
        Simulation run =
                new Simulation(settings, seed, replication, engine, List.of(new TimedIntervention(0, trigger)));
        run.advanceTo(HORIZON.toNanos());
        return run;
    }
}
