package mirrorstorm.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.Intervention;

/**
 * How one kind of intervention is written in a timeline: its name and keys. The keys stand in the order of the
 * record's components; only a target takes several keys, of which one is used.
 */
record InterventionFormat(String name, Class<? extends Intervention> type, List<Key> keys) {

    /** All of them. A new kind of intervention is one more row. */
    static final List<InterventionFormat> ALL = List.of(
            new InterventionFormat("isolate", Intervention.Isolate.class, List.of(Key.TARGET, Key.FOR)),
            new InterventionFormat("heal-network", Intervention.HealNetwork.class, List.of(Key.TARGET_OR_ALL)),
            new InterventionFormat("crash", Intervention.Crash.class, List.of(Key.TARGET)),
            new InterventionFormat("power-loss", Intervention.PowerLoss.class, List.of(Key.TARGET, Key.FOR)),
            new InterventionFormat("restart", Intervention.Restart.class, List.of(Key.TARGET_OR_ALL)),
            new InterventionFormat("destroy", Intervention.Destroy.class, List.of(Key.TARGET)),
            new InterventionFormat("leak", Intervention.Leak.class, List.of(Key.TARGET, Key.RATE, Key.SPREAD)),
            new InterventionFormat("stop-leak", Intervention.StopLeak.class, List.of(Key.TARGET_OR_ALL)),
            new InterventionFormat("add-nodes", Intervention.AddNodes.class, List.of(Key.COUNT, Key.OVER)),
            new InterventionFormat("stop-searches", Intervention.StopSearches.class, List.of()),
            new InterventionFormat("resume-searches", Intervention.ResumeSearches.class, List.of()),
            new InterventionFormat("release-quarantine", Intervention.ReleaseQuarantine.class, List.of()),
            new InterventionFormat("disable-api", Intervention.DisableApi.class, List.of(Key.ZONE, Key.API)),
            new InterventionFormat("enable-api", Intervention.EnableApi.class, List.of(Key.ZONE, Key.API)),
            new InterventionFormat("cut-control-plane", Intervention.CutControlPlane.class, List.of()),
            new InterventionFormat(
                    "reconnect-control-plane", Intervention.ReconnectControlPlane.class, List.of(Key.THROTTLE)),
            new InterventionFormat(
                    "restore-from-snapshots",
                    Intervention.RestoreFromSnapshots.class,
                    List.of(Key.RATE, Key.SUCCESS_SHARE)),
            new InterventionFormat(
                    "forensic-restore", Intervention.ForensicRestore.class, List.of(Key.RATE, Key.SUCCESS_SHARE)),
            new InterventionFormat("set", Intervention.Set.class, List.of(Key.LEVER, Key.VALUE)));

    /** A component of an intervention, as it is written. */
    enum Key {
        /** Which nodes; has to be given. */
        TARGET("", ""),
        /** Which nodes; all if it is not given. */
        TARGET_OR_ALL("", ""),
        /** How long until it is undone; not given, it is not. */
        FOR("for", "0s"),
        /** How many. */
        COUNT("count", ""),
        /** For how long it goes on; not given, it is done at once. */
        OVER("over", "0s"),
        /** The id of a zone. */
        ZONE("zone", ""),
        /** Which API calls. */
        API("api", ""),
        /** How many a second, minute, hour or day. */
        RATE("rate", ""),
        /** As {@link #RATE}; not given, all at once. */
        THROTTLE("rate", "0/s"),
        /** How many of them work out. */
        SUCCESS_SHARE("successShare", ""),
        /** How far each is from the mean at most, as a share of it; not given, none is. */
        SPREAD("spread", "0"),
        /** The path of a live lever. */
        LEVER("lever", ""),
        /** A value of the lever that is named beside it. */
        VALUE("value", "");

        private final String text;
        private final String absent;

        Key(String text, String absent) {
            this.text = text;
            this.absent = absent;
        }

        /** As files write it; empty for targets, which have {@link NodeTargetCodec#KEYS}. */
        String text() {
            return text;
        }

        /** Whether it has to be given. */
        boolean isRequired() {
            return absent.isEmpty() && this != TARGET_OR_ALL;
        }
    }

    static Optional<InterventionFormat> find(String name) {
        return ALL.stream().filter(action -> action.name.equals(name)).findFirst();
    }

    /** The action that writes this kind of intervention. */
    static InterventionFormat of(Intervention intervention) {
        return ALL.stream()
                .filter(action -> action.type.isInstance(intervention))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no way to write " + intervention));
    }

    static List<String> names() {
        return ALL.stream().map(InterventionFormat::name).toList();
    }

    /** The type of the values of a key. */
    Class<?> typeOf(Key key) {
        return type.getRecordComponents()[keys.indexOf(key)].getType();
    }

    /** What it means that a key is not given; empty if it has to be given, or is a target. */
    Optional<Object> absent(Key key) {
        if (key.absent.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ScalarType.of(typeOf(key)).parse().parse(key.absent));
        } catch (ValueException e) {
            throw new AssertionError("not given, " + key + " means nothing", e);
        }
    }

    /** The intervention of these values, one for each key. */
    Intervention make(List<Object> values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Intervention> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(name + " cannot have " + values + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record always has its canonical constructor", e);
        }
    }

    /** The value of a key of an intervention of this kind. */
    Object valueOf(Key key, Intervention intervention) {
        try {
            return type.getRecordComponents()[keys.indexOf(key)].getAccessor().invoke(intervention);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record always has its accessors", e);
        }
    }
}
