package mirrorstorm.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirrorstorm.engine.Nanos;

/**
 * Durations as text with units, {@code 250ms}, {@code 1h30m}, {@code 1.5h}: read exactly, written as short as exact
 * text can be. Days have 24 hours. The longest duration is that of a {@code long} of nanoseconds, 292 years.
 */
public final class Durations {

    static final String UNITS = "ns, us, ms, s, m, h, d";

    private static final int TEXT_LENGTH_MAX = 100;

    /** Fewer days than this are told in hours. */
    private static final int ROUGH_DAYS_FROM = 10;

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.scenario.problems");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ns|us|ms|s|m|h|d)");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /** The units, longest first. */
    private enum Unit {
        DAYS("d", 86_400_000_000_000L),
        HOURS("h", 3_600_000_000_000L),
        MINUTES("m", 60_000_000_000L),
        SECONDS("s", Nanos.SECOND),
        MILLIS("ms", 1_000_000L),
        MICROS("us", 1_000L),
        NANOS("ns", 1L);

        private final String symbol;
        private final long nanos;

        Unit(String symbol, long nanos) {
            this.symbol = symbol;
            this.nanos = nanos;
        }

        static Unit of(String symbol) {
            for (Unit unit : values()) {
                if (unit.symbol.equals(symbol)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException("no unit " + symbol);
        }
    }

    private Durations() {}

    /**
     * The duration that {@code text} says.
     *
     * @throws ValueException if it says none: no unit, an unknown one, units not in falling order, a fraction finer
     *                        than a nanosecond, or more than 292 years
     */
    public static Duration parse(String text) throws ValueException {
        return Duration.ofNanos(parseNanos(text));
    }

    /**
     * The duration that {@code text} says, in nanoseconds, &gt;= 0.
     *
     * @throws ValueException as {@link #parse}
     */
    public static long parseNanos(String text) throws ValueException {
        if (BARE_NUMBER.matcher(text).matches()) {
            throw problem("duration.unit", text);
        }
        Matcher part = PART.matcher(text);
        BigDecimal nanos = BigDecimal.ZERO;
        int next = 0;
        Unit previous = null;
        while (text.length() <= TEXT_LENGTH_MAX && next < text.length()) {
            if (!part.find(next) || part.start() != next) {
                throw problem("duration.form", text);
            }
            Unit unit = Unit.of(part.group(2));
            if (previous != null && unit.compareTo(previous) <= 0) {
                throw problem("duration.order", text);
            }
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit.nanos)));
            previous = unit;
            next = part.end();
        }
        if (previous == null || next < text.length()) {
            throw problem("duration.form", text);
        }
        return exactNanos(nanos, text);
    }

    private static long exactNanos(BigDecimal nanos, String text) throws ValueException {
        if (nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw problem("duration.long", text);
        }
        if (nanos.stripTrailingZeros().scale() > 0) {
            throw problem("duration.fine", text);
        }
        return nanos.longValueExact();
    }

    private static ValueException problem(String key, String text) {
        String shown = MessageBundle.clipped(text);
        return new ValueException(TEXTS.text(key, shown), TEXTS.text(key + ".cure", shown, UNITS));
    }

    /** The shortest text of whole numbers that reads back as the same duration, 0 to 292 years. */
    public static String format(Duration duration) {
        return formatNanos(duration.toNanos());
    }

    /**
     * The shortest text of whole numbers that reads back as {@code nanos}, &gt;= 0: in one unit, or as a sum that
     * never has 24 hours, 60 minutes or 1000 of anything. Of two, that in the larger unit.
     */
    public static String formatNanos(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException("a duration must be >= 0, was " + nanos + " ns");
        } else if (nanos == 0) {
            return "0s";
        }
        StringBuilder sum = new StringBuilder();
        long rest = nanos;
        for (Unit unit : Unit.values()) {
            if (rest >= unit.nanos) {
                sum.append(rest / unit.nanos).append(unit.symbol);
                rest %= unit.nanos;
            }
        }
        String shortest = sum.toString();
        for (Unit unit : Unit.values()) {
            String text = nanos / unit.nanos + unit.symbol;
            shortest = nanos % unit.nanos == 0 && text.length() < shortest.length() ? text : shortest;
        }
        return shortest;
    }

    /**
     * About that long, in one unit, for people: {@code 3.2s}, {@code 47m}, {@code 84h}.
     *
     * @param seconds &gt;= 0
     */
    public static String rough(double seconds) {
        for (Unit unit : Unit.values()) {
            double count = Nanos.ofSeconds(seconds) / unit.nanos;
            if (count >= (unit == Unit.DAYS ? ROUGH_DAYS_FROM : 1)) {
                return Numbers.text(count >= 10 ? Math.rint(count) : Math.rint(count * 10) / 10) + unit.symbol;
            }
        }
        return "0s";
    }
}
