package mirrorstorm.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.JsonValue.Place;

/** Reads and writes the entries of a timeline, by the table of {@link InterventionFormat}s. */
final class TimelineCodec {

    private static final String AT = "at";
    static final String DO = "do";
    private static final String EVERY = "every";
    private static final String TIMES = "times";

    /** Longest pause and largest number of times of what happens again and again. */
    private static final Duration EVERY_MAX = Duration.ofDays(365);

    private static final int TIMES_MAX = 1_000;

    private TimelineCodec() {}

    /** What one entry asks for: once, or as often as it says. Empty if something is wrong, which was reported. */
    static Optional<List<TimedIntervention>> read(FieldsReader entry) {
        Optional<TimedIntervention> first = once(entry);
        return entry.has(EVERY) || entry.has(TIMES) ? first.flatMap(timed -> again(entry, timed)) : first.map(List::of);
    }

    private static Optional<List<TimedIntervention>> again(FieldsReader entry, TimedIntervention first) {
        Optional<Duration> every = entry.required(EVERY, Duration.class);
        Optional<Integer> times = entry.required(TIMES, int.class);
        if (every.isEmpty() || times.isEmpty()) {
            return Optional.empty();
        }
        Duration pause = every.get();
        if (pause.isZero() || pause.compareTo(EVERY_MAX) > 0) {
            String what = ProblemCollector.text("range", "1ns", Durations.format(EVERY_MAX), Durations.format(pause));
            entry.problems().add(entry.pathOf(EVERY), what, "");
            return Optional.empty();
        }
        Duration last = Duration.ofNanos(first.timeNanos()).plus(pause.multipliedBy(Math.max(0, times.get() - 1)));
        boolean isTooLate = last.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0;
        if (times.get() < 1 || times.get() > TIMES_MAX || isTooLate) {
            entry.problems().add(entry.pathOf(TIMES), ProblemCollector.text("range", "1", TIMES_MAX, times.get()), "");
            return Optional.empty();
        }
        List<TimedIntervention> repeated = new ArrayList<>();
        for (int i = 0; i < times.get(); i++) {
            repeated.add(new TimedIntervention(first.timeNanos() + i * pause.toNanos(), first.intervention()));
        }
        return Optional.of(repeated);
    }

    private static Optional<TimedIntervention> once(FieldsReader entry) {
        Optional<Duration> at = entry.required(AT, Duration.class);
        Optional<Intervention> intervention = intervention(entry, List.of(AT), List.of(EVERY, TIMES));
        return at.isEmpty() || intervention.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimedIntervention(at.get().toNanos(), intervention.get()));
    }

    /**
     * What an entry asks for, whenever that may be. Empty if something is wrong, which was reported.
     *
     * @param before what the entry may have besides the name and keys of an intervention, before and after them
     */
    static Optional<Intervention> intervention(FieldsReader entry, List<String> before, List<String> after) {
        if (!entry.has(DO)) {
            entry.missing(DO, ProblemCollector.text("field.example", DO, "\"isolate\""));
            return Optional.empty();
        }
        Optional<String> name = entry.optional(DO, String.class);
        Optional<InterventionFormat> format = name.flatMap(InterventionFormat::find);
        if (format.isEmpty()) {
            List<String> known = InterventionFormat.names();
            name.ifPresent(written ->
                    entry.problems().add(entry.pathOf(DO), ScalarType.unknown("intervention.unknown", written, known)));
            return Optional.empty();
        }
        entry.expectOnly(names(format.get(), before, after));
        return values(entry, format.get());
    }

    private static Optional<Intervention> values(FieldsReader entry, InterventionFormat format) {
        List<Object> values = new ArrayList<>();
        for (InterventionFormat.Key key : format.keys()) {
            value(entry, format, key).ifPresent(values::add);
        }
        return values.size() < format.keys().size() ? Optional.empty() : Optional.of(format.make(values));
    }

    private static List<String> names(InterventionFormat format, List<String> before, List<String> after) {
        List<String> names = new ArrayList<>(before);
        names.add(DO);
        for (InterventionFormat.Key key : format.keys()) {
            names.addAll(key.text().isEmpty() ? NodeTargetCodec.KEYS : List.of(key.text()));
        }
        names.addAll(after);
        return names;
    }

    private static Optional<Object> value(FieldsReader entry, InterventionFormat format, InterventionFormat.Key key) {
        return switch (key) {
            case TARGET, TARGET_OR_ALL -> NodeTargetCodec.read(entry, key).map(target -> target);
            case LEVER -> lever(entry).map(Lever::path);
            case VALUE -> leverValue(entry);
            default -> scalarType(entry, format, key);
        };
    }

    private static Optional<Object> scalarType(
            FieldsReader entry, InterventionFormat format, InterventionFormat.Key key) {
        if (!entry.has(key.text()) && !key.isRequired()) {
            return format.absent(key);
        }
        return entry.required(key.text(), format.typeOf(key)).map(value -> value);
    }

    private static Optional<Lever> lever(FieldsReader entry) {
        Optional<String> path = entry.required(InterventionFormat.Key.LEVER.text(), String.class);
        try {
            return path.isEmpty() ? Optional.empty() : Optional.of(Levers.named(path.get()));
        } catch (ValueException e) {
            entry.problems().add(entry.pathOf(InterventionFormat.Key.LEVER.text()), e);
            return Optional.empty();
        }
    }

    /** The value of the lever that the entry names; whether that lever exists was checked before. */
    private static Optional<Object> leverValue(FieldsReader entry) {
        String name = InterventionFormat.Key.VALUE.text();
        if (!entry.has(name)) {
            entry.missing(name, ProblemCollector.text("lever.value.cure"));
            return Optional.empty();
        }
        return entry.find(InterventionFormat.Key.LEVER.text())
                .flatMap(path -> path instanceof JsonValue.Text text ? Levers.find(text.text()) : Optional.empty())
                .flatMap(lever ->
                        entry.scalarType(entry.find(name).orElseThrow(), entry.pathOf(name), lever.scalarType()));
    }

    /** The entry that is read back as {@code timed}. */
    static JsonValue.Fields write(TimedIntervention timed) {
        Intervention intervention = timed.intervention();
        InterventionFormat format = InterventionFormat.of(intervention);
        List<JsonValue.Field> fields = new ArrayList<>();
        fields.add(field(AT, Durations.formatNanos(timed.timeNanos())));
        fields.add(field(DO, format.name()));
        for (InterventionFormat.Key key : format.keys()) {
            Object value = format.valueOf(key, intervention);
            if (value instanceof NodeTarget target) {
                NodeTargetCodec.write(target, key).ifPresent(fields::add);
            } else if (format.isGiven(key, value)) {
                fields.add(new JsonValue.Field(Place.NONE, key.text(), RecordCodec.writeScalar(value)));
            }
        }
        return new JsonValue.Fields(Place.NONE, fields);
    }

    private static JsonValue.Field field(String name, String text) {
        return new JsonValue.Field(Place.NONE, name, new JsonValue.Text(Place.NONE, text));
    }
}
