package mirrorstorm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The set of indices against the library's, and the fairness of what is drawn from it. */
class IndexSetTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsDoneTheMembersAreThoseOfALibrarySet(long seed) {
        RandomStream draw = RandomStream.of(seed, 0, "set");
        IndexSet set = new IndexSet(draw.nextInt(20));
        Set<Integer> oracle = new TreeSet<>();
        for (int i = 0; i < 2_000; i++) {
            int index = draw.nextInt(60);
            if (draw.chance(0.5)) {
                set.add(index);
                oracle.add(index);
            } else {
                set.remove(index);
                oracle.remove(index);
            }
            assertThat(set.contains(index)).isEqualTo(oracle.contains(index));
            assertThat(members(set)).isEqualTo(oracle);
        }
    }

    @Test
    void everyMemberIsDrawnAsOftenAsAnyOther() {
        IndexSet set = new IndexSet(10);
        for (int index = 0; index < 30; index++) {
            set.add(index);
        }
        for (int index = 0; index < 30; index += 3) {
            set.remove(index);
        }
        RandomStream stream = RandomStream.of(1, 0, "draw");
        long[] counts = new long[30];
        for (int i = 0; i < 100_000; i++) {
            counts[set.draw(stream)]++;
        }
        long[] ofMembers = members(set).stream().mapToLong(m -> counts[m]).toArray();
        assertThat(Arrays.stream(ofMembers).sum()).isEqualTo(100_000);
        assertThat(ChiSquareTest.withDefaults().test(ofMembers).getPValue()).isGreaterThan(1e-4);
    }

    @Test
    void aCopyHasTheSameMembersInTheSameOrderAndGoesItsOwnWay() {
        IndexSet set = new IndexSet(4);
        for (int index : new int[] {3, 9, 1, 7}) {
            set.add(index);
        }
        set.remove(3);
        IndexSet copy = new IndexSet(100);
        copy.add(50);
        copy.copyFrom(set);
        set.add(2);
        set.remove(9);
        assertThat(copy.size()).isEqualTo(3);
        assertThat(new int[] {copy.get(0), copy.get(1), copy.get(2)}).containsExactly(7, 9, 1);
        assertThat(copy.contains(50)).isFalse();
        assertThat(copy.contains(2)).isFalse();
        assertThatThrownBy(() -> copy.get(3)).isInstanceOf(AssertionError.class);
    }

    private static Set<Integer> members(IndexSet set) {
        Set<Integer> members = new TreeSet<>();
        for (int position = 0; position < set.size(); position++) {
            members.add(set.get(position));
        }
        assertThat(members).hasSize(set.size());
        return members;
    }
}
