package mirrorstorm.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirrorstorm.scenario.JsonValue.Place;

/** Reads the fields of one JSON object as typed values; whatever is wrong goes to the problems. */
final class FieldsReader {

    private final JsonValue.Fields object;
    private final String path;
    private final ProblemCollector problems;
    private final Map<String, Place> names = new HashMap<>();

    /** @param path of the object; empty for the whole file */
    FieldsReader(JsonValue.Fields object, String path, ProblemCollector problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        problems.locate(path, object.place());
        for (JsonValue.Field field : object.fields()) {
            Place first = names.putIfAbsent(field.name(), field.place());
            if (first == null) {
                problems.locate(pathOf(field.name()), field.value().place());
            } else {
                String what = ProblemCollector.text("field.twice", field.name(), first.line());
                problems.add(field.place(), pathOf(field.name()), what, ProblemCollector.text("field.twice.cure"));
            }
        }
    }

    /** The path of this object. */
    String path() {
        return path;
    }

    /** The path of a field of this object. */
    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    ProblemCollector problems() {
        return problems;
    }

    /** Reports every field that is none of {@code known}. */
    void expectOnly(List<String> known) {
        for (JsonValue.Field field : object.fields()) {
            if (!known.contains(field.name()) && problems.isFull()) {
                problems.addUnlisted();
            } else if (!known.contains(field.name())) {
                problems.add(
                        field.place(),
                        pathOf(field.name()),
                        ProblemCollector.text("field.unknown"),
                        cure(field.name(), known));
            }
        }
    }

    private static String cure(String name, List<String> known) {
        Optional<String> nearest = NearestName.to(name, known);
        List<String> elsewhere = Levers.endingWith(name);
        if (nearest.isEmpty() && !elsewhere.isEmpty()) {
            return ProblemCollector.text("field.elsewhere", String.join(", ", elsewhere));
        }
        return nearest.map(near -> ProblemCollector.text("nearest", near))
                .orElseGet(() -> ProblemCollector.text("field.known", String.join(", ", known)));
    }

    /** Whether there is such a field, right or wrong. */
    boolean has(String name) {
        return names.containsKey(name);
    }

    /** The field as it stands. */
    Optional<JsonValue> find(String name) {
        return object.find(name);
    }

    /** The field's value; empty if there is no such field, or it is wrong and was reported. */
    <T> Optional<T> optional(String name, Class<T> type) {
        return find(name).flatMap(value -> scalarType(value, pathOf(name), ScalarType.of(type)));
    }

    /** The field's value; empty if it is missing or wrong, and was reported. */
    <T> Optional<T> required(String name, Class<T> type) {
        if (!has(name)) {
            missing(name, ProblemCollector.text("field.example", name, example(type)));
        }
        return optional(name, type);
    }

    void missing(String name, String cure) {
        problems.add(pathOf(name), ProblemCollector.text("field.missing"), cure);
    }

    /** The elements of the list {@code name}, with their paths; empty if there is no such list. */
    List<Element> elements(String name) {
        List<Element> elements = new ArrayList<>();
        find(name).ifPresent(value -> {
            if (value instanceof JsonValue.Items list) {
                for (JsonValue item : list.items()) {
                    String itemPath = pathOf(name) + "[" + elements.size() + "]";
                    problems.locate(itemPath, item.place());
                    elements.add(new Element(itemPath, item));
                }
            } else {
                wrongType(value, pathOf(name), ProblemCollector.text("type.list"));
            }
        });
        return elements;
    }

    /** An element of a list. */
    record Element(String path, JsonValue value) {}

    /** A reader of the object {@code value}; empty if it is no object, which was reported. */
    Optional<FieldsReader> object(String valuePath, JsonValue value) {
        if (value instanceof JsonValue.Fields fields) {
            return Optional.of(new FieldsReader(fields, valuePath, problems));
        }
        wrongType(value, valuePath, ProblemCollector.text("type.object"));
        return Optional.empty();
    }

    /** The single value that {@code value} is; empty if it is another kind of value, which was reported. */
    <T> Optional<T> scalarType(JsonValue value, String valuePath, ScalarType<T> scalarType) {
        Optional<String> text = tokenText(value, scalarType.token());
        if (text.isEmpty()) {
            wrongType(value, valuePath, scalarType.name());
            return Optional.empty();
        }
        try {
            return Optional.of(scalarType.parse().parse(text.get()));
        } catch (ValueException e) {
            problems.add(value.place(), valuePath, e.what(), e.cure());
            return Optional.empty();
        }
    }

    void wrongType(JsonValue value, String valuePath, String wanted) {
        problems.add(value.place(), valuePath, ProblemCollector.text("type.wrong", wanted, describe(value)), "");
    }

    private static Optional<String> tokenText(JsonValue value, ScalarType.Token token) {
        if (value instanceof JsonValue.Text text && token == ScalarType.Token.TEXT) {
            return Optional.of(text.text());
        } else if (value instanceof JsonValue.Numeral number && token == ScalarType.Token.NUMBER) {
            return Optional.of(number.text());
        } else if (value instanceof JsonValue.Switch isOn && token == ScalarType.Token.SWITCH) {
            return Optional.of(Boolean.toString(isOn.isOn()));
        }
        return Optional.empty();
    }

    private static String describe(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return ProblemCollector.text("is.text", MessageBundle.clipped(text.text()));
        } else if (value instanceof JsonValue.Numeral number) {
            return ProblemCollector.text("is.number", MessageBundle.clipped(number.text()));
        } else if (value instanceof JsonValue.Switch isOn) {
            return Boolean.toString(isOn.isOn());
        } else if (value instanceof JsonValue.Fields) {
            return ProblemCollector.text("is.object");
        }
        return value instanceof JsonValue.Items ? ProblemCollector.text("is.list") : "null";
    }

    private static String example(Class<?> type) {
        return ProblemCollector.text("example." + type.getSimpleName());
    }
}
