package mirrorstorm.run;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.story.Story;
import mirrorstorm.scenario.Scenario;

/**
 * A run that can be taken anywhere in its time, changed live, and have its changes taken back: checkpoints and
 * replay. Not thread-safe.
 *
 * <p>Where the run stands is always what a straight run of scenario, seed and interventions would have reached. A
 * live intervention made in the past of the run starts a branch: what was seen before stays as another branch, which
 * can be switched to. Every change of interventions and branches can be undone.
 */
public final class Timeline {

    /** Most events between two looks at whether a checkpoint is due. */
    private static final long STRIDE_EVENTS = 500;

    private final Run run;
    private final Inspector inspector;
    private final Checkpoints checkpoints;
    private final Courses courses;
    private final SceneReader scenes;
    private long reachedNanos;

    /**
     * A run at time 0.
     *
     * @param sampleNanos spacing of the series, nanoseconds, &gt; 0
     * @throws IllegalArgumentException if the capacity does not hold the volumes
     */
    public Timeline(Scenario scenario, EngineKind engine, long sampleNanos) {
        this(new Run(scenario, 0, engine, sampleNanos));
    }

    private Timeline(Run run) {
        this(run, Checkpoints.spacingFor(run));
    }

    /**
     * A run at time 0, one of several that are kept at once.
     *
     * @param sampleNanos spacing of the series, nanoseconds, &gt; 0
     * @param runs        how many share the memory that one alone would take for its checkpoints, &gt;= 1
     * @throws IllegalArgumentException if the capacity does not hold the volumes
     */
    public static Timeline among(Scenario scenario, EngineKind engine, long sampleNanos, int runs) {
        Run run = new Run(scenario, 0, engine, sampleNanos);
        return new Timeline(run, new Checkpoints(run, Checkpoints.spacingFor(run), Checkpoints.affordable(runs)));
    }

    private Timeline(Run run, Checkpoints checkpoints) {
        this.run = run;
        this.checkpoints = checkpoints;
        courses = new Courses(run.scenario());
        scenes = new SceneReader(run);
        inspector = new Inspector(run.simulation());
    }

    Timeline(Run run, long spacingWork) {
        this.run = run;
        courses = new Courses(run.scenario());
        scenes = new SceneReader(run);
        inspector = new Inspector(run.simulation());
        checkpoints = new Checkpoints(run, spacingWork);
    }

    /** The scenario as it was at the start, without the live interventions. */
    public Scenario scenario() {
        return run.scenario();
    }

    /**
     * The scenario with every live intervention in its timeline, and the other branches: opening it replays this run
     * exactly.
     */
    public Scenario recorded() {
        Branch present = courses.present();
        return scenario().withTimeline(present.plan()).withBranches(present.name(), courses.others());
    }

