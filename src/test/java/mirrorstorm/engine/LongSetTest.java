package mirrorstorm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The set of longs against the library's. */
class LongSetTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsDoneTheMembersAreThoseOfALibrarySet(long seed) {
        RandomStream draw = RandomStream.of(seed, 0, "set");
        LongSet set = new LongSet();
        Set<Long> oracle = new HashSet<>();
        int values = 20 + draw.nextInt(400);
        double growth = 0.4 + 0.3 * draw.nextDouble();
        for (int i = 0; i < 5_000; i++) {
            long value = draw.nextInt(values) * 0x1_0000_0001L;
            if (draw.chance(growth)) {
                set.add(value);
                oracle.add(value);
            } else {
                assertThat(set.remove(value)).isEqualTo(oracle.remove(value));
            }
            assertThat(set.size()).isEqualTo(oracle.size());
            long asked = draw.nextInt(values) * 0x1_0000_0001L;
            assertThat(set.contains(asked)).isEqualTo(oracle.contains(asked));
        }
        for (long value : oracle) {
            assertThat(set.remove(value)).isTrue();
        }
        assertThat(set.size()).isZero();
    }

    @Test
    void aCopyHasTheSameMembersAndGoesItsOwnWay() {
        LongSet set = new LongSet();
        for (long value = 0; value < 500; value++) {
            set.add(value);
        }
        LongSet copy = new LongSet();
        copy.copyFrom(set);
        set.remove(77);
        assertThat(copy.contains(77)).isTrue();
        assertThat(copy.size()).isEqualTo(500);
        LongSet small = new LongSet();
        small.add(Long.MAX_VALUE);
        copy.copyFrom(small);
        assertThat(copy.contains(3)).isFalse();
        assertThat(copy.contains(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void itTakesTheRoomOfTwiceItsMembersAtLeastAndFourTimesAtMost() {
        LongSet set = new LongSet();
        for (long value = 1; value <= 10_000; value++) {
            set.add(value * value);
            assertThat(set.bytes() / 8).isBetween(2 * value - 1, Math.max(64, 4 * value));
        }
    }
}
