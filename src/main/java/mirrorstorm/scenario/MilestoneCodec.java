package mirrorstorm.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.scenario.JsonValue.Place;

/** Reads and writes milestones, whose time is {@code at}, or {@code from}, {@code to} and {@code statistic}. */
final class MilestoneCodec {

    /** All fields, in the order in which they are written. */
    static final List<String> NAMES =
            List.of("id", "at", "from", "to", "statistic", "metric", "published", "tolerance", "source");

    private MilestoneCodec() {}

    /** Empty if something is missing or wrong, which was reported. */
    static Optional<Milestone> read(FieldsReader object) {
        Optional<String> id = object.required("id", String.class);
        Optional<Milestone.When> when = object.has("at") ? at(object) : within(object);
        Optional<String> metric = object.required("metric", String.class);
        Optional<Double> published = object.required("published", double.class);
        Optional<Double> tolerance = object.required("tolerance", double.class);
        Optional<String> source = object.has("source") ? object.optional("source", String.class) : Optional.of("");
        boolean isComplete = id.isPresent()
                && when.isPresent()
                && metric.isPresent()
                && published.isPresent()
                && tolerance.isPresent()
                && source.isPresent();
        return isComplete
                ? Optional.of(new Milestone(
                        id.get(), when.get(), metric.get(), published.get(), tolerance.get(), source.get()))
                : Optional.empty();
    }

    private static Optional<Milestone.When> at(FieldsReader object) {
        for (String other : List.of("from", "to", "statistic")) {
            if (object.has(other)) {
                object.problems()
                        .add(
                                object.pathOf(other),
                                ProblemCollector.text("when.both"),
                                ProblemCollector.text("when.both.cure"));
                return Optional.empty();
            }
        }
        return object.optional("at", Duration.class).map(Milestone.At::new);
    }

    private static Optional<Milestone.When> within(FieldsReader object) {
        if (!object.has("from") && !object.has("to")) {
            object.missing("at", ProblemCollector.text("when.both.cure"));
            return Optional.empty();
        }
        Optional<Duration> from = object.required("from", Duration.class);
        Optional<Duration> to = object.required("to", Duration.class);
        if (!object.has("statistic")) {
            object.missing("statistic", ProblemCollector.text("field.example", "statistic", "\"max\""));
        }
        Optional<Milestone.Statistic> statistic = object.optional("statistic", Milestone.Statistic.class);
        if (from.isEmpty() || to.isEmpty() || statistic.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().compareTo(from.get()) < 0) {
            String what = ProblemCollector.text("when.order", Durations.format(from.get()), Durations.format(to.get()));
            object.problems().add(object.pathOf("to"), what, "");
            return Optional.empty();
        }
        return Optional.of(new Milestone.Within(from.get(), to.get(), statistic.get()));
    }

    /** The object that is read back as {@code milestone}. */
    static JsonValue.Fields write(Milestone milestone) {
        List<JsonValue.Field> fields = new ArrayList<>();
        fields.add(field("id", milestone.id()));
        if (milestone.when() instanceof Milestone.At at) {
            fields.add(field("at", at.time()));
        } else if (milestone.when() instanceof Milestone.Within within) {
            fields.add(field("from", within.from()));
            fields.add(field("to", within.to()));
            fields.add(field("statistic", within.statistic()));
        }
        fields.add(field("metric", milestone.metric()));
        fields.add(field("published", milestone.published()));
        fields.add(field("tolerance", milestone.tolerance()));
        if (!milestone.source().isEmpty()) {
            fields.add(field("source", milestone.source()));
        }
        return new JsonValue.Fields(Place.NONE, fields);
    }

    private static JsonValue.Field field(String name, Object value) {
        return new JsonValue.Field(Place.NONE, name, RecordCodec.writeScalar(value));
    }
}
