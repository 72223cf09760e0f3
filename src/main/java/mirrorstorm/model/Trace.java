package mirrorstorm.model;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.TraceHash;

/** Every change of a run's state in order: hashed, and passed on to whoever listens. */
final class Trace {

    private final FutureEventList events;
    private final TraceHash hash = new TraceHash();
    private final List<StateChangeListener> listeners = new ArrayList<>();
    private long changeCount;

    Trace(FutureEventList events) {
        this.events = events;
    }

    void listen(StateChangeListener listener) {
        listeners.add(listener);
    }

    void record(StateChange change, int subject, int detail) {
        assert subject >= 0 : subject;
        assert detail >= 0 : detail;
        hash.add(events.clockNanos());
        hash.add((long) change.ordinal() << 60 ^ (long) subject << 28 ^ detail);
        changeCount++;
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).onChange(events.clockNanos(), change, subject, detail);
        }
    }

    long changeCount() {
        return changeCount;
    }

    String hashHex() {
        return hash.hex();
    }

    /** The history, without the listeners. */
    void columns(Columns columns, Trace other) {
        columns.part(hash, other.hash);
        changeCount = columns.value(changeCount, other.changeCount);
    }
}
