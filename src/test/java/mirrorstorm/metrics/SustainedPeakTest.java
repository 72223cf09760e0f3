package mirrorstorm.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mirrorstorm.engine.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The maximum over t of the minimum over [t, t + while], against one that tries every t. */
class SustainedPeakTest {

    private static final long WHILE = 100;

    private final SustainedPeak peak = new SustainedPeak(WHILE);

    static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        return replayed != null ? LongStream.of(replayed) : LongStream.rangeClosed(1, 200);
    }

    @Test
    void aSpikeShorterThanTheWhileIsNoPeak() {
        peak.set(10, 50);
        assertThat(peak.peakIf(109, 0, 109).level()).isZero();
        assertThat(peak.peakIf(109, 0, 1_000).level()).isZero();
    }

    @Test
    void aLevelKeptForTheWhileIsAPeakFromItsBeginning() {
        peak.set(10, 50);
        assertThat(peak.peakIf(10, 50, 109).level()).isZero();
        assertThat(peak.peakIf(10, 50, 110)).isEqualTo(new SustainedPeak.Peak(50, 10));
        assertThat(peak.peakIf(110, 0, 110)).isEqualTo(new SustainedPeak.Peak(50, 10));
    }

    @Test
    void aDentCountsAsDeepAsItIs() {
        peak.set(10, 50);
        peak.set(60, 30);
        peak.set(65, 50);
        assertThat(peak.peakIf(65, 50, 120)).isEqualTo(new SustainedPeak.Peak(30, 10));
        assertThat(peak.peakIf(65, 50, 165)).isEqualTo(new SustainedPeak.Peak(50, 65));
    }

    @Test
    void thePeakStaysAfterItHasPassed() {
        peak.set(10, 5);
        peak.set(200, 0);
        peak.set(300, 3);
        assertThat(peak.peakIf(300, 3, 1_000)).isEqualTo(new SustainedPeak.Peak(5, 10));
    }

    @Test
    void askingChangesNothing() {
        peak.set(10, 5);
        peak.peakIf(20, 9, 5_000);
        assertThat(peak.peakIf(20, 2, 30).level()).isZero();
    }

    @Test
    void aCopyGoesItsOwnWay() {
        peak.set(10, 5);
        SustainedPeak copy = new SustainedPeak(WHILE);
        copy.set(1, 77);
        copy.copyFrom(peak);
        peak.set(20, 0);
        assertThat(copy.peakIf(10, 5, 110)).isEqualTo(new SustainedPeak.Peak(5, 10));
        assertThat(peak.peakIf(20, 0, 150).level()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverTheCountDoesItAgreesWithTryingEveryMoment(long seed) {
        RandomStream draw = RandomStream.of(seed, 0, "steps");
        List<long[]> steps = new ArrayList<>();
        steps.add(new long[] {0, 0});
        long time = 0;
        int levels = 2 + draw.nextInt(20);
        int longest = 2 + draw.nextInt(200);
        for (int i = 0; i < 150; i++) {
            time += 1 + draw.nextInt(longest);
            int value = draw.nextInt(levels);
            steps.add(new long[] {time, value});
            // Ask about some moments while this is the latest step, then make it history.
            for (long now : new long[] {time, time + draw.nextInt(150), time + 1_000}) {
                assertThat(peak.peakIf(time, value, now)).isEqualTo(oracle(steps, now));
            }
            peak.set(time, value);
            assertThat(peak.peakIf(time, value, time)).isEqualTo(oracle(steps, time));
        }
    }

    private static SustainedPeak.Peak oracle(List<long[]> steps, long now) {
        SustainedPeak.Peak best = new SustainedPeak.Peak(0, 0);
        for (int first = 0; first < steps.size() && steps.get(first)[0] + WHILE <= now; first++) {
            long end = steps.get(first)[0] + WHILE;
            long least = Long.MAX_VALUE;
            for (int i = first; i < steps.size() && steps.get(i)[0] < end; i++) {
                least = Math.min(least, steps.get(i)[1]);
            }
            if (least > best.level()) {
                best = new SustainedPeak.Peak((int) least, steps.get(first)[0]);
            }
        }
        return best;
    }
}
