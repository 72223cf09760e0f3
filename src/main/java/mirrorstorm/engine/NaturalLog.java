package mirrorstorm.engine;

/**
 * The natural logarithm, bit for bit that of {@link StrictMath#log}, which is defined as that of FDLIBM 5.3 (Sun 1993).
 * In Java 17 that one is a call into C, which costs more than the logarithm; a run takes one for every wait it draws.
 *
 * <p>x = 2^k (1 + f) with sqrt(2)/2 &lt; 1 + f &lt; sqrt(2); log(1 + f) = f - s (f - R) for s = f / (2 + f), where the
 * polynomial R in s^2 is exact to 2^-58. The order of operations decides the last bit, so it must stay as it is.
 */
final class NaturalLog {

    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double C1 = 0.6666666666666735;
    private static final double C2 = 0.3999999999940942;
    private static final double C3 = 0.2857142874366239;
    private static final double C4 = 0.22222198432149784;
    private static final double C5 = 0.1818357216161805;
    private static final double C6 = 0.15313837699209373;
    private static final double C7 = 0.14798198605116586;
    private static final double THIRD = 0.3333333333333333;

    private static final int BIAS = 1023;
    private static final int MANTISSA = 0x000F_FFFF;
    /** Carries into bit 20 if the mantissa is that of sqrt(2) or more. */
    private static final int TO_SQRT2 = 0x9_5F64;

    private NaturalLog() {}

    /** The logarithm of {@code x}, which must be a normal number in (0, 1]. */
    static double of(double x) {
        assert x >= Double.MIN_NORMAL && x <= 1 : x;
        long bits = Double.doubleToRawLongBits(x);
        int high = (int) (bits >>> 32) & MANTISSA;
        int half = (high + TO_SQRT2) & (MANTISSA + 1);
        double k = (int) (bits >>> 52) - BIAS + (half >> 20);
        long exponent = (long) (half ^ (BIAS << 20)) << 32;
        double f = Double.longBitsToDouble((bits & 0x000F_FFFF_FFFF_FFFFL) | exponent) - 1;
        return (MANTISSA & (2 + high)) < 3 ? near1(f, k) : far(f, k, high);
    }

    /** For |f| &lt; 2^-20. */
    private static double near1(double f, double k) {
        if (f == 0) {
            return k * LN2_HIGH + k * LN2_LOW;
        }
        double rest = f * f * (0.5 - THIRD * f);
        return k == 0 ? f - rest : k * LN2_HIGH - ((rest - k * LN2_LOW) - f);
    }

    private static double far(double f, double k, int high) {
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (C2 + w * (C4 + w * C6));
        double odd = z * (C1 + w * (C3 + w * (C5 + w * C7)));
        double r = odd + even;
        boolean isMiddle = ((high - 0x6_147A) | (0x6_B851 - high)) > 0;
        if (isMiddle) {
            double square = 0.5 * f * f;
            return k == 0
                    ? f - (square - s * (square + r))
                    : k * LN2_HIGH - ((square - (s * (square + r) + k * LN2_LOW)) - f);
        }
        return k == 0 ? f - s * (f - r) : k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
    }
}
