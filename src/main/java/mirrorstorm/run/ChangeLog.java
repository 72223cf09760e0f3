package mirrorstorm.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.StateChangeListener;

/**
 * Every change of a run, compact, so that the history of any node or volume can be looked up. A change's position is
 * its number in the run, so replaying a stretch adds nothing, and what lies beyond where the run stands is still there
 * when it gets there again.
 */
final class ChangeLog implements StateChangeListener {

    /** About 25 MB; a run of four days on 2,000 nodes has a third of it. What comes later is not kept. */
    static final int CHANGES_MAX = 1_500_000;

    /** The newest entries of a history that are told. */
    static final int HISTORY_MAX = 60;

    private static final StateChange[] CHANGES = StateChange.values();
    private static final int INITIAL_CAPACITY = 4_096;

    private final LongSupplier changeCount;
    private final long firstCount;
    private long[] timeNanos = new long[INITIAL_CAPACITY];
    private byte[] change = new byte[INITIAL_CAPACITY];
    private int[] subject = new int[INITIAL_CAPACITY];
    private int[] detail = new int[INITIAL_CAPACITY];
    private int size;

    /** @param changeCount how many changes the run has made up to where it stands */
    ChangeLog(LongSupplier changeCount) {
        this.changeCount = changeCount;
        firstCount = changeCount.getAsLong();
    }

    /** Changes up to where the run stands. */
    private long position() {
        return changeCount.getAsLong() - firstCount;
    }

    @Override
    public void onChange(long time, StateChange what, int about, int more) {
        if (position() != size + 1L || size >= CHANGES_MAX) {
            return;
        }
        if (size == change.length) {
            int length = Math.min(2 * size, CHANGES_MAX);
            timeNanos = Arrays.copyOf(timeNanos, length);
            change = Arrays.copyOf(change, length);
            subject = Arrays.copyOf(subject, length);
            detail = Arrays.copyOf(detail, length);
        }
        timeNanos[size] = time;
        change[size] = (byte) what.ordinal();
        subject[size] = about;
        detail[size] = more;
        size++;
    }

    /** The run takes another branch from where it stands: forgets all that came later. */
    void branch() {
        size = (int) Math.min(size, position());
    }

    /** What happened to a volume up to where the run stands, the newest entries. */
    List<LogEntry> ofVolume(int volume) {
        return of(volume, false);
    }

    /** What happened to a node up to where the run stands, the newest entries. */
    List<LogEntry> ofNode(int node) {
        return of(node, true);
    }

    private List<LogEntry> of(int wanted, boolean isNode) {
        List<LogEntry> found = new ArrayList<>();
        int end = (int) Math.min(size, position());
        for (int i = end - 1; i >= 0 && found.size() < HISTORY_MAX; i--) {
            if (subject[i] == wanted && isAbout(CHANGES[change[i]], isNode)) {
                found.add(0, new LogEntry(timeNanos[i], CHANGES[change[i]], wanted, detail[i]));
            }
        }
        return found;
    }

    private static boolean isAbout(StateChange what, boolean node) {
        return switch (what) {
            case NODE_STATE, NODE_QUARANTINE, NODE_JOINED -> node;
            case VOLUME_STATE, SPACE_CLAIMED, COPY_STARTED, COPY_FINISHED, ELECTION_PENDING -> !node;
            case INTERVENTION -> false;
        };
    }
}
