package mirrorstorm.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import mirrorstorm.model.EngineKind;

/**
 * A run is taken to its end once; then from one random time to another, as with the scrubber. Prints the 50th and the
 * 95th percentile and the longest, seconds. Arguments: case, number of seeks.
 */
public final class Seeks {

    private static final long SAMPLE_NANOS = Duration.ofMinutes(1).toNanos();

    private Seeks() {}

    public static void main(String[] args) {
        Timeline timeline = new Timeline(BenchCase.valueOf(args[0]).scenario(), EngineKind.RATES, SAMPLE_NANOS);
        double[] seconds = new double[Integer.parseInt(args[1])];
        timeline.advanceTo(timeline.horizonNanos());
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < seconds.length; i++) {
            long target = random.nextLong(timeline.horizonNanos());
            long from = System.nanoTime();
            timeline.seek(target);
            seconds[i] = (System.nanoTime() - from) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%.4f %.4f %.4f%n",
                seconds[seconds.length / 2],
                seconds[seconds.length * 95 / 100],
                seconds[seconds.length - 1]);
    }
}