    /** What was done live on the present branch, in order of time. */
    public List<TimedIntervention> live() {
        return courses.present().live();
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

    /** What the run tells of itself on the present course, up to where it stands. */
    public Story story() {
        return run.story();
    }

    /** The scripted and the live interventions, in order of time. */
    public List<TimedIntervention> plan() {
        return run.simulation().plan();
    }

    /** Everything there is to say about the run as it stands. */
    public RunResult result(double wallSeconds) {
        return run.result(wallSeconds);
    }

    /**
     * The first moment after {@code afterNanos} that is a goal, as far as the run was taken up to {@code upToNanos}
     * on its present course; what is planned is known beforehand. Empty if there is none, or none is known yet.
     */
    public OptionalLong first(Goal goal, long afterNanos, long upToNanos) {
        return new Lookout(run).first(goal, afterNanos, Math.min(upToNanos, reachedNanos));
    }

    /** What whoever shows the run has to know of it now. */
    public Scene scene() {
        return scenes.read(live(), reachedNanos);
    }

    // Moving in time

    /**
     * Lets everything happen that is due up to and including {@code timeNanos}, or the horizon if that is earlier.
     *
     * @throws IllegalArgumentException if that is in the past; see {@link #seek}
     */
    public void advanceTo(long timeNanos) {
        long end = Math.min(timeNanos, horizonNanos());
        while (!run.advanceTo(end, Math.min(STRIDE_EVENTS, checkpoints.spacingWork()))) {
            checkpoints.keepIfDue();
        }
        reachedNanos = Math.max(reachedNanos, clockNanos());
    }

    /** Advances to the next change of state, or to the horizon. */
    public void step() {
        run.step();
        checkpoints.keepIfDue();
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
        boolean isThere = false;
        while (!isThere && run.simulation().eventCount() < enough) {
            long left = enough - run.simulation().eventCount();
            isThere = run.advanceTo(target, Math.min(Math.min(STRIDE_EVENTS, checkpoints.spacingWork()), left));
            checkpoints.keepIfDue();
        }
        reachedNanos = Math.max(reachedNanos, clockNanos());
        return isThere;
    }

    /** Goes back, or by checkpoints forward, to a time from which {@code timeNanos} lies ahead; returns that time. */
    private long standBefore(long timeNanos) {
        long target = Math.max(0, Math.min(timeNanos, horizonNanos()));
        int from = checkpoints.indexBefore(target);
        if (target < clockNanos() || checkpoints.nanos(from) > clockNanos()) {
            restore(from);
        }
        return target;
    }

    /** Goes back to the last change of state before now, or to the start. */
    public void stepBack() {
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

    /** What is to be seen now. */
    public Snapshot snapshot() {
        return Snapshot.of(run.simulation(), run.series(), horizonNanos(), reachedNanos);
    }

    /** Where the run stands, to go on from on other threads. */
    public Present present() {
        return run.present();
    }

    /** What is known of one thing beyond the snapshot, where the run stands; nothing if it is not there (yet). */
    public Inspection inspect(Inspection.Subject subject) {
        return inspector.inspect(subject);
    }

    // Changing the run

    /** Does something now. If the run was further already, that future stays, as another branch. Can be undone. */
    public void intervene(Intervention intervention) {
        courses.beginChange();
        branchIfInThePast();
        append(intervention);
    }

    /**
     * Goes on with the last intervention, as a slider that is still being dragged: both are undone together. Where
     * the run stands still meanwhile, only the lever's last value is kept.
     */
    public void interveneFurther(Intervention intervention) {
        branchIfInThePast();
        List<TimedIntervention> kept = new ArrayList<>(live());
        int old = commonLength(live(), courses.liveBefore());
        kept.subList(old, kept.size()).removeIf(earlier -> isReplacedNow(earlier, intervention));
        if (kept.size() < live().size()) {
            List<TimedIntervention> before = courses.present().plan();
            amendLive(kept);
            takeCourseFrom(before);
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
            List<TimedIntervention> before = leave();
            courses.undo();
            takeCourseFrom(before);
        }
    }

    /** Makes the last change that was taken back again. */
    public void redo() {
        if (canRedo()) {
            List<TimedIntervention> before = leave();
            courses.redo();
            takeCourseFrom(before);
        }
    }

    /** Whether there is a change to take back. */
    public boolean canUndo() {
        return courses.undoCount() > 0;
    }

    /** How many changes can be taken back, one after the other. */
    public int undoCount() {
        return courses.undoCount();
    }

    /** Whether there is a change to make again. */
    public boolean canRedo() {
        return courses.canRedo();
    }

    private void append(Intervention intervention) {
        long now = clockNanos();
        List<TimedIntervention> changed = new ArrayList<>();
        for (TimedIntervention earlier : live()) {
            if (earlier.timeNanos() <= now) {
                changed.add(earlier);
            }
        }
        changed.add(new TimedIntervention(now, intervention));
        amendLive(changed);
        forgetAfter(now);
        run.setPlan(courses.present().plan());
        inspector.branch();
        run.advanceTo(now);
        reachedNanos = now;
    }

    private void amendLive(List<TimedIntervention> live) {
        Courses.State state = courses.state();
        courses.amend(state.with(state.present(), courses.present().withLive(live)));
    }

    /** The plan of the present course, of which what was measured is put away. */
    private List<TimedIntervention> leave() {
        List<TimedIntervention> plan = courses.present().plan();
        courses.keep(plan, run.course(reachedNanos));
        return plan;
    }

    /** Stands where it stood, but on the course that is the present one now. */
    private void takeCourseFrom(List<TimedIntervention> before) {
        long now = clockNanos();
        List<TimedIntervention> plan = courses.present().plan();
        long parted = partingNanos(before, plan);
        if (parted == Long.MAX_VALUE) {
            return;
        }
        forgetAfter(Math.max(0, Math.min(now, parted - 1)));
        if (parted <= now) {
            restore(checkpoints.count() - 1);
        }
        run.setPlan(plan);
        inspector.branch();
        reachedNanos = clockNanos();
        courses.measured(plan)
                .filter(course -> course.reachedNanos() > reachedNanos)
                .ifPresent(course -> {
                    run.putBack(course);
                    reachedNanos = course.reachedNanos();
                });
        advanceTo(now);
    }

    /** When two plans first differ, nanoseconds since the start; {@code Long.MAX_VALUE} if they do not. */
    static long partingNanos(List<TimedIntervention> one, List<TimedIntervention> other) {
        int same = commonLength(one, other);
        return Math.min(
                same < one.size() ? one.get(same).timeNanos() : Long.MAX_VALUE,
                same < other.size() ? other.get(same).timeNanos() : Long.MAX_VALUE);
    }

    private static int commonLength(List<TimedIntervention> one, List<TimedIntervention> other) {
        int same = 0;
        while (same < one.size() && same < other.size() && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    // Branches

    private void branchIfInThePast() {
        boolean leavesAFuture =
                reachedNanos > clockNanos() || live().stream().anyMatch(later -> later.timeNanos() > clockNanos());
        if (leavesAFuture) {
            leave();
            courses.amend(courses.state().branched());
        }
    }

    /** All branches in order of their beginning; there is always one. */
    public List<Branch> branches() {
        return courses.state().branches();
    }

    /** Which of {@link #branches} the run is on. */
    public int presentBranch() {
        return courses.state().present();
    }

    /**
     * Goes to another branch, at the same moment. Can be undone.
     *
     * @param index in {@link #branches}
     */
    public void switchTo(int index) {
        if (index != presentBranch()) {
            courses.beginChange();
            List<TimedIntervention> before = leave();
            courses.amend(courses.state().switchedTo(index));
            takeCourseFrom(before);
        }
    }

    /** Calls a branch something; an empty name takes its name away. Can be undone. */
    public void rename(int index, String name) {
        courses.beginChange();
        courses.amend(courses.state().with(index, branches().get(index).withName(name)));
    }

    /**
     * Drops a branch. Can be undone.
     *
     * @throws IllegalArgumentException if the run is on it
     */
    public void delete(int index) {
        if (index == presentBranch()) {
            throw new IllegalArgumentException("the run is on branch " + index);
        }
        courses.beginChange();
        courses.amend(courses.state().without(index));
    }

    /** The other branches that were followed, as far as they were. */
    public List<Ghost> ghosts() {
        List<Ghost> ghosts = new ArrayList<>();
        List<TimedIntervention> plan = courses.present().plan();
        for (int i = 0; i < branches().size(); i++) {
            int index = i;
            List<TimedIntervention> other = branches().get(i).plan();
            if (index != presentBranch()) {
                courses.measured(other)
                        .ifPresent(course -> ghosts.add(new Ghost(index, partingNanos(plan, other), course)));
            }
        }
        return ghosts;
    }

    /** Takes over what {@link Course#run} has found out about a branch of this timeline. */
    public void remember(Branch branch, Course course) {
        if (course.series().spacingNanos() != run.series().spacingNanos()) {
            throw new IllegalArgumentException(
                    "another spacing: " + course.series().spacingNanos());
        }
        courses.keep(branch.plan(), course);
    }

    // Checkpoints

    private void restore(int checkpoint) {
        checkpoints.restore(checkpoint);
        run.replan(courses.present().plan());
    }

    private void forgetAfter(long timeNanos) {
        scenes.forgetFrom(timeNanos);
        checkpoints.forgetAfter(timeNanos);
    }
}
