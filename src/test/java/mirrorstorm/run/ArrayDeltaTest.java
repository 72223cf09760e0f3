package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Differences between states of arrays, against whole copies of them. Replay one with {@code -Dseed=42}. */
class ArrayDeltaTest {

    private static final int STATES = 6;

    static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        return replayed != null ? LongStream.of(replayed) : LongStream.rangeClosed(1, 60);
    }

    /** States of three arrays, each a little different from the one before. */
    private static Object[][] states(SplittableRandom random) {
        Object[][] states = new Object[STATES][];
        int length = random.nextInt(1, 3_000);
        states[0] = new Object[] {new byte[length], new int[length], new long[length]};
        for (int i = 1; i < STATES; i++) {
            states[i] = copy(states[i - 1]);
            int changes = random.nextInt(0, 2 * length);
            for (int change = 0; change < changes; change++) {
                int at = random.nextInt(length);
                ((byte[]) states[i][0])[at] = (byte) random.nextInt(3);
                ((int[]) states[i][1])[random.nextInt(length)] = random.nextInt();
                ((long[]) states[i][2])[at] = random.nextLong();
            }
        }
        return states;
    }

    private static Object[] copy(Object[] state) {
        return new Object[] {((byte[]) state[0]).clone(), ((int[]) state[1]).clone(), ((long[]) state[2]).clone()};
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void differencesLeadBackThroughEveryState(long seed) {
        Object[][] states = states(new SplittableRandom(seed));
        Object[] newest = copy(states[0]);
        ArrayDelta[] back = new ArrayDelta[STATES];
        for (int i = 1; i < STATES; i++) {
            back[i] = ArrayDelta.back(states[i], newest);
            assertThat(Arrays.deepEquals(newest, states[i]))
                    .as("kept state %d", i)
                    .isTrue();
        }
        for (int i = STATES - 1; i > 0; i--) {
            back[i].applyTo(newest);
            assertThat(Arrays.deepEquals(newest, states[i - 1]))
                    .as("state %d", i - 1)
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void twoDifferencesMakeOneThatIsNoLarger(long seed) {
        Object[][] states = states(new SplittableRandom(seed));
        Object[] kept = copy(states[0]);
        ArrayDelta first = ArrayDelta.back(states[1], kept);
        ArrayDelta second = ArrayDelta.back(states[2], kept);
        ArrayDelta both = first.after(second);
        both.applyTo(kept);
        assertThat(Arrays.deepEquals(kept, states[0])).isTrue();
        assertThat(both.bytes()).isLessThanOrEqualTo(first.bytes() + second.bytes());
    }

    @Test
    void whatIsEqualTakesNextToNothing() {
        Object[] state = {new byte[100_000], new int[100_000], new long[100_000]};
        assertThat(ArrayDelta.back(state, copy(state)).bytes()).isLessThan(200);
    }
}
