package mirrorstorm.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Scenario;

/**
 * A run that can be taken anywhere in its time, changed live, and have its changes taken back: checkpoints and
 * replay. Not thread-safe.
 *
 * <p>Where the run stands is always what a straight run of scenario, seed and interventions would have reached. A
 * live intervention made in the past of the run drops the live ones after it; {@link #undo} brings them back.
 */
public final class Timeline {

    /** Most checkpoints kept, if memory allows; beyond this every other one is dropped and the spacing doubles. */
    static final int CHECKPOINTS_MAX = 64;

    /** Fewest checkpoints kept, whatever they take. */
    static final int CHECKPOINTS_MIN = 4;

    /** Memory that the checkpoints may take together, bytes. */
    static final long CHECKPOINT_BYTES_MAX = 192L << 20;

    /** Events from one checkpoint to the next, at first: about as long to replay as a frame takes to draw. */
    static final long SPACING_EVENTS = 2_000;

    /** Most changes that can be undone. */
    static final int UNDO_MAX = 1_000;

    private final Run run;
    private final List<Run.Checkpoint> checkpoints = new ArrayList<>();
    private final List<Run.Checkpoint> spare = new ArrayList<>();
    private final int checkpointsMax;
    private long spacingEvents;
    private List<TimedIntervention> live = List.of();
    private final Deque<List<TimedIntervention>> undone = new ArrayDeque<>();
    private final Deque<List<TimedIntervention>> past = new ArrayDeque<>();
    private long reachedNanos;

    /**
     * A run at time 0.
     *
     * @param sampleNanos spacing of the series, nanoseconds, &gt; 0
     * @throws IllegalArgumentException if the capacity does not hold the volumes
     */
    public Timeline(Scenario scenario, EngineKind engine, long sampleNanos) {
        this(scenario, engine, sampleNanos, SPACING_EVENTS);
    }

    Timeline(Scenario scenario, EngineKind engine, long sampleNanos, long spacingEvents) {
        this.spacingEvents = spacingEvents;
        run = new Run(scenario, 0, engine, sampleNanos);
        long affordable = CHECKPOINT_BYTES_MAX / run.simulation().checkpointBytes();
        checkpointsMax = (int) Math.max(CHECKPOINTS_MIN, Math.min(CHECKPOINTS_MAX, affordable));
        keepCheckpoint();
    }

    /** The scenario as it was at the start, without the live interventions. */
    public Scenario scenario() {
        return run.scenario();
    }

    /** The scenario with every live intervention in its timeline: opening it replays this run exactly. */
    public Scenario recorded() {
        return scenario().withTimeline(merged(live));
    }

    /** What was done live, in order of time. */
    public List<TimedIntervention> live() {
        return live;
    }

    /** Where the run stands, nanoseconds since its start. */
    public long clockNanos() {
        return run.simulation().clockNanos();
    }

    /** When the run ends, nanoseconds since its start. */
    public long horizonNanos() {
        return run.horizonNanos();
    }

    /** The furthest that the run has been taken on its present course, nanoseconds since its start. */
    public long reachedNanos() {
        return reachedNanos;
    }

    /** What was measured on the present course, up to {@link #reachedNanos}. A copy. */
    public Series series() {
        return run.series().copy();
    }

    /** What happened on the present course, up to {@link #reachedNanos}. */
    public List<Happening> happenings() {
        return run.log().entries();
    }

    /** The scripted and the live interventions, in order of time. */
    public List<TimedIntervention> plan() {
        return run.simulation().plan();
    }

    /** Everything there is to say about the run as it stands. */
    public RunResult result(double wallSeconds) {
        return run.result(wallSeconds);
    }

    // Moving in time

    /**
     * Lets everything happen that is due up to and including {@code timeNanos}, or the horizon if that is earlier.
     *
     * @throws IllegalArgumentException if that is in the past; see {@link #seek}
     */
    public void advanceTo(long timeNanos) {
        long end = Math.min(timeNanos, horizonNanos());
        while (run.simulation().nextNanos() <= end) {
            run.advanceTo(run.simulation().nextNanos());
            keepCheckpointIfDue();
        }
        run.advanceTo(end);
        reachedNanos = Math.max(reachedNanos, clockNanos());
    }

    /** Advances to the next change of state, or to the horizon. */
    public void step() {
        run.step();
        keepCheckpointIfDue();
        reachedNanos = Math.max(reachedNanos, clockNanos());
    }

    /** Takes the run to any time of its past or future. */
    public void seek(long timeNanos) {
        advanceTo(standBefore(timeNanos));
    }

    /**
     * As {@link #seek}, but stops early after about {@code eventsMax} events, so that whoever waits can be served
     * before it is called again.
     *
     * @return whether the run stands at {@code timeNanos}, or at the nearest time that it has
     */
    public boolean seekBriefly(long timeNanos, int eventsMax) {
        long target = standBefore(timeNanos);
        long enough = run.simulation().eventCount() + eventsMax;
        while (run.simulation().nextNanos() <= target && run.simulation().eventCount() < enough) {
            run.advanceTo(run.simulation().nextNanos());
            keepCheckpointIfDue();
        }
        boolean isThere = run.simulation().nextNanos() > target;
        if (isThere) {
            run.advanceTo(target);
        }
        reachedNanos = Math.max(reachedNanos, clockNanos());
        return isThere;
    }

    /** Goes back, or by checkpoints forward, to a time from which {@code timeNanos} lies ahead; returns that time. */
    private long standBefore(long timeNanos) {
        long target = Math.max(0, Math.min(timeNanos, horizonNanos()));
        Run.Checkpoint from = checkpointBefore(target);
        if (target < clockNanos() || from.clockNanos() > clockNanos()) {
            restore(from);
        }
        return target;
    }

