package mirrorstorm.scenario;

import java.lang.invoke.MethodType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import mirrorstorm.model.Rate;

/**
 * A type of single value: how it is written in JSON and on the command line, and how it is read back.
 *
 * @param name  what an article and a noun call it: {@code a duration}
 * @param token which kind of JSON token it is written as; nothing else is accepted
 * @param parse reads the text of that token; never sees another kind
 */
record ScalarType<T>(String name, Token token, Parser<T> parse, Function<T, String> format) {

    /** A kind of JSON token. */
    enum Token {
        TEXT,
        NUMBER,
        SWITCH
    }

    /** Reads a text. */
    interface Parser<T> {
        T parse(String text) throws ValueException;
    }

    /** Longer lists of names are not shown in one sentence. */
    private static final int LISTED_MAX = 24;

    private static final Pattern COUNT = Pattern.compile("-?[0-9]+");
    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.scenario.problems");

    private static final Map<Class<?>, ScalarType<?>> BY_TYPE = Map.of(
            boolean.class,
                    scalarType("switch", Token.SWITCH, ScalarType::parseBoolean, value -> Boolean.toString(value)),
            int.class, scalarType("count", Token.NUMBER, ScalarType::parseInt, value -> Integer.toString(value)),
            long.class, scalarType("count", Token.NUMBER, ScalarType::parseLong, value -> Long.toString(value)),
            double.class, scalarType("number", Token.NUMBER, ScalarType::parseDouble, Numbers::text),
            String.class, scalarType("text", Token.TEXT, text -> text, text -> text),
            Duration.class, scalarType("duration", Token.TEXT, Durations::parse, Durations::format),
            Rate.class, scalarType("rate", Token.TEXT, Rates::parse, Rates::format),
            OffsetDateTime.class,
                    scalarType(
                            "moment",
                            Token.TEXT,
                            ScalarType::parseMoment,
                            DateTimeFormatter.ISO_OFFSET_DATE_TIME::format));

    private static <T> ScalarType<T> scalarType(String key, Token token, Parser<T> parse, Function<T, String> format) {
        return new ScalarType<>(TEXTS.text("type." + key), token, parse, format);
    }

    /**
     * How values of {@code type} are written; empty if they are not single values.
     *
     * @param type primitive types stand for their boxes, too
     */
    @SuppressWarnings("unchecked") // the map holds a Scalar<T> for Class<T>
    static <T> Optional<ScalarType<T>> find(Class<T> type) {
        if (type.isEnum()) {
            return Optional.of((ScalarType<T>) choice(type));
        }
        return Optional.ofNullable((ScalarType<T>) BY_TYPE.get(unboxed(type)));
    }

    /** How values of {@code type}, which are single values, are written. */
    static <T> ScalarType<T> of(Class<T> type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException(type + " is not written as one value"));
    }

    /** The text of a single value. */
    @SuppressWarnings("unchecked") // the type is the value's own
    static String format(Object value) {
        Class<?> type = value instanceof Enum<?> choice ? choice.getDeclaringClass() : value.getClass();
        return ((ScalarType<Object>) of(type)).format().apply(value);
    }

    /** {@code FULL_JITTER} is written {@code full-jitter}. */
    static String kebab(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Class<?> unboxed(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType();
    }

    private static ScalarType<Enum<?>> choice(Class<?> type) {
        List<Enum<?>> choices = Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(each -> (Enum<?>) each)
                .toList();
        List<String> names = choices.stream().map(ScalarType::kebab).toList();
        return new ScalarType<>(
                TEXTS.text("type.choice", String.join(", ", names)),
                Token.TEXT,
                text -> choices.get(indexOf(text, names)),
                ScalarType::kebab);
    }

    private static int indexOf(String text, List<String> names) throws ValueException {
        int index = names.indexOf(text);
        if (index < 0) {
            throw unknown("choice.unknown", text, names);
        }
        return index;
    }

    /** A name that is none of those known: suggests the nearest; if none is near, lists them or says what does. */
    static ValueException unknown(String key, String written, Collection<String> known) {
        String all =
                known.size() > LISTED_MAX ? TEXTS.text(key + ".cure") : TEXTS.text("oneOf", String.join(", ", known));
        String cure = NearestName.to(written, known)
                .map(nearest -> TEXTS.text("nearest", nearest))
                .orElse(all);
        return new ValueException(TEXTS.text(key, MessageBundle.clipped(written)), cure);
    }

    private static boolean parseBoolean(String text) throws ValueException {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrongForm("switch", text);
        };
    }

    private static int parseInt(String text) throws ValueException {
        long value = parseLong(text);
        if (value != (int) value) {
            throw new ValueException(TEXTS.text("count.large", MessageBundle.clipped(text)), "");
        }
        return (int) value;
    }

    private static long parseLong(String text) throws ValueException {
        if (!COUNT.matcher(text).matches()) {
            throw wrongForm("count", text);
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ValueException(TEXTS.text("count.large", MessageBundle.clipped(text)), "");
        }
    }

    private static double parseDouble(String text) throws ValueException {
        if (!Numbers.isNumber(text)) {
            throw wrongForm("number", text);
        }
        OptionalDouble value = Numbers.parse(text);
        if (value.isEmpty()) {
            throw new ValueException(TEXTS.text("count.large", MessageBundle.clipped(text)), "");
        }
        return value.getAsDouble();
    }

    private static OffsetDateTime parseMoment(String text) throws ValueException {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw wrongForm("moment", text);
        }
    }

    private static ValueException wrongForm(String type, String text) {
        return new ValueException(
                TEXTS.text("type.wrong", TEXTS.text("type." + type), MessageBundle.clipped(text)), "");
    }
}
