package mirrorstorm.ui.words;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Simulated times as people read them. All are given in nanoseconds since the start of the run. */
public final class Times {

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SHORT_CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Times() {}

    /**
     * The time to the second, or to the millisecond where simulated time runs slowly enough to see these.
     *
     * @param nanosPerSecond the speed of the play, simulated nanoseconds a second
     */
    public static String clock(long timeNanos, double nanosPerSecond) {
        long hours = timeNanos / HOUR;
        String head = hours > 0
                ? String.format(Locale.ROOT, "%d h %02d min ", hours, timeNanos / MINUTE % 60)
                : String.format(Locale.ROOT, "%d min ", timeNanos / MINUTE);
        return nanosPerSecond < SECOND
                ? head + String.format(Locale.ROOT, "%02d.%03d s", timeNanos / SECOND % 60, timeNanos / MILLI % 1_000)
                : head + String.format(Locale.ROOT, "%02d s", timeNanos / SECOND % 60);
    }

    /** The time in its two largest units, for lists and flags: {@code 13 min 5 s}, {@code 1 d 2 h}. */
    public static String brief(long timeNanos) {
        if (timeNanos >= DAY) {
            return pair(timeNanos, DAY, "d", HOUR, "h");
        } else if (timeNanos >= HOUR) {
            return pair(timeNanos, HOUR, "h", MINUTE, "min");
        } else if (timeNanos >= MINUTE) {
            return pair(timeNanos, MINUTE, "min", SECOND, "s");
        } else if (timeNanos >= 10 * SECOND || timeNanos % SECOND == 0) {
            return timeNanos / SECOND + " s";
        }
        return String.format(Locale.ROOT, "%.3f s", (double) timeNanos / SECOND);
    }

    private static String pair(long nanos, long large, String largeUnit, long small, String smallUnit) {
        long rest = nanos % large / small;
        return nanos / large + " " + largeUnit + (rest == 0 ? "" : " " + rest + " " + smallUnit);
    }

    /** A length of time as sentences have it. */
    public static String span(Duration duration) {
        return brief(duration.toNanos());
    }

    /** The time of day there and then, to the second. */
    public static String timeOfDay(OffsetDateTime origin, long timeNanos) {
        return CLOCK.format(origin.plusNanos(timeNanos));
    }

    /** The time of day there and then, to the minute. */
    public static String shortTimeOfDay(OffsetDateTime origin, long timeNanos) {
        return SHORT_CLOCK.format(origin.plusNanos(timeNanos));
    }

    /** The date there and then, with the offset from UTC: {@code 21 Apr 2011, UTC-7}. */
    public static String date(OffsetDateTime origin, long timeNanos) {
        return DATE.format(origin.plusNanos(timeNanos)) + ", " + offset(origin.getOffset());
    }

    private static String offset(ZoneOffset offset) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        String sign = offset.getTotalSeconds() < 0 ? "\u2212" : "+";
        if (minutes == 0) {
            return "UTC";
        }
        String rest = minutes % 60 == 0 ? "" : String.format(Locale.ROOT, ":%02d", minutes % 60);
        return "UTC" + sign + minutes / 60 + rest;
    }
}
