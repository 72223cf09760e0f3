package mirrorstorm.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;

/** Reads and replaces one value in a tree of records by its dotted path, such as {@code search.backoff.base}. */
public final class SettingsPath {

    private SettingsPath() {}

    /**
     * The value at {@code path}.
     *
     * @throws IllegalArgumentException if there is no such path below {@code record}
     */
    public static Object get(Record record, String path) {
        int dot = path.indexOf('.');
        Object value = read(record, component(record.getClass(), dot < 0 ? path : path.substring(0, dot)));
        return dot < 0 ? value : get((Record) value, path.substring(dot + 1));
    }

    /**
     * A copy of {@code record} with another value at {@code path}.
     *
     * @throws IllegalArgumentException if there is no such path, or the value is of another type
     */
    public static <R extends Record> R with(R record, String path, Object value) {
        int dot = path.indexOf('.');
        RecordComponent changed = component(record.getClass(), dot < 0 ? path : path.substring(0, dot));
        Object replacement = dot < 0 ? value : with((Record) read(record, changed), path.substring(dot + 1), value);
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = components[i].getName().equals(changed.getName()) ? replacement : read(record, components[i]);
        }
        try {
            @SuppressWarnings("unchecked") // the canonical constructor of R makes an R
            Constructor<R> canonical = (Constructor<R>) record.getClass().getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(path + " cannot be " + value + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a public record always has its canonical constructor", e);
        }
    }

    private static RecordComponent component(Class<?> type, String name) {
        RecordComponent[] components = type.getRecordComponents();
        if (components != null) {
            for (RecordComponent component : components) {
                if (component.getName().equals(name)) {
                    return component;
                }
            }
        }
        throw new IllegalArgumentException(type.getSimpleName() + " has no setting " + name);
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a public record always has its accessors", e);
        }
    }
}
