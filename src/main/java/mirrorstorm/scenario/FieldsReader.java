package mirrorstorm.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirrorstorm.scenario.JsonValue.Place;

/** Reads the fields of one JSON object as typed values; whatever is wrong goes to the findings. */
final class FieldsReader {

    private final JsonValue.Fields object;
    private final String path;
    private final Findings findings;
    private final Map<String, Place> names = new HashMap<>();

    /** @param path of the object; empty for the whole file */
    FieldsReader(JsonValue.Fields object, String path, Findings findings) {
        this.object = object;
        this.path = path;
        this.findings = findings;
        findings.locate(path, object.place());
        for (JsonValue.Field field : object.fields()) {
            Place first = names.putIfAbsent(field.name(), field.place());
            if (first == null) {
                findings.locate(pathOf(field.name()), field.value().place());
            } else {
                String what = Findings.text("field.twice", field.name(), first.line());
                findings.add(field.place(), pathOf(field.name()), what, Findings.text("field.twice.cure"));
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

    Findings findings() {
        return findings;
    }

    /** Reports every field that is none of {@code known}. */
    void expectOnly(List<String> known) {
        for (JsonValue.Field field : object.fields()) {
            if (!known.contains(field.name()) && findings.isFull()) {
                findings.addUnlisted();
            } else if (!known.contains(field.name())) {
                findings.add(
                        field.place(), pathOf(field.name()), Findings.text("field.unknown"), cure(field.name(), known));
            }
        }
    }

    private static String cure(String name, List<String> known) {
        Optional<String> nearest = Nearest.to(name, known);
        List<String> elsewhere = Levers.endingWith(name);
        if (nearest.isEmpty() && !elsewhere.isEmpty()) {
            return Findings.text("field.elsewhere", String.join(", ", elsewhere));
        }
        return nearest.map(near -> Findings.text("nearest", near))
                .orElseGet(() -> Findings.text("field.known", String.join(", ", known)));
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
        return find(name).flatMap(value -> scalar(value, pathOf(name), Scalar.of(type)));
    }

    /** The field's value; empty if it is missing or wrong, and was reported. */
    <T> Optional<T> required(String name, Class<T> type) {
        if (!has(name)) {
            missing(name, Findings.text("field.example", name, example(type)));
        }
        return optional(name, type);
    }

    void missing(String name, String cure) {
        findings.add(pathOf(name), Findings.text("field.missing"), cure);
    }

    /** The elements of the list {@code name}, with their paths; empty if there is no such list. */
    List<Element> elements(String name) {
        List<Element> elements = new ArrayList<>();
        find(name).ifPresent(value -> {
            if (value instanceof JsonValue.Items list) {
                for (JsonValue item : list.items()) {
                    String itemPath = pathOf(name) + "[" + elements.size() + "]";
                    findings.locate(itemPath, item.place());
                    elements.add(new Element(itemPath, item));
                }
            } else {
                wrongType(value, pathOf(name), Findings.text("type.list"));
            }
        });
        return elements;
    }

    /** An element of a list. */
    record Element(String path, JsonValue value) {}

    /** A reader of the object {@code value}; empty if it is no object, which was reported. */
    Optional<FieldsReader> object(String valuePath, JsonValue value) {
        if (value instanceof JsonValue.Fields fields) {
            return Optional.of(new FieldsReader(fields, valuePath, findings));
        }
        wrongType(value, valuePath, Findings.text("type.object"));
        return Optional.empty();
    }

    /** The single value that {@code value} is; empty if it is another kind of value, which was reported. */
    <T> Optional<T> scalar(JsonValue value, String valuePath, Scalar<T> scalar) {
        Optional<String> text = tokenText(value, scalar.token());
        if (text.isEmpty()) {
            wrongType(value, valuePath, scalar.name());
            return Optional.empty();
        }
        try {
            return Optional.of(scalar.parse().parse(text.get()));
        } catch (ValueException e) {
            findings.add(value.place(), valuePath, e.what(), e.cure());
            return Optional.empty();
        }
    }

    void wrongType(JsonValue value, String valuePath, String wanted) {
        findings.add(value.place(), valuePath, Findings.text("type.wrong", wanted, describe(value)), "");
    }

    private static Optional<String> tokenText(JsonValue value, Scalar.Token token) {
        if (value instanceof JsonValue.Text text && token == Scalar.Token.TEXT) {
            return Optional.of(text.text());
        } else if (value instanceof JsonValue.Numeral number && token == Scalar.Token.NUMBER) {
            return Optional.of(number.text());
        } else if (value instanceof JsonValue.Switch isOn && token == Scalar.Token.SWITCH) {
            return Optional.of(Boolean.toString(isOn.isOn()));
        }
        return Optional.empty();
    }

    private static String describe(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return Findings.text("is.text", Texts.clipped(text.text()));
        } else if (value instanceof JsonValue.Numeral number) {
            return Findings.text("is.number", Texts.clipped(number.text()));
        } else if (value instanceof JsonValue.Switch isOn) {
            return Boolean.toString(isOn.isOn());
        } else if (value instanceof JsonValue.Fields) {
            return Findings.text("is.object");
        }
        return value instanceof JsonValue.Items ? Findings.text("is.list") : "null";
    }

    private static String example(Class<?> type) {
        return Findings.text("example." + type.getSimpleName());
    }
}
