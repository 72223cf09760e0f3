package mirrorstorm.run;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.Change;
import mirrorstorm.model.ChangeListener;
import mirrorstorm.model.NodeState;

/**
 * The happenings of a run, in order. Replaying a stretch that is already in the log adds nothing; memory is bounded:
 * beyond {@link #ENTRIES_MAX} only the count goes on.
 */
final class Log implements ChangeListener {

    /** More than this no one reads; a collapse of 10,000 nodes still fits. */
    static final int ENTRIES_MAX = 50_000;

    private final List<Happening> entries = new ArrayList<>();
    private long recordedUntilNanos = -1;

    @Override
    public void onChange(long timeNanos, Change change, int subject, int detail) {
        boolean isWorthIt =
                switch (change) {
                    case NODE_STATE -> detail != NodeState.UP.ordinal();
                    case NODE_JOINED, INTERVENTION -> true;
                    case NODE_QUARANTINE, VOLUME_STATE, SPACE_CLAIMED, COPY_STARTED, COPY_FINISHED, ELECTION_PENDING -> false;
                };
        if (isWorthIt && timeNanos > recordedUntilNanos && entries.size() < ENTRIES_MAX) {
            entries.add(new Happening(timeNanos, change, subject, detail));
        }
    }

    /** Everything up to {@code timeNanos} has been told. */
    void recordedUntil(long timeNanos) {
        recordedUntilNanos = Math.max(recordedUntilNanos, timeNanos);
    }

    /** Forgets everything later than {@code timeNanos}, at which the run takes another course. */
    void truncateAfter(long timeNanos) {
        entries.removeIf(entry -> entry.timeNanos() > timeNanos);
        recordedUntilNanos = Math.min(recordedUntilNanos, timeNanos - 1);
    }

    /** What happened so far; a copy. */
    List<Happening> entries() {
        return List.copyOf(entries);
    }
}
