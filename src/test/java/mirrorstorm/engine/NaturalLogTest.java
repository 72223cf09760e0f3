package mirrorstorm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The logarithm of the streams is that of {@link StrictMath}, to the last bit. */
class NaturalLogTest {

    private static final int CASES = 500_000;

    private static void assertIsThatOfStrictMath(double x) {
        long expected = Double.doubleToRawLongBits(StrictMath.log(x));
        if (Double.doubleToRawLongBits(NaturalLog.of(x)) != expected) {
            assertThat(NaturalLog.of(x)).as("log(%s)", Double.toHexString(x)).isEqualTo(StrictMath.log(x));
        }
    }

    @Test
    void uniformNumbersHaveThatOfStrictMath() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < CASES; i++) {
            assertIsThatOfStrictMath(1 - random.nextDouble());
        }
    }

    @Test
    void numbersOfEverySizeHaveThatOfStrictMath() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < CASES; i++) {
            long mantissa = random.nextLong() >>> 12;
            assertIsThatOfStrictMath(Double.longBitsToDouble(random.nextLong(1, 1023) << 52 | mantissa));
        }
    }

    @Test
    void numbersNearPowersOfTwoAndTheirRootsHaveThatOfStrictMath() {
        for (double x = 1; x > 1e-300; x /= 2) {
            for (double centre : new double[] {x, x * Math.sqrt(0.5), x * (1 - 0x1p-20), x * (1 - 0x1p-21)}) {
                double below = centre;
                double above = centre;
                for (int i = 0; i < 50; i++) {
                    assertIsThatOfStrictMath(below);
                    assertIsThatOfStrictMath(Math.min(1, above));
                    below = Math.nextDown(below);
                    above = Math.nextUp(above);
                }
            }
        }
        assertThat(NaturalLog.of(1)).isZero();
    }
}
