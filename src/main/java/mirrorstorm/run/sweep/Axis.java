package mirrorstorm.run.sweep;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.ValueException;

/**
 * A lever and the values that a sweep gives it, in their order.
 *
 * @param values of the lever's type
 */
public record Axis(Lever lever, List<Object> values) {

    /** Most values on one axis. */
    public static final int VALUES_MAX = 1_000;

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.run.sweep.sweep");
    private static final String RANGE = "..";

    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an axis has at least one value: " + lever.path());
        }
    }

    /**
     * The axis that somebody wrote: {@code PATH=v1,v2,..}, or {@code PATH=from..to:n} for n equal steps, or
     * {@code PATH=from..to:n:log} for n steps of equal ratio.
     *
     * @throws ValueException if it is none; says what is wrong and what would be right
     */
    public static Axis parse(String text) throws ValueException {
        int equals = text.indexOf('=');
        if (equals <= 0) {
            throw new ValueException(
                    TEXTS.text("axis.form", MessageBundle.clipped(text)), TEXTS.text("axis.form.cure"));
        }
        Lever lever = Levers.named(text.substring(0, equals));
        String values = text.substring(equals + 1);
        return new Axis(lever, values.contains(RANGE) ? range(lever, values) : list(lever, values));
    }

    private static List<Object> list(Lever lever, String text) throws ValueException {
        List<Object> values = new ArrayList<>();
        for (String each : text.split(",", -1)) {
            Object value = lever.parse(each.strip());
            if (!values.contains(value)) {
                values.add(value);
            }
        }
        checkCount(values.size());
        return values;
    }

    private static List<Object> range(Lever lever, String text) throws ValueException {
        int dots = text.indexOf(RANGE);
        String[] rest = text.substring(dots + RANGE.length()).split(":", -1);
        boolean isLog = rest.length == 3 && rest[2].equals("log");
        if (rest.length < 2 || rest.length > 3 || (rest.length == 3 && !isLog)) {
            throw new ValueException(
                    TEXTS.text("axis.range", MessageBundle.clipped(text)), TEXTS.text("axis.form.cure"));
        }
        Object from = lever.parse(text.substring(0, dots));
        Object to = lever.parse(rest[0]);
        int count = count(rest[1]);
        if (lever.kind() == Lever.Kind.CHOICE || lever.kind() == Lever.Kind.SWITCH) {
            throw new ValueException(TEXTS.text("axis.choice", lever.path()), TEXTS.text("axis.choice.cure"));
        }
        if (count == 1 && !from.equals(to)) {
            throw new ValueException(TEXTS.text("axis.one", rest[0]), TEXTS.text("axis.one.cure"));
        }
        if (isLog && (lever.magnitudeOf(from) <= 0 || lever.magnitudeOf(to) <= 0)) {
            throw new ValueException(TEXTS.text("axis.log"), TEXTS.text("axis.log.cure"));
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double share = count == 1 ? 0 : (double) i / (count - 1);
            Object value = i == count - 1 && count > 1 ? to : between(lever, from, to, share, isLog);
            if (!values.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private static Object between(Lever lever, Object from, Object to, double share, boolean isLog) {
        double low = lever.magnitudeOf(from);
        double high = lever.magnitudeOf(to);
        double value = isLog ? low * StrictMath.pow(high / low, share) : low + (high - low) * share;
        return share == 0 ? from : lever.nearest(value);
    }

    private static int count(String text) throws ValueException {
        if (!text.matches("[0-9]{1,9}")) {
            throw new ValueException(TEXTS.text("axis.count", MessageBundle.clipped(text)), "");
        }
        int count = Integer.parseInt(text);
        checkCount(count);
        return count;
    }

    private static void checkCount(int count) throws ValueException {
        if (count < 1 || count > VALUES_MAX) {
            throw new ValueException(TEXTS.text("axis.many", VALUES_MAX, count), "");
        }
    }

    /** The values as they are written. */
    public List<String> texts() {
        return values.stream().map(lever::format).toList();
    }
}
