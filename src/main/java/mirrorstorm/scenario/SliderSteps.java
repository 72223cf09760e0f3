package mirrorstorm.scenario;

/** The durations that a slider stops at: what a person would write, such as 250 ms, 1.5 s, 45 m. */
final class SliderSteps {

    private static final double[] UNIT_SECONDS = {3_600, 60, 1, 1e-3, 1e-6, 1e-9};

    /** From this many of a unit on, whole ones are fine enough; below it, halves. */
    private static final int WHOLE_FROM = 10;

    private SliderSteps() {}

    /** The step nearest to a duration. */
    static double roundedSeconds(double seconds) {
        for (double unit : UNIT_SECONDS) {
            double count = seconds / unit;
            // just below a unit, the smaller one would round up to the same: 59.9 s is 60 s
            if (count >= 1 - 1e-9) {
                return (count < WHOLE_FROM ? Math.rint(count * 2) / 2 : Math.rint(count)) * unit;
            }
        }
        return 0;
    }
}
