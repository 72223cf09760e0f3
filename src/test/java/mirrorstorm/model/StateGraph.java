package mirrorstorm.model;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mirrorstorm.engine.FutureEventList;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.jspecify.annotations.Nullable;

/**
 * All fields of a simulation and of what it holds, as reflection finds them: nobody has to name a field for it to be
 * here. What an object of another library holds is taken as one value, a random generator as its state.
 */
final class StateGraph {

    /** Fields that are no state, and why. */
    private static final Map<String, String> NO_STATE = Map.of(
            "Trace.listeners", "who listens is no matter of the run",
            "CallCounts.listeners", "who listens is no matter of the run",
            "RatesSearch.table", "what is in there follows from the settings alone",
            "RandomStreams.byPurpose", "every stream is held by whoever draws from it",
            "RandomStreams.seed", "for streams that are yet to be made; a run under way has all",
            "RandomStreams.replication", "as the seed",
            "Requests.first", "where the ring begins; it is read from there");

    /** The entries of the future event list begin behind so many longs, and have two each. */
    private static final int HEAP_OFFSET = 4;

    /** A field of an object in the graph; {@code path} says how one gets there. */
    private record Place(String path, Object owner, Field field) {

        Object value() {
            try {
                return field.get(owner);
            } catch (IllegalAccessException e) {
                throw new AssertionError(path, e);
            }
        }

        String name() {
            return field.getDeclaringClass().getSimpleName() + "." + field.getName();
        }

        boolean isNumber() {
            return field.getType().isPrimitive();
        }

        boolean isFinal() {
            return Modifier.isFinal(field.getModifiers());
        }
    }

    private final List<Place> places = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private StateGraph(Object root) {
        collect(root.getClass().getSimpleName(), root);
    }

    static StateGraph of(Object root) {
        return new StateGraph(root);
    }

    private void collect(String path, Object object) {
        if (!seen.add(object)) {
            return;
        }
        if (object.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(object); i++) {
                collectIfOurs(path + "[" + i + "]", Array.get(object, i));
            }
            return;
        }
        for (Field field : object.getClass().getDeclaredFields()) {
            Place place = new Place(path + "." + field.getName(), object, field);
            boolean isState = !Modifier.isStatic(field.getModifiers()) && !NO_STATE.containsKey(place.name());
            if (isState && field.trySetAccessible()) {
                places.add(place);
                collectIfOurs(place.path(), place.value());
            }
        }
    }

    private void collectIfOurs(String path, Object value) {
        boolean isOurs = value != null
                && value.getClass().getName().startsWith("mirrorstorm.")
                && !value.getClass().isRecord()
                && !value.getClass().isEnum();
        boolean holdsObjects = value instanceof Object[];
        if (isOurs || holdsObjects) {
            collect(path, value);
        }
    }

    /** Everything that makes up the state, by path: numbers, arrays of numbers as far as in use, and values. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Place place : places) {
            Object value = place.value();
            if (isPrimitiveArray(value)) {
                values.put(place.path(), inUse(place, value));
            } else if (value instanceof Object[] rows) {
                for (int i = 0; i < rows.length; i++) {
                    if (isPrimitiveArray(rows[i])) {
                        values.put(place.path() + "[" + i + "]", asList(rows[i], 0, Array.getLength(rows[i])));
                    }
                }
            } else if (value instanceof RestorableUniformRandomProvider generator) {
                byte[] state = ((RandomProviderDefaultState) generator.saveState()).getState();
                values.put(place.path(), asList(state, 0, state.length));
            } else if (!seen.contains(value)) {
                values.put(place.path(), value instanceof List<?> list ? List.copyOf(list) : Objects.toString(value));
            }
        }
        return values;
    }

    private static boolean isPrimitiveArray(Object value) {
        return value != null
                && value.getClass().isArray()
                && value.getClass().getComponentType().isPrimitive();
    }

    /** The entries from {@code first} on, around the end of the array. */
    private static List<Object> asList(Object array, int first, int count) {
        List<Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(Array.get(array, (first + i) % Array.getLength(array)));
        }
        return values;
    }

    /** Of arrays that are longer than needed the entries that are in use; the others hold what was there before. */
    private static List<Object> inUse(Place place, Object array) {
        Object owner = place.owner();
        if (owner instanceof FutureEventList) {
            List<Object> heap = asList(array, 0, HEAP_OFFSET + 2 * (Integer) valueOf(owner, "size"));
            return heap.subList(HEAP_OFFSET, heap.size());
        } else if (owner instanceof Requests) {
            return asList(array, (Integer) valueOf(owner, "first"), (Integer) valueOf(owner, "size"));
        } else if (place.name().equals("IndexSet.members")) {
            return asList(array, 0, (Integer) valueOf(owner, "size"));
        }
        return asList(array, 0, Array.getLength(array));
    }

    private static Object valueOf(Object owner, String field) {
        return Arrays.stream(owner.getClass().getDeclaredFields())
                .filter(candidate -> candidate.getName().equals(field) && candidate.trySetAccessible())
                .map(candidate -> new Place(field, owner, candidate).value())
                .findFirst()
                .orElseThrow();
    }

    /** Makes every number, every array's entry and every value another than in that graph; how many fields these are. */
    int spoil(StateGraph unlike) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        for (Place place : unlike.places) {
            numbers.put(place.path(), place.value());
        }
        int spoiled = 0;
        for (Place place : places) {
            Object value = place.value();
            if (isPrimitiveArray(value) && place.isFinal()) {
                spoilArray(value);
            } else if (isPrimitiveArray(value)) {
                set(place, spoiledCopy(value)); // The array itself may be shared with the run that it was copied from.
            } else if (value instanceof Object[] rows) {
                for (Object row : rows) {
                    if (isPrimitiveArray(row)) {
                        spoilArray(row);
                    }
                }
            } else if (value instanceof RestorableUniformRandomProvider generator) {
                generator.nextLong();
            } else if (value instanceof ArrayList<?> list) {
                list.clear();
            } else if (place.isFinal() || seen.contains(value)) {
                continue; // A constant, or an object whose own fields are spoiled.
            } else {
                set(place, place.isNumber() ? other(numbers.get(place.path())) : null);
            }
            spoiled++;
        }
        return spoiled;
    }

    private static void set(Place place, @Nullable Object value) {
        try {
            place.field().set(place.owner(), value);
        } catch (IllegalAccessException e) {
            throw new AssertionError(place.path(), e);
        }
    }

    private static Object spoiledCopy(Object array) {
        int length = Array.getLength(array);
        Object copy = Array.newInstance(array.getClass().getComponentType(), length);
        System.arraycopy(array, 0, copy, 0, length);
        spoilArray(copy);
        return copy;
    }

    private static void spoilArray(Object array) {
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, other(Array.get(array, i)));
        }
    }

    private static Object other(Object value) {
        if (value instanceof Boolean is) {
            return !is;
        } else if (value instanceof Byte number) {
            return (byte) (number ^ 0x55);
        } else if (value instanceof Integer number) {
            return number ^ 0x5555;
        } else if (value instanceof Long number) {
            return number ^ 0x5555_5555L;
        }
        return (Double) value + 1.25;
    }
}
