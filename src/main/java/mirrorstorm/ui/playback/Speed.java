package mirrorstorm.ui.playback;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirrorstorm.engine.Nanos;

/**
 * How fast simulated time passes, in simulated nanoseconds a second of the real world: from 1 ms/s, at which single
 * probes can be watched, to 12 h/s, at which four days take eight seconds.
 *
 * @param nanosPerSecond within [{@link #MIN}, {@link #MAX}]
 */
public record Speed(double nanosPerSecond) {

    private static final double MILLI = 1e6;
    private static final double SECOND = Nanos.SECOND;
    private static final double MINUTE = 60 * SECOND;
    private static final double HOUR = 60 * MINUTE;

    /** 1 ms/s. */
    public static final Speed MIN = new Speed(MILLI);

    /** 12 h/s. */
    public static final Speed MAX = new Speed(12 * HOUR);

    /** What a run of hours starts at. */
    public static final Speed MINUTE_PER_SECOND = new Speed(MINUTE);

    /** How long a viewer waits for the first event of a scenario, in seconds. */
    private static final double PATIENCE_SECONDS = 10;

    private static final double[] STEPS = {
        MILLI,
        2 * MILLI,
        5 * MILLI,
        10 * MILLI,
        20 * MILLI,
        50 * MILLI,
        100 * MILLI,
        200 * MILLI,
        500 * MILLI,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        30 * SECOND,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        6 * HOUR,
        12 * HOUR
    };

    private record Unit(String name, double nanos) {}

    private static final List<Unit> UNITS =
            List.of(new Unit("h", HOUR), new Unit("min", MINUTE), new Unit("s", SECOND), new Unit("ms", MILLI));

    private static final Pattern FORM =
            Pattern.compile("(?i)(\\d+(?:\\.\\d+)?)?\\s*(ms|s|sec|m|min|h|x|\u00d7)\\s*(?:/\\s*s)?");

    public Speed {
        // a hair of rounding is allowed for what a slider gives
        if (!(nanosPerSecond > 0.999 * MILLI && nanosPerSecond < 1.001 * 12 * HOUR)) {
            throw new IllegalArgumentException("speed must be 1 ms/s to 12 h/s, was " + nanosPerSecond / SECOND);
        }
    }

    /** The speed in range that is nearest to {@code nanosPerSecond}. */
    public static Speed nearest(double nanosPerSecond) {
        return new Speed(Math.max(MIN.nanosPerSecond, Math.min(MAX.nanosPerSecond, nanosPerSecond)));
    }

    /** A speed at which {@code firstEventNanos} is reached in about ten seconds. */
    public static Speed toReach(long firstEventNanos) {
        Speed speed = MIN;
        for (double step : STEPS) {
            if (step * PATIENCE_SECONDS <= firstEventNanos) {
                speed = new Speed(step);
            }
        }
        return speed;
    }

    /** The speed at a place on the slider, in [0, 1], rounded to two digits of its unit. */
    public static Speed atPosition(double position) {
        double share = Math.max(0, Math.min(1, position));
        double exact = MIN.nanosPerSecond * Math.pow(MAX.nanosPerSecond / MIN.nanosPerSecond, share);
        Unit unit = unitOf(exact);
        double count = exact / unit.nanos;
        double rounded = count < 10 ? Math.rint(count * 10) / 10 : Math.rint(count);
        return new Speed(Math.max(MIN.nanosPerSecond, Math.min(MAX.nanosPerSecond, rounded * unit.nanos)));
    }

    /** The place on the slider, in [0, 1]. */
    public double position() {
        return Math.log(nanosPerSecond / MIN.nanosPerSecond) / Math.log(MAX.nanosPerSecond / MIN.nanosPerSecond);
    }

    /** The next larger of the usual speeds. */
    public Speed faster() {
        for (double step : STEPS) {
            if (step > nanosPerSecond * 1.001) {
                return new Speed(step);
            }
        }
        return MAX;
    }

    /** The next smaller of the usual speeds. */
    public Speed slower() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < nanosPerSecond * 0.999) {
                return new Speed(STEPS[i]);
            }
        }
        return MIN;
    }

    /** What somebody typed, such as {@code 1 min/s}, {@code 10s} or {@code 60x}; empty if it is no speed in range. */
    public static Optional<Speed> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        double count = form.group(1) == null ? 1 : Double.parseDouble(form.group(1));
        double unit =
                switch (form.group(2).toLowerCase(Locale.ROOT)) {
                    case "ms" -> MILLI;
                    case "m", "min" -> MINUTE;
                    case "h" -> HOUR;
                    default -> SECOND;
                };
        double speed = count * unit;
        boolean isInRange = speed >= MIN.nanosPerSecond && speed <= MAX.nanosPerSecond;
        return isInRange ? Optional.of(new Speed(speed)) : Optional.empty();
    }

    /** Such as {@code 1 min/s}; what {@link #parse} reads. */
    public String text() {
        return text(nanosPerSecond);
    }

    /** The text of any rate of simulated time, 0 included. */
    public static String text(double nanosPerSecond) {
        Unit unit = unitOf(nanosPerSecond);
        double count = nanosPerSecond / unit.nanos;
        String number = count < 9.95 && Math.abs(count - Math.rint(count)) > 0.05
                ? String.format(Locale.ROOT, "%.1f", count)
                : String.format(Locale.ROOT, "%.0f", count);
        return number + " " + unit.name + "/s";
    }

    private static Unit unitOf(double nanosPerSecond) {
        return UNITS.stream()
                .filter(unit -> nanosPerSecond >= 0.9995 * unit.nanos)
                .findFirst()
                .orElse(UNITS.get(UNITS.size() - 1));
    }
}
