package mirrorstorm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.StateChangeListener;

/**
 * The entries of a run's log, in order. Replaying a stretch that is already in the log adds nothing; memory is bounded:
 * beyond {@link #ENTRIES_MAX} only the count goes on.
 */
final class Log implements StateChangeListener {

    /** More than this no one reads; a collapse of 10,000 nodes still fits. */
    static final int ENTRIES_MAX = 50_000;

    /** An entry and which of the run's changes it was, counted from 1. */
    private record Entry(long change, LogEntry entry) {}

    /** A log as it stood at one time. Immutable. */
    static final class Kept {

        private final List<Entry> entries;
        private final long toldCount;

        private Kept(List<Entry> entries, long toldCount) {
            this.entries = List.copyOf(entries);
            this.toldCount = toldCount;
        }

        List<LogEntry> logEntries() {
            return entries.stream().map(Entry::entry).toList();
        }
    }

    private final LongSupplier changeCount;
    private final List<Entry> entries = new ArrayList<>();
    private long toldCount;

    /** @param changeCount how many changes the run has made up to where it stands */
    Log(LongSupplier changeCount) {
        this.changeCount = changeCount;
    }

    @Override
    public void onChange(long timeNanos, StateChange change, int subject, int detail) {
        long count = changeCount.getAsLong();
        if (count <= toldCount) {
            return;
        }
        toldCount = count;
        boolean isWorthIt =
                switch (change) {
                    case NODE_STATE -> detail != NodeState.UP.ordinal();
                    case NODE_JOINED, INTERVENTION -> true;
                    case NODE_QUARANTINE, VOLUME_STATE, SPACE_CLAIMED, COPY_STARTED, COPY_FINISHED, ELECTION_PENDING ->
                        false;
                };
        if (isWorthIt && entries.size() < ENTRIES_MAX) {
            entries.add(new Entry(count, new LogEntry(timeNanos, change, subject, detail)));
        }
    }

    /** The run takes another branch from where it stands: forgets all that came later. */
    void branch() {
        toldCount = Math.min(toldCount, changeCount.getAsLong());
        entries.removeIf(entry -> entry.change() > toldCount);
    }

    Kept keep() {
        return new Kept(entries, toldCount);
    }

    /** The run is back on a branch of which this is known. */
    void putBack(Kept kept) {
        entries.clear();
        entries.addAll(kept.entries);
        toldCount = kept.toldCount;
    }

    /** When something of a kind first happened after {@code afterNanos}, up to {@code upToNanos}. */
    OptionalLong first(Predicate<LogEntry> kind, long afterNanos, long upToNanos) {
        OptionalLong first = OptionalLong.empty();
        for (int i = entries.size() - 1; i >= 0; i--) {
            LogEntry entry = entries.get(i).entry();
            if (entry.timeNanos() <= afterNanos) {
                return first;
            }
            if (entry.timeNanos() <= upToNanos && kind.test(entry)) {
                first = OptionalLong.of(entry.timeNanos());
            }
        }
        return first;
    }

    /** What happened so far; a copy. */
    List<LogEntry> entries() {
        return entries.stream().map(Entry::entry).toList();
    }
}
