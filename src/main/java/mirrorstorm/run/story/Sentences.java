package mirrorstorm.run.story;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import mirrorstorm.engine.Nanos;
import mirrorstorm.scenario.MessageBundle;

/** Puts messages into words, from the resource bundle {@code mirrorstorm/run/story.properties}. */
public final class Sentences {

    static final String BUNDLE = "mirrorstorm.run.story";

    private static final MessageBundle TEXTS = MessageBundle.of(BUNDLE);
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;
    private static final double FINE_SHARE = 0.01;
    private static final double FINEST_SHARE = 0.0001;
    private static final long SECOND = Nanos.SECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Sentences() {}

    /** An entry as a sentence. */
    public static String of(StoryEntry entry) {
        return of(entry.message());
    }

    /** A message as a sentence; of a single thing it speaks in the singular, if it can. */
    public static String of(Message message) {
        boolean isOne =
                !message.arguments().isEmpty() && message.arguments().get(0).equals(new MessageArgument.Count(1));
        String single = message.key() + ".one";
        String key = isOne && TEXTS.find(single).isPresent() ? single : message.key();
        return TEXTS.text(key, message.arguments().stream().map(Sentences::of).toArray());
    }

    /** An argument as it stands in a sentence. */
    public static String of(MessageArgument argument) {
        if (argument instanceof MessageArgument.Count count) {
            return String.format(Locale.ROOT, "%,d", count.value());
        } else if (argument instanceof MessageArgument.Share share) {
            return percent(share.value());
        } else if (argument instanceof MessageArgument.Rate rate) {
            return about(rate.perSecond());
        } else if (argument instanceof MessageArgument.Decimal decimal) {
            return String.format(Locale.ROOT, "%.1f", decimal.value());
        } else if (argument instanceof MessageArgument.Span span) {
            return span(span.nanos());
        } else if (argument instanceof MessageArgument.Name name) {
            return name.text();
        } else if (argument instanceof MessageArgument.Intervention intervention) {
            return InterventionSentence.clause(intervention.what().intervention());
        } else if (argument instanceof MessageArgument.Clauses clauses) {
            return joined(clauses.messages());
        }
        throw new AssertionError("no words for " + argument);
    }

    private static String joined(List<Message> messages) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < messages.size(); i++) {
            boolean isLast = i == messages.size() - 1;
            text.append(i == 0 ? "" : TEXTS.text(isLast ? "join.last" : "join")).append(of(messages.get(i)));
        }
        return text.toString();
    }

    /** A share in percent: {@code 12.6 %}, {@code 0.07 %}, {@code 10 %}. */
    public static String percent(double share) {
        double percent = 100 * share;
        if (Math.abs(percent - Math.rint(percent)) < 1e-9) {
            return String.format(Locale.ROOT, "%.0f %%", percent);
        }
        int decimals = Math.abs(share) >= FINE_SHARE ? 1 : Math.abs(share) >= FINEST_SHARE ? 2 : 3;
        return String.format(Locale.ROOT, "%." + decimals + "f %%", percent);
    }

    /** A rate to two or three digits: {@code 0.4}, {@code 57,400}, {@code 1.2 million}. */
    public static String about(double value) {
        if (value >= BILLION) {
            return String.format(Locale.ROOT, "%.1f billion", value / BILLION);
        } else if (value >= MILLION) {
            return String.format(Locale.ROOT, "%.1f million", value / MILLION);
        } else if (value > 0 && value < 10 && value != Math.rint(value)) {
            return String.format(Locale.ROOT, value < 0.1 ? "%.2f" : "%.1f", value);
        }
        double step = value >= 1000 ? Math.pow(10, Math.floor(Math.log10(value)) - 2) : 1;
        return String.format(Locale.ROOT, "%,d", Math.round(Math.round(value / step) * step));
    }

    /** A length of time in its two largest units: {@code 13 min 5 s}, {@code 1 d 2 h}, {@code 250 ms}. */
    public static String span(long nanos) {
        if (nanos >= DAY) {
            return pair(nanos, DAY, "d", HOUR, "h");
        } else if (nanos >= HOUR) {
            return pair(nanos, HOUR, "h", MINUTE, "min");
        } else if (nanos >= MINUTE) {
            return pair(nanos, MINUTE, "min", SECOND, "s");
        } else if (nanos >= 10 * SECOND || nanos % SECOND == 0) {
            return nanos / SECOND + " s";
        }
        return nanos >= SECOND
                ? String.format(Locale.ROOT, "%.1f s", (double) nanos / SECOND)
                : nanos / 1_000_000 + " ms";
    }

    static String span(Duration duration) {
        return span(duration.toNanos());
    }

    private static String pair(long nanos, long large, String largeUnit, long small, String smallUnit) {
        long rest = nanos % large / small;
        return nanos / large + " " + largeUnit + (rest == 0 ? "" : " " + rest + " " + smallUnit);
    }
}
