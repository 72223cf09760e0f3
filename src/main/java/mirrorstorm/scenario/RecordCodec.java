package mirrorstorm.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import mirrorstorm.scenario.JsonValue.Place;

/**
 * Reads and writes records whose components are the fields of a JSON object: single values, or records in turn. What
 * is not in the file is as in the defaults, and what is as in the defaults is not written.
 */
final class RecordCodec {

    private RecordCodec() {}

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /**
     * A copy of {@code defaults} with whatever the object sets. A field that is wrong is reported and left as it is.
     *
     * @param other reads the components that are neither single values nor records, given their default
     */
    static <R extends Record> R read(
            FieldsReader object, R defaults, BiFunction<RecordComponent, Object, Object> other) {
        object.expectOnly(names(defaults.getClass()));
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = component(object, components[i], valueOf(components[i], defaults), other);
        }
        try {
            @SuppressWarnings("unchecked") // the canonical constructor of R makes an R
            Constructor<R> canonical = (Constructor<R>) defaults.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a public record always has its canonical constructor", e);
        }
    }

    private static Object component(
            FieldsReader object,
            RecordComponent component,
            Object absent,
            BiFunction<RecordComponent, Object, Object> other) {
        String name = component.getName();
        Optional<? extends ScalarType<?>> scalarType = ScalarType.find(component.getType());
        if (scalarType.isPresent()) {
            return object.find(name)
                    .<Object>flatMap(value -> object.scalarType(value, object.pathOf(name), scalarType.get()))
                    .orElse(absent);
        } else if (absent instanceof Record nested) {
            return object.find(name)
                    .flatMap(value -> object.object(object.pathOf(name), value))
                    .<Object>map(fields -> read(fields, nested, other))
                    .orElse(absent);
        }
        return other.apply(component, absent);
    }

    /**
     * The fields in which {@code record} differs from {@code defaults}.
     *
     * @param other writes the components that are neither single values nor records, if they are to be written
     */
    static List<JsonValue.Field> write(
            Record record, Record defaults, BiFunction<RecordComponent, Object, Optional<JsonValue>> other) {
        List<JsonValue.Field> fields = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = valueOf(component, record);
            Object absent = valueOf(component, defaults);
            if (!value.equals(absent)) {
                written(component, value, absent, other)
                        .ifPresent(json -> fields.add(new JsonValue.Field(Place.NONE, component.getName(), json)));
            }
        }
        return fields;
    }

    private static Optional<JsonValue> written(
            RecordComponent component,
            Object value,
            Object absent,
            BiFunction<RecordComponent, Object, Optional<JsonValue>> other) {
        if (ScalarType.find(component.getType()).isPresent()) {
            return Optional.of(writeScalar(value));
        } else if (value instanceof Record nested && absent instanceof Record nestedAbsent) {
            return Optional.of(new JsonValue.Fields(Place.NONE, write(nested, nestedAbsent, other)));
        }
        return other.apply(component, value);
    }

    /** A single value as JSON. */
    static JsonValue writeScalar(Object value) {
        String text = ScalarType.format(value);
        if (value instanceof Boolean isOn) {
            return new JsonValue.Switch(Place.NONE, isOn);
        }
        return value instanceof Number ? new JsonValue.Numeral(Place.NONE, text) : new JsonValue.Text(Place.NONE, text);
    }

    static Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a public record always has its accessors", e);
        }
    }
}
