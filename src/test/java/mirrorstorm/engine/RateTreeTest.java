package mirrorstorm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree of rates against an array that is added up anew, and the shares in which indices are picked. */
class RateTreeTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theTotalIsTheSumOfTheRatesWhateverWasSet(long seed) {
        RandomStream draw = RandomStream.of(seed, 0, "tree");
        RateTree tree = new RateTree(draw.nextInt(10));
        double[] oracle = new double[70];
        for (int i = 0; i < 2_000; i++) {
            int index = draw.nextInt(oracle.length);
            double rate = draw.chance(0.3) ? 0 : draw.nextDouble() * 1e3;
            tree.set(index, rate);
            oracle[index] = rate;
            int looked = draw.nextInt(oracle.length);
            assertThat(tree.get(looked)).isEqualTo(oracle[looked]);
            double sum = Arrays.stream(oracle).sum();
            assertThat(tree.total()).isCloseTo(sum, within(1e-12 * sum));
        }
    }

    @Test
    void equalRatesHaveEqualTotalsWhateverWasSetBefore() {
        RandomStream draw = RandomStream.of(1, 0, "history");
        RateTree straight = new RateTree(50);
        RateTree changed = new RateTree(3);
        for (int i = 0; i < 5_000; i++) {
            changed.set(draw.nextInt(50), draw.nextDouble() * 1e9);
        }
        for (int index = 0; index < 50; index++) {
            double rate = draw.nextDouble() * 1e-9;
            straight.set(index, rate);
            changed.set(index, rate);
        }
        assertThat(changed.total()).isEqualTo(straight.total());
    }

    @Test
    void anIndexIsDrawnInProportionToItsRate() {
        RateTree tree = new RateTree(6);
        double[] rates = {0, 1, 0, 5, 0.5, 0, 0, 3.5, 0, 0.1};
        for (int index = 0; index < rates.length; index++) {
            tree.set(index, rates[index]);
        }
        RandomStream stream = RandomStream.of(2, 0, "draw");
        long[] counts = new long[rates.length];
        for (int i = 0; i < 200_000; i++) {
            counts[tree.draw(stream)]++;
        }
        int[] possible = {1, 3, 4, 7, 9};
        long[] drawn = Arrays.stream(possible).mapToLong(i -> counts[i]).toArray();
        assertThat(Arrays.stream(drawn).sum()).isEqualTo(200_000);
        double[] expected = Arrays.stream(possible).mapToDouble(i -> rates[i]).toArray();
        assertThat(ChiSquareTest.withDefaults().test(expected, drawn).getPValue())
                .isGreaterThan(1e-4);
    }

    @Test
    void theOnlyRateIsAlwaysDrawnHoweverSmall() {
        RandomStream stream = RandomStream.of(3, 0, "draw");
        for (int only = 0; only < 13; only++) {
            RateTree tree = new RateTree(13);
            tree.set(only, Double.MIN_NORMAL);
            for (int i = 0; i < 20; i++) {
                assertThat(tree.draw(stream)).isEqualTo(only);
            }
        }
    }

    @Test
    void anIndexNeverSetHasNoRate() {
        RateTree tree = new RateTree(0);
        assertThat(tree.total()).isZero();
        assertThat(tree.get(1_000)).isZero();
        tree.set(0, 2);
        assertThat(tree.total()).isEqualTo(2);
        assertThat(tree.draw(RandomStream.of(4, 0, "draw"))).isZero();
    }

    @Test
    void aRateIsFiniteAndNotNegative() {
        RateTree tree = new RateTree(2);
        for (double rate : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> tree.set(0, rate)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aCopyIsEqualAndGoesItsOwnWay() {
        RateTree tree = new RateTree(5);
        tree.set(2, 3);
        tree.set(4, 1);
        RateTree copy = new RateTree(1_000);
        copy.set(900, 7);
        copy.copyFrom(tree);
        tree.set(2, 9);
        assertThat(copy.total()).isEqualTo(4);
        assertThat(copy.get(2)).isEqualTo(3);
        assertThat(copy.get(900)).isZero();
    }
}
