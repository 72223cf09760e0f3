package mirrorstorm.picture.text;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import mirrorstorm.scenario.MessageBundle;

/** Times as people say them. Text that is shown while it changes keeps its width. */
public final class TimeText {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final long NANOS_PER_MILLI = 1_000_000;

    private TimeText() {}

    /** Simulated time, such as {@code 13:05:30} or, in the first minutes, {@code 0:00:12.250}; hours go on past 24. */
    public static String sinceStart(long nanos) {
        Duration time = Duration.ofNanos(nanos);
        String text =
                String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        boolean isWhole = time.toMillisPart() == 0;
        return isWhole ? text : text + String.format(Locale.ROOT, ".%03d", nanos / NANOS_PER_MILLI % 1000);
    }

    /** A span of time in its largest unit that is whole: {@code 2 days}, {@code 36 h}, {@code 10 min}. */
    public static String span(long nanos) {
        Duration time = Duration.ofNanos(nanos);
        if (time.toHours() >= 24 && time.toHours() % 24 == 0) {
            String key = time.toDays() == 1 ? "span.day" : "span.days";
            return TEXTS.text(key, Long.toString(time.toDays()));
        }
        boolean isHours = time.toMinutes() >= 60 && time.toMinutes() % 60 == 0;
        return isHours
                ? TEXTS.text("span.hours", Long.toString(time.toHours()))
                : TEXTS.text("span.minutes", Long.toString(time.toMinutes()));
    }

    /** The clock on the wall, such as {@code Thu 21 Apr 2011, 00:47:30}, in the time zone of {@code origin}. */
    public static String clock(OffsetDateTime origin, long nanos) {
        return CLOCK.format(origin.plusNanos(nanos));
    }
}