    /** Goes back to the last change of state before now, or to the start. */
    public void stepBack() {
        long now = clockNanos();
        long previous = 0;
        for (int i = checkpoints.size() - 1; i >= 0 && previous == 0; i--) {
            if (checkpoints.get(i).clockNanos() < now) {
                restore(checkpoints.get(i));
                run.stepUntil(now);
                while (clockNanos() < now) {
                    previous = clockNanos();
                    run.stepUntil(now);
                }
            }
        }
        seek(previous);
    }

    /** What is to be seen now. */
    public Snapshot snapshot() {
        return Snapshot.of(run.simulation(), run.series(), horizonNanos(), reachedNanos);
    }

    // Changing the run

    /** Does something now. It can be undone. */
    public void intervene(Intervention intervention) {
        past.push(live);
        if (past.size() > UNDO_MAX) {
            past.removeLast();
        }
        undone.clear();
        append(intervention);
    }

    /**
     * Goes on with the last intervention, as a slider that is still being dragged: both are undone together. Where
     * the run stands still meanwhile, only the lever's last value is kept.
     */
    public void interveneFurther(Intervention intervention) {
        List<TimedIntervention> kept = new ArrayList<>(live);
        int old = past.isEmpty() ? live.size() : commonLength(live, past.peek());
        kept.subList(old, kept.size()).removeIf(earlier -> isReplacedNow(earlier, intervention));
        if (kept.size() < live.size()) {
            replace(List.copyOf(kept));
        }
        append(intervention);
    }

    private boolean isReplacedNow(TimedIntervention earlier, Intervention by) {
        return earlier.timeNanos() == clockNanos()
                && earlier.intervention() instanceof Intervention.Set before
                && by instanceof Intervention.Set after
                && before.lever().equals(after.lever());
    }

    /** Takes back the last change; the run stands where it stood, on the course it would have taken. */
    public void undo() {
        if (canUndo()) {
            undone.push(live);
            replace(past.pop());
        }
    }

    /** Makes the last change that was taken back again. */
    public void redo() {
        if (canRedo()) {
            past.push(live);
            replace(undone.pop());
        }
    }

    /** Whether there is a change to take back. */
    public boolean canUndo() {
        return !past.isEmpty();
    }

    /** Whether there is a change to make again. */
    public boolean canRedo() {
        return !undone.isEmpty();
    }

    private void append(Intervention intervention) {
        long now = clockNanos();
        List<TimedIntervention> changed = new ArrayList<>();
        for (TimedIntervention earlier : live) {
            if (earlier.timeNanos() <= now) {
                changed.add(earlier);
            }
        }
        changed.add(new TimedIntervention(now, intervention));
        live = List.copyOf(changed);
        forgetAfter(now);
        run.setPlan(merged(live));
        run.advanceTo(now);
        reachedNanos = now;
    }

    private void replace(List<TimedIntervention> other) {
        long now = clockNanos();
        int same = commonLength(live, other);
        long parted = Math.min(
                same < live.size() ? live.get(same).timeNanos() : Long.MAX_VALUE,
                same < other.size() ? other.get(same).timeNanos() : Long.MAX_VALUE);
        live = other;
        forgetAfter(Math.max(0, Math.min(now, parted - 1)));
        if (parted <= now) {
            restore(lastCheckpoint());
        }
        run.setPlan(merged(live));
        reachedNanos = clockNanos();
        advanceTo(now);
    }

    private static int commonLength(List<TimedIntervention> one, List<TimedIntervention> other) {
        int same = 0;
        while (same < one.size() && same < other.size() && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    /** Scripted interventions come before live ones of the same moment: the live ones were made after them. */
    private List<TimedIntervention> merged(List<TimedIntervention> added) {
        List<TimedIntervention> all = new ArrayList<>(scenario().plan());
        all.addAll(added);
        all.sort(Comparator.comparingLong(TimedIntervention::timeNanos));
        return all;
    }

    // Checkpoints

    private Run.Checkpoint lastCheckpoint() {
        return checkpoints.get(checkpoints.size() - 1);
    }

    private Run.Checkpoint checkpointBefore(long timeNanos) {
        for (int i = checkpoints.size() - 1; i > 0; i--) {
            if (checkpoints.get(i).clockNanos() <= timeNanos) {
                return checkpoints.get(i);
            }
        }
        return checkpoints.get(0);
    }

    private void restore(Run.Checkpoint checkpoint) {
        run.restore(checkpoint);
        run.simulation().setPlan(merged(live));
    }

    private void forgetAfter(long timeNanos) {
        while (checkpoints.size() > 1 && lastCheckpoint().clockNanos() > timeNanos) {
            spare.add(checkpoints.remove(checkpoints.size() - 1));
        }
    }

    private void keepCheckpointIfDue() {
        boolean isFurthest = clockNanos() > lastCheckpoint().clockNanos();
        if (isFurthest && run.simulation().eventCount() - lastCheckpoint().eventCount() >= spacingEvents) {
            keepCheckpoint();
        }
    }

    private void keepCheckpoint() {
        if (checkpoints.size() >= checkpointsMax) {
            for (int i = checkpoints.size() - 1; i > 0; i -= 2) {
                spare.add(checkpoints.remove(i));
            }
            spacingEvents *= 2;
        }
        Run.Checkpoint checkpoint = spare.isEmpty() ? run.newCheckpoint() : spare.remove(spare.size() - 1);
        run.save(checkpoint);
        checkpoints.add(checkpoint);
    }
}
