package mirrorstorm.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.Rate;

/**
 * Something that can be set: one value of a scenario, with all that sliders, the command line, validation and help
 * need to know about it.
 *
 * <p>Values are typed: {@code Double} for {@link Kind#SHARE} and {@link Kind#NUMBER}, {@code Integer} for
 * {@link Kind#COUNT} ({@code Long} for the seed), {@link Duration}, {@link Rate}, an enum constant for
 * {@link Kind#CHOICE}, {@code Boolean} for {@link Kind#SWITCH}.
 *
 * @param path         dotted, such as {@code search.backoff.base}: in files, on the command line, everywhere
 * @param title        a few words
 * @param unit         of what is counted or measured; empty for shares, texts with their own unit, and choices
 * @param range        in magnitudes; for choices the index, for switches 0 and 1
 * @param defaultValue what a scenario that does not set it has
 * @param help         one sentence
 * @param source       where the default comes from
 * @param choices      what there is to choose from; empty unless this is a choice
 */
public record Lever(
        String path,
        Group group,
        Kind kind,
        Timing timing,
        String title,
        String unit,
        LeverRange range,
        Object defaultValue,
        String help,
        String source,
        List<Choice> choices) {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.scenario.problems");

    /** Digits of a value that a slider stands on: more would only look exact. */
    private static final int SLIDER_DIGITS = 3;

    /** Digits of a value that was computed, as a step of a range is. */
    private static final int COMPUTED_DIGITS = 4;

    /** Steps of a slider for a share or another linear number. */
    private static final double LINEAR_STEP = 0.001;

    /** What levers are sorted by on the screen. */
    public enum Group {
        SEARCH,
        BACKOFF,
        RACE,
        CAPACITY,
        COPY,
        CONTROL_PLANE,
        CLUSTER,
        STATUS_PAGE,
        RUN;

        /** As it is written in lists: {@code control-plane}. */
        public String text() {
            return ScalarType.kebab(this);
        }
    }

    /** What sort of value a lever has. */
    public enum Kind {
        SHARE,
        COUNT,
        DURATION,
        RATE,
        CHOICE,
        SWITCH,
        NUMBER;

        /** As it is written in lists. */
        public String text() {
            return ScalarType.kebab(this);
        }
    }

    /** When a lever can be moved. */
    public enum Timing {
        /** Also while a run goes on: the change is an intervention. */
        LIVE,
        /** Only before a run starts. */
        AT_START;

        /** As it is written in lists: {@code at-start}. */
        public String text() {
            return ScalarType.kebab(this);
        }
    }

    /** One of the values of a choice, as files write it and as people read it. */
    public record Choice(Object value, String text, String title) {}

    public Lever {
        choices = List.copyOf(choices);
    }

    /** Whether it can be moved while a run goes on. */
    public boolean isLive() {
        return timing == Timing.LIVE;
    }

    /**
     * The value that {@code text} says, in range.
     *
     * @throws ValueException if it says none, or one out of range
     */
    public Object parse(String text) throws ValueException {
        Object value = scalarType().parse().parse(text);
        Optional<ValueException> problem = problemWith(value);
        if (problem.isPresent()) {
            throw problem.get();
        }
        return value;
    }

    /** The text of a value, which reads back as that value. */
    public String format(Object value) {
        return ScalarType.format(value);
    }

    /**
     * What is wrong with a value of the right type; empty if nothing is.
     *
     * @throws IllegalArgumentException if the value is not of this lever's type
     */
    public Optional<ValueException> problemWith(Object value) {
        if (!type().isInstance(value)) {
            throw new IllegalArgumentException(path + " cannot be a " + value.getClass() + ": " + value);
        }
        double magnitude = magnitude(value);
        if (range.contains(magnitude)) {
            return Optional.empty();
        }
        return Optional.of(new ValueException(TEXTS.text("range", format(min()), format(max()), format(value)), ""));
    }

    /** The smallest value. */
    public Object min() {
        return ofMagnitude(range.min());
    }

    /** The largest value. */
    public Object max() {
        return ofMagnitude(range.max());
    }

    /** The place of a value on a slider, in [0, 1]. */
    public double toPosition(Object value) {
        return range.toPosition(magnitude(value));
    }

    /** The value at a place on a slider, in [0, 1], rounded to what people write; always in range. */
    public Object fromPosition(double position) {
        double rounded = rounded(range.fromPosition(position));
        return ofMagnitude(Math.max(range.min(), Math.min(range.max(), rounded)));
    }

    /** A value as a number: durations in seconds, rates per second, choices by their position, switches 0 or 1. */
    public double magnitudeOf(Object value) {
        return magnitude(value);
    }

    /** The value nearest to a magnitude, in range and without digits that would only look exact. */
    public Object nearest(double magnitude) {
        double plain = new BigDecimal(magnitude)
                .round(new MathContext(COMPUTED_DIGITS, RoundingMode.HALF_EVEN))
                .doubleValue();
        return ofMagnitude(Math.max(range.min(), Math.min(range.max(), plain)));
    }

    /** The least value that it can have; of a choice the first. */
    public Object least() {
        return ofMagnitude(range.min());
    }

    /** The greatest value that it can have; of a choice the last. */
    public Object most() {
        return ofMagnitude(range.max());
    }

    ScalarType<?> scalarType() {
        return ScalarType.of(type());
    }

    private Class<?> type() {
        return defaultValue instanceof Enum<?> choice ? choice.getDeclaringClass() : defaultValue.getClass();
    }

    private double magnitude(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        } else if (value instanceof Duration duration) {
            return Nanos.toSeconds(duration);
        } else if (value instanceof Rate rate) {
            return rate.perSecond();
        } else if (value instanceof Boolean isOn) {
            return isOn ? 1 : 0;
        } else if (value instanceof Enum<?> choice) {
            return choice.ordinal();
        }
        throw new IllegalArgumentException(path + " cannot be " + value);
    }

    private Object ofMagnitude(double magnitude) {
        return switch (kind) {
            case SHARE, NUMBER -> magnitude;
            case COUNT -> defaultValue instanceof Long ? (Object) Math.round(magnitude) : (int) Math.round(magnitude);
            case DURATION -> Duration.ofNanos(Math.round(Nanos.ofSeconds(magnitude)));
            case RATE -> new Rate(magnitude);
            case SWITCH -> magnitude >= 0.5;
            case CHOICE -> choices.get((int) Math.round(magnitude)).value();
        };
    }

    private double rounded(double magnitude) {
        boolean isLinear = range.scale() == LeverRange.Scale.LINEAR;
        return switch (kind) {
            case DURATION -> SliderSteps.roundedSeconds(magnitude);
            case COUNT -> isLinear ? Math.rint(magnitude) : digits(Math.rint(magnitude));
            case SHARE, NUMBER, RATE ->
                isLinear ? digits(Math.rint(magnitude / LINEAR_STEP) * LINEAR_STEP) : digits(magnitude);
            case SWITCH, CHOICE -> magnitude;
        };
    }

    private static double digits(double magnitude) {
        return new BigDecimal(magnitude)
                .round(new MathContext(SLIDER_DIGITS, RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
