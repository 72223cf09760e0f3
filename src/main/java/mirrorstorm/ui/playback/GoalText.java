package mirrorstorm.ui.playback;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirrorstorm.run.Condition;
import mirrorstorm.run.Goal;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;

/** Goals as people write and read them: a time such as {@code 3h}, a time of day, or a condition. */
public final class GoalText {

    private static final Pattern TIME_OF_DAY = Pattern.compile("(\\d{1,2}):(\\d{2})(:\\d{2})?");
    private static final Pattern COMPARED = Pattern.compile(".*[<>=!].*");

    private GoalText() {}

    /**
     * The goal that somebody wrote.
     *
     * @param origin   clock time of the run's start
     * @param nowNanos where the run stands; a time of day is the next one after it
     * @throws ValueException if it is none
     */
    static Goal parse(String text, OffsetDateTime origin, long nowNanos) throws ValueException {
        String written = text.strip();
        if (COMPARED.matcher(written).matches()) {
            return new Goal.When(Condition.parse(written));
        }
        Matcher timeOfDay = TIME_OF_DAY.matcher(written);
        if (timeOfDay.matches()) {
            return new Goal.At(next(written, origin, nowNanos));
        }
        try {
            String compact = written.replaceAll("\\s+", "").replace("min", "m");
            return new Goal.At(Durations.parse(compact).toNanos());
        } catch (ValueException e) {
            throw new ValueException(UiMessages.text("goal.wrong"), UiMessages.text("goal.cure"));
        }
    }

    private static long next(String timeOfDay, OffsetDateTime origin, long nowNanos) throws ValueException {
        try {
            String padded = timeOfDay.indexOf(':') == 1 ? "0" + timeOfDay : timeOfDay;
            OffsetDateTime now = origin.plusNanos(nowNanos);
            OffsetDateTime there = now.with(LocalTime.parse(padded));
            OffsetDateTime next = there.isAfter(now) ? there : there.plusDays(1);
            return Duration.between(origin, next).toNanos();
        } catch (DateTimeParseException e) {
            throw new ValueException(UiMessages.text("goal.wrong"), UiMessages.text("goal.cure"));
        }
    }

    /** What a goal is, as part of a sentence: {@code a node crashes}, {@code stuck > 5 %}. */
    public static String of(Goal goal) {
        if (goal instanceof Goal.At at) {
            return Times.brief(at.timeNanos());
        } else if (goal instanceof Goal.When when) {
            return when.condition().text();
        }
        // what has no arguments is named after its record
        return UiMessages.text("goal." + goal.getClass().getSimpleName());
    }

    /** Why the run stands where it does, in a sentence. */
    static String of(StopReason stopReason) {
        return UiMessages.text(
                stopReason.isReached() ? "stop.reached" : "stop.missed",
                Times.brief(stopReason.timeNanos()),
                of(stopReason.goal()));
    }
}
