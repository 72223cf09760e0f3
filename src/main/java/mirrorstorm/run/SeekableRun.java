package mirrorstorm.run;

import java.util.List;
import java.util.function.Supplier;
import mirrorstorm.model.TimedIntervention;

/**
 * A run on one course that can be taken to any time of it, past or future: the nearest checkpoint that is earlier is
 * restored, and the run goes on from there. Not thread-safe.
 */
final class SeekableRun {

    /** Most events between two looks at whether a checkpoint is due. */
    private static final long STRIDE_EVENTS = 500;

    private final Run run;
    private final Checkpoints checkpoints;
    private final Supplier<List<TimedIntervention>> plan;
    private long reachedNanos;

    /**
     * A run that stands where its first checkpoint is.
     *
     * @param plan what is done on the present course
     */
    SeekableRun(Run run, Checkpoints checkpoints, Supplier<List<TimedIntervention>> plan) {
        this.run = run;
        this.checkpoints = checkpoints;
        this.plan = plan;
    }

    private long clockNanos() {
        return run.simulation().clockNanos();
    }

    /** The furthest that the run has been taken on its present course, nanoseconds since its start. */
    long reachedNanos() {
        return reachedNanos;
    }

    /** The course is another from now on, and nothing is known of its future. */
    void startsHere() {
        reachedNanos = clockNanos();
    }

    /** What is to come on the present course is known up to {@code timeNanos}. */
    void hasReached(long timeNanos) {
        reachedNanos = Math.max(reachedNanos, timeNanos);
    }

    /** Lets everything happen that is due up to and including {@code timeNanos}, or the horizon if that is earlier. */
    void advanceTo(long timeNanos) {
        long end = Math.min(timeNanos, run.horizonNanos());
        while (!run.advanceTo(end, Math.min(STRIDE_EVENTS, checkpoints.spacingWork()))) {
            checkpoints.keepIfDue();
        }
        hasReached(clockNanos());
    }

    /** Advances to the next change of state, or to the horizon. */
    void step() {
        run.step();
        checkpoints.keepIfDue();
        hasReached(clockNanos());
    }

    /** Takes the run to any time of its past or future. */
    void seek(long timeNanos) {
        advanceTo(standBefore(timeNanos));
    }

    /**
     * As {@link #seek}, but stops early after about {@code eventsMax} events.
     *
     * @return whether the run stands at {@code timeNanos}, or at the nearest time that it has
     */
    boolean seekBriefly(long timeNanos, int eventsMax) {
        long target = standBefore(timeNanos);
        long enough = run.simulation().eventCount() + eventsMax;
        boolean isThere = false;
        while (!isThere && run.simulation().eventCount() < enough) {
            long left = enough - run.simulation().eventCount();
            isThere = run.advanceTo(target, Math.min(Math.min(STRIDE_EVENTS, checkpoints.spacingWork()), left));
            checkpoints.keepIfDue();
        }
        hasReached(clockNanos());
        return isThere;
    }

    /** Goes back, or by checkpoints forward, to a time from which {@code timeNanos} lies ahead; returns that time. */
    private long standBefore(long timeNanos) {
        long target = Math.max(0, Math.min(timeNanos, run.horizonNanos()));
        int from = checkpoints.indexBefore(target);
        if (target < clockNanos() || checkpoints.nanos(from) > clockNanos()) {
            restore(from);
        }
        return target;
    }

    /** Goes back to the last change of state before now, or to the start. */
    void stepBack() {
        long now = clockNanos();
        long previous = 0;
        for (int i = checkpoints.count() - 1; i >= 0 && previous == 0; i--) {
            if (checkpoints.nanos(i) < now) {
                restore(i);
                run.stepUntil(now);
                while (clockNanos() < now) {
                    previous = clockNanos();
                    run.stepUntil(now);
                }
            }
        }
        seek(previous);
    }

    // Checkpoints

    /** Forgets every checkpoint but the first that is later than {@code timeNanos}. */
    void forgetAfter(long timeNanos) {
        checkpoints.forgetAfter(timeNanos);
    }

    /** Goes to the newest checkpoint that is left. */
    void restoreNewest() {
        restore(checkpoints.count() - 1);
    }

    private void restore(int checkpoint) {
        checkpoints.restore(checkpoint);
        run.replan(plan.get());
    }
}
