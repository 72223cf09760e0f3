package mirrorstorm.ui.playback;

import java.time.Duration;
import mirrorstorm.engine.Nanos;

/** How often a run is measured for the charts: often enough for every pixel, in steps that people use. */
public final class SeriesSpacing {

    /** Ten times the pixels of a wide screen, so that the first hour of four days is sharp, too; copied in a few ms. */
    private static final long SAMPLES = 36_000;

    private static final long SECOND = Nanos.SECOND;
    private static final long[] STEPS = {
        SECOND / 1_000,
        SECOND / 100,
        SECOND / 50,
        SECOND / 20,
        SECOND / 10,
        SECOND / 5,
        SECOND / 2,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        20 * SECOND,
        30 * SECOND,
        60 * SECOND,
        120 * SECOND,
        300 * SECOND
    };

    private SeriesSpacing() {}

    /** Nanoseconds from one sample to the next for a run of that length. */
    public static long nanosFor(Duration horizon) {
        long exact = horizon.toNanos() / SAMPLES;
        for (long step : STEPS) {
            if (step >= exact) {
                return step;
            }
        }
        return exact;
    }
}
