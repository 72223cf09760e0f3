package mirrorstorm.picture.chart;

import java.util.Locale;

/** Round times for the ticks of an axis in seconds, written as people say them: 0:10, 2 h, 1 d. */
final class TimeTicks {

    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;

    private static final double[] STEPS = {
        0.001,
        0.002,
        0.005,
        0.01,
        0.02,
        0.05,
        0.1,
        0.2,
        0.5,
        1,
        2,
        5,
        10,
        15,
        30,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        5 * DAY,
        10 * DAY,
        20 * DAY,
        50 * DAY,
        100 * DAY
    };

    private TimeTicks() {}

    /** The smallest round step of which at most {@code ticksMax} fit into {@code seconds}. */
    static double step(double seconds, double ticksMax) {
        for (double step : STEPS) {
            if (seconds / step <= ticksMax) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1] * Math.ceil(seconds / ticksMax / STEPS[STEPS.length - 1]);
    }

    /** How a time is written among others that are {@code step} seconds apart. */
    static String label(double seconds, double step) {
        long whole = Math.round(seconds);
        if (step < 1) {
            return String.format(Locale.ROOT, step < 0.01 ? "%.3f s" : step < 0.1 ? "%.2f s" : "%.1f s", seconds);
        }
        if (step < MINUTE) {
            return seconds(whole);
        }
        if (step < HOUR) {
            return String.format(Locale.ROOT, "%d:%02d", whole / 3600, whole / 60 % 60);
        }
        boolean isDay = whole > 0 && whole % (long) DAY == 0 && step >= 6 * HOUR;
        return isDay ? whole / (long) DAY + " d" : whole / (long) HOUR + " h";
    }

    private static String seconds(long whole) {
        if (whole >= HOUR) {
            return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
        }
        String minutes = whole < MINUTE ? "" : whole / 60 + " min";
        boolean isRound = whole % 60 == 0 && whole > 0;
        return isRound ? minutes : (minutes + " " + whole % 60 + " s").strip();
    }
}
