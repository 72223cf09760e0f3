package mirrorstorm.run.batch;

/**
 * The interval of a weighted sum of shares that come of the same trials. How far each share may be from its estimate is
 * taken from its own score interval, on the side that matters, and these distances are added as the standard errors of
 * dependent estimates are. For the difference of two shares that is Newcombe's method 10 (Statistics in Medicine 17,
 * 1998, 2635-2650), for other sums the same method (Zou and Donner 2008, "method of variance estimates recovery").
 * Where all trials agree it still has a width, as the score interval has.
 */
final class ShareCombination {

    private ShareCombination() {}

    static Interval of(double[] weights, boolean[][] successes) {
        int trials = successes[0].length;
        if (trials == 0) {
            return Interval.NONE;
        }
        int shares = weights.length;
        double value = 0;
        double least = 0;
        double most = 0;
        double[] down = new double[shares];
        double[] up = new double[shares];
        for (int i = 0; i < shares; i++) {
            Interval share = Interval.ofShare(count(successes[i]), trials);
            value += weights[i] * share.value();
            least += Math.min(0, weights[i]);
            most += Math.max(0, weights[i]);
            boolean isAdded = weights[i] > 0;
            double below = share.value() - share.low();
            double above = share.high() - share.value();
            down[i] = weights[i] * (isAdded ? below : above);
            up[i] = weights[i] * (isAdded ? above : below);
        }
        double squaresDown = 0;
        double squaresUp = 0;
        for (int i = 0; i < shares; i++) {
            for (int j = 0; j < shares; j++) {
                double correlation = i == j ? 1 : correlation(successes[i], successes[j]);
                squaresDown += correlation * down[i] * down[j];
                squaresUp += correlation * up[i] * up[j];
            }
        }
        return new Interval(
                value,
                Math.max(least, value - Math.sqrt(Math.max(0, squaresDown))),
                Math.min(most, value + Math.sqrt(Math.max(0, squaresUp))));
    }

    /** The correlation of two outcomes with Newcombe's correction for continuity; 0 where one of them is constant. */
    private static double correlation(boolean[] one, boolean[] other) {
        int n = one.length;
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < n; i++) {
            both += one[i] && other[i] ? 1 : 0;
            first += one[i] ? 1 : 0;
            second += other[i] ? 1 : 0;
        }
        double margins = first * (n - first) * second * (n - second);
        double excess = both * n - first * second; // ad - bc of the fourfold table
        double corrected = excess > 0 ? Math.max(0, excess - n / 2.0) : excess;
        return margins == 0 ? 0 : corrected / Math.sqrt(margins);
    }

    private static int count(boolean[] successes) {
        int count = 0;
        for (boolean success : successes) {
            count += success ? 1 : 0;
        }
        return count;
    }
}
