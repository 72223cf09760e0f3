package mirrorstorm.run;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The moments of a run that it can go back to at once. They are spaced by work, and bounded in number and in memory:
 * when there are too many, every other one is dropped and the spacing doubles.
 *
 * <p>Of the arrays that go with the volumes only one whole copy is kept, that of the newest checkpoint. Every other
 * checkpoint has the {@link ArrayDelta} that leads to it from the next newer one; everything else about a run is small
 * and is copied each time. So going back costs a copy and the differences in between, in time as in memory.
 */
final class Checkpoints {

    /** Most checkpoints kept, if memory allows. */
    static final int COUNT_MAX = 64;

    /** Fewest checkpoints kept, whatever they take. */
    static final int COUNT_MIN = 4;

    /** Memory that the checkpoints may take together, beside the one whole copy, bytes. */
    static final long BYTES_MAX = 512L << 20;

    /** They take at most this part of the heap. */
    private static final long HEAP_SHARE = 4;

    /** Work from one checkpoint to the next, at first: about as long to replay as a frame takes to draw. */
    static final long SPACING_WORK = 2_000;

    /** Comparing all arrays takes as long as a unit of work for so many volumes: closer spacing would not pay. */
    private static final long VOLUMES_PER_WORK = 4;

    private final Run run;
    private final long bytesMax;
    /** The arrays as they were at the newest checkpoint. */
    private final Object[] newest;

    /** In order of time. */
    private final List<Kept> kept = new ArrayList<>();

    private final List<Run.Checkpoint> spare = new ArrayList<>();
    private long spacingWork;

    /** A checkpoint. {@code back} leads to its arrays from those of the next one; null for the newest. */
    private static final class Kept {

        private final Run.Checkpoint smallState;
        private final long smallBytes;
        private @Nullable ArrayDelta back;

        Kept(Run.Checkpoint smallState) {
            this.smallState = smallState;
            smallBytes = smallState.bytes();
        }

        long bytes() {
            return smallBytes + (back == null ? 0 : back.bytes());
        }
    }

    /** The first checkpoint is where the run stands. */
    Checkpoints(Run run, long spacingWork) {
        this(run, spacingWork, affordable(1));
    }

    /** Memory that each of so many runs may take for its checkpoints, bytes. */
    static long affordable(int runs) {
        return Math.min(BYTES_MAX, Runtime.getRuntime().maxMemory() / HEAP_SHARE) / runs;
    }

    Checkpoints(Run run, long spacingWork, long bytesMax) {
        this.run = run;
        this.bytesMax = bytesMax;
        this.spacingWork = spacingWork;
        newest = run.simulation().volumeArrays();
        for (int i = 0; i < newest.length; i++) {
            newest[i] = ElementType.copyOf(newest[i]);
        }
        kept.add(new Kept(saved()));
    }

    /** How closely the checkpoints of a run should be spaced at first. */
    static long spacingFor(Run run) {
        return Math.max(SPACING_WORK, run.simulation().cluster().volumeCount() / VOLUMES_PER_WORK);
    }

    /** Work from one checkpoint to the next, at present. */
    long spacingWork() {
        return spacingWork;
    }

    int count() {
        return kept.size();
    }

    /** Memory that all of them take, beside the one whole copy. */
    long bytes() {
        return kept.stream().mapToLong(Kept::bytes).sum();
    }

    /** When a checkpoint was taken, nanoseconds since the start of the run. */
    long nanos(int index) {
        return kept.get(index).smallState.clockNanos();
    }

    /** The last checkpoint that is not later than {@code timeNanos}; the first one if all are. */
    int indexBefore(long timeNanos) {
        int index = kept.size() - 1;
        while (index > 0 && nanos(index) > timeNanos) {
            index--;
        }
        return index;
    }

    /** Keeps where the run stands, if that is beyond the newest checkpoint and enough was done since. */
    void keepIfDue() {
        Run.Checkpoint last = last().smallState;
        boolean isFurthest = run.simulation().clockNanos() > last.clockNanos();
        if (isFurthest && run.simulation().work() - last.work() >= spacingWork) {
            keep();
        }
    }

    private void keep() {
        last().back = ArrayDelta.back(run.simulation().volumeArrays(), newest);
        kept.add(new Kept(saved()));
        if (kept.size() > COUNT_MAX || (kept.size() > COUNT_MIN && bytes() > bytesMax)) {
            thin();
        }
    }

    private Run.Checkpoint saved() {
        Run.Checkpoint checkpoint = spare.isEmpty() ? run.newCheckpoint() : spare.remove(spare.size() - 1);
        run.save(checkpoint);
        return checkpoint;
    }

    private void thin() {
        for (int i = kept.size() - 2; i > 0; i -= 2) {
            Kept dropped = kept.remove(i);
            Kept before = kept.get(i - 1);
            before.back = back(before).after(back(dropped));
            spare.add(dropped.smallState);
        }
        spacingWork *= 2;
    }

    /** Forgets all but the first that are later than {@code timeNanos}. */
    void forgetAfter(long timeNanos) {
        while (kept.size() > 1 && last().smallState.clockNanos() > timeNanos) {
            spare.add(kept.remove(kept.size() - 1).smallState);
            back(last()).applyTo(newest);
            last().back = null;
        }
    }

    /** Takes the run to a checkpoint. */
    void restore(int index) {
        Object[] arrays = run.simulation().volumeArrays();
        for (int i = 0; i < arrays.length; i++) {
            System.arraycopy(newest[i], 0, arrays[i], 0, Array.getLength(arrays[i]));
        }
        for (int i = kept.size() - 2; i >= index; i--) {
            back(kept.get(i)).applyTo(arrays);
        }
        run.restore(kept.get(index).smallState);
    }

    private Kept last() {
        return kept.get(kept.size() - 1);
    }

    private static ArrayDelta back(Kept checkpoint) {
        return Objects.requireNonNull(checkpoint.back, "the newest checkpoint is whole");
    }
}
