package mirrorstorm.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No field of a run's state can be forgotten: a copy of which every field was spoiled is whole again once it was copied
 * anew. Fields are found by reflection, so a new one that is missing in its class's {@code columns} fails here by name.
 */
class StateCopyTest {

    private static final Duration HORIZON = Duration.ofMinutes(5);
    private static final int INTERVENTIONS = 15;

    /** Fewer fields than this would mean that they are no longer found. */
    private static final int FIELDS_MIN = 180;

    static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        return replayed != null ? LongStream.of(replayed) : LongStream.rangeClosed(1, 20);
    }

    private static Simulation underWay(long seed) {
        RandomCase random = new RandomCase(seed);
        List<TimedIntervention> plan = random.plan(INTERVENTIONS, HORIZON);
        Simulation run = new Simulation(random.settings(), seed, 0, random.engine(), plan);
        run.advanceTo((long) (HORIZON.toNanos() * random.scaled(0.3, 0.9)));
        return run;
    }

    private static List<String> differing(Map<String, Object> expected, Map<String, Object> actual) {
        List<String> paths = new ArrayList<>();
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, value) -> {
            if (!Objects.equals(value, actual.get(path))) {
                paths.add(path);
            }
        });
        return paths;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFieldOfASpoiledRunIsRestored(long seed) {
        Simulation run = underWay(seed);
        Simulation spoiled = run.blank();
        spoiled.copyFrom(run);
        assertThat(StateGraph.of(spoiled).spoil(StateGraph.of(run))).isGreaterThan(FIELDS_MIN);
        spoiled.copyFrom(run);

        assertThat(differing(StateGraph.of(run).values(), StateGraph.of(spoiled).values()))
                .as("fields that a copy does not bring along")
                .isEmpty();

        run.advanceTo(HORIZON.toNanos());
        spoiled.advanceTo(HORIZON.toNanos());
        assertThat(Fingerprint.of(spoiled)).isEqualTo(Fingerprint.of(run));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void smallStateAndVolumeArraysTogetherAreEverything(long seed) {
        Simulation run = underWay(seed);
        Simulation kept = run.emptyCopy();
        StateGraph.of(kept).spoil(StateGraph.of(run));
        kept.copySmallStateFrom(run);
        Simulation restored = run.blank();
        StateGraph.of(restored).spoil(StateGraph.of(run));
        Object[] from = run.volumeArrays();
        Object[] to = restored.volumeArrays();
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(from[i], 0, to[i], 0, Array.getLength(from[i]));
        }
        restored.copySmallStateFrom(kept);

        assertThat(differing(
                        StateGraph.of(run).values(), StateGraph.of(restored).values()))
                .as("fields that a checkpoint does not keep")
                .isEmpty();
    }
}
