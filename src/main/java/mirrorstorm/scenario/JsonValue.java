package mirrorstorm.scenario;

import java.util.List;
import java.util.Optional;

/** A piece of a JSON text, with its place in that text. */
sealed interface JsonValue {

    /** Where a piece begins, both counted from 1. */
    record Place(int line, int column) {
        /** Of pieces that come from no text. */
        static final Place NONE = new Place(0, 0);
    }

    Place place();

    /** Fields in the order of the text. A name that is given twice is here twice. */
    record Fields(Place place, List<Field> fields) implements JsonValue {

        /** The first field of that name. */
        Optional<JsonValue> find(String name) {
            return fields.stream()
                    .filter(field -> field.name().equals(name))
                    .map(Field::value)
                    .findFirst();
        }
    }

    /** A name and its value; {@code place} is that of the name. */
    record Field(Place place, String name, JsonValue value) {}

    /** Values in order. */
    record Items(Place place, List<JsonValue> items) implements JsonValue {}

    /** A text, unescaped. */
    record Text(Place place, String text) implements JsonValue {}

    /** A number, as it was written. */
    record Numeral(Place place, String text) implements JsonValue {}

    /** True or false. */
    record Switch(Place place, boolean isOn) implements JsonValue {}

    /** The word {@code null}. */
    record Nothing(Place place) implements JsonValue {}
}
