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

    private final Run run;
    private final Inspector inspector;
    private final SeekableRun seekable;
    private final BranchHistory branchHistory;
    private final SpeedCueReader scenes;

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
        branchHistory = new BranchHistory(run.scenario());
        seekable =
                new SeekableRun(run, checkpoints, () -> branchHistory.present().plan());
        scenes = new SpeedCueReader(run);
        inspector = new Inspector(run.simulation());
    }

    Timeline(Run run, long spacingWork) {
        this(run, new Checkpoints(run, spacingWork));
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
        Branch present = branchHistory.present();
        return scenario().withTimeline(present.plan()).withBranches(present.name(), branchHistory.others());
    }

    /** What was done live on the present branch, in order of time. */
    public List<TimedIntervention> live() {
        return branchHistory.present().live();
    }

    /** Where the run stands, nanoseconds since its start. */
    public long clockNanos() {
        return run.simulation().clockNanos();
    }

    /** When the run ends, nanoseconds since its start. */
    public long horizonNanos() {
        return run.horizonNanos();
    }

    /** The furthest that the run has been taken on its present branch, nanoseconds since its start. */
    public long reachedNanos() {
        return seekable.reachedNanos();
    }

    /** What was measured on the present branch, up to {@link #reachedNanos}. A copy. */
    public Series series() {
        return run.series().copy();
    }

    /** What happened on the present branch, up to {@link #reachedNanos}. */
    public List<LogEntry> logEntries() {
        return run.log().entries();
    }

    /** What the run tells of itself on the present branch, up to where it stands. */
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
     * on its present branch; what is planned is known beforehand. Empty if there is none, or none is known yet.
     */
    public OptionalLong first(Goal goal, long afterNanos, long upToNanos) {
        return new GoalFinder(run).first(goal, afterNanos, Math.min(upToNanos, reachedNanos()));
    }

    /** What whoever shows the run has to know of it now. */
    public SpeedCues scene() {
        return scenes.read(live(), reachedNanos());
    }

    // Moving in time

    /**
     * Lets everything happen that is due up to and including {@code timeNanos}, or the horizon if that is earlier.
     *
     * @throws IllegalArgumentException if that is in the past; see {@link #seek}
     */
    public void advanceTo(long timeNanos) {
        seekable.advanceTo(timeNanos);
    }

    /** Advances to the next change of state, or to the horizon. */
    public void step() {
        seekable.step();
    }

    /** Takes the run to any time of its past or future. */
    public void seek(long timeNanos) {
        seekable.seek(timeNanos);
    }

    /**
     * As {@link #seek}, but stops early after about {@code eventsMax} events, so that whoever waits can be served
     * before it is called again.
     *
     * @return whether the run stands at {@code timeNanos}, or at the nearest time that it has
     */
    public boolean seekBriefly(long timeNanos, int eventsMax) {
        return seekable.seekBriefly(timeNanos, eventsMax);
    }

    /** Goes back to the last change of state before now, or to the start. */
    public void stepBack() {
        seekable.stepBack();
    }

    /** What is to be seen now. */
    public Snapshot snapshot() {
        return Snapshot.of(run.simulation(), run.series(), horizonNanos(), reachedNanos());
    }

    /** Where the run stands, to go on from on other threads. */
    public ForkPoint present() {
        return run.present();
    }

    /** What is known of one thing beyond the snapshot, where the run stands; nothing if it is not there (yet). */
    public Inspection inspect(Inspection.Subject subject) {
        return inspector.inspect(subject);
    }

    // Changing the run

    /** Does something now. If the run was further already, that future stays, as another branch. Can be undone. */
    public void intervene(Intervention intervention) {
        branchHistory.beginChange();
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
        int old = Branch.commonLength(live(), branchHistory.liveBefore());
        kept.subList(old, kept.size()).removeIf(earlier -> isReplacedNow(earlier, intervention));
        if (kept.size() < live().size()) {
            List<TimedIntervention> before = branchHistory.present().plan();
            amendLive(kept);
            takeHistoryFrom(before);
        }
        append(intervention);
    }

    private boolean isReplacedNow(TimedIntervention earlier, Intervention by) {
        return earlier.timeNanos() == clockNanos() && by.movesSameLeverAs(earlier.intervention());
    }

    /** Takes back the last change; the run stands where it stood, on the branch it would have taken. */
    public void undo() {
        if (canUndo()) {
            List<TimedIntervention> before = leave();
            branchHistory.undo();
            takeHistoryFrom(before);
        }
    }

    /** Makes the last change that was taken back again. */
    public void redo() {
        if (canRedo()) {
            List<TimedIntervention> before = leave();
            branchHistory.redo();
            takeHistoryFrom(before);
        }
    }

    /** Whether there is a change to take back. */
    public boolean canUndo() {
        return branchHistory.undoCount() > 0;
    }

    /** How many changes can be taken back, one after the other. */
    public int undoCount() {
        return branchHistory.undoCount();
    }

    /** Whether there is a change to make again. */
    public boolean canRedo() {
        return branchHistory.canRedo();
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
        run.setPlan(branchHistory.present().plan());
        inspector.branch();
        run.advanceTo(now);
        seekable.startsHere();
    }

    private void amendLive(List<TimedIntervention> live) {
        BranchHistory.State state = branchHistory.state();
        branchHistory.amend(state.with(state.present(), branchHistory.present().withLive(live)));
    }

    /** The plan of the present branch, of which what was measured is put away. */
    private List<TimedIntervention> leave() {
        List<TimedIntervention> plan = branchHistory.present().plan();
        branchHistory.keep(plan, run.recordedRun(reachedNanos()));
        return plan;
    }

    /** Stands where it stood, but on the branch that is the present one now. */
    private void takeHistoryFrom(List<TimedIntervention> before) {
        long now = clockNanos();
        List<TimedIntervention> plan = branchHistory.present().plan();
        long parted = Branch.firstDivergenceNanos(before, plan);
        if (parted == Long.MAX_VALUE) {
            return;
        }
        forgetAfter(Math.max(0, Math.min(now, parted - 1)));
        if (parted <= now) {
            seekable.restoreNewest();
        }
        run.setPlan(plan);
        inspector.branch();
        seekable.startsHere();
        branchHistory
                .measured(plan)
                .filter(recordedRun -> recordedRun.reachedNanos() > reachedNanos())
                .ifPresent(recordedRun -> {
                    run.putBack(recordedRun);
                    seekable.hasReached(recordedRun.reachedNanos());
                });
        advanceTo(now);
    }

    // Branches

    private void branchIfInThePast() {
        boolean leavesAFuture =
                reachedNanos() > clockNanos() || live().stream().anyMatch(later -> later.timeNanos() > clockNanos());
        if (leavesAFuture) {
            leave();
            branchHistory.amend(branchHistory.state().branched());
        }
    }

    /** All branches in order of their beginning; there is always one. */
    public List<Branch> branches() {
        return branchHistory.state().branches();
    }

    /** Which of {@link #branches} the run is on. */
    public int presentBranch() {
        return branchHistory.state().present();
    }

    /**
     * Goes to another branch, at the same moment. Can be undone.
     *
     * @param index in {@link #branches}
     */
    public void switchTo(int index) {
        if (index != presentBranch()) {
            branchHistory.beginChange();
            List<TimedIntervention> before = leave();
            branchHistory.amend(branchHistory.state().switchedTo(index));
            takeHistoryFrom(before);
        }
    }

    /** Calls a branch something; an empty name takes its name away. Can be undone. */
    public void rename(int index, String name) {
        branchHistory.beginChange();
        branchHistory.amend(
                branchHistory.state().with(index, branches().get(index).withName(name)));
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
        branchHistory.beginChange();
        branchHistory.amend(branchHistory.state().without(index));
    }

    /** The other branches that were followed, as far as they were. */
    public List<Ghost> ghosts() {
        List<Ghost> ghosts = new ArrayList<>();
        List<TimedIntervention> plan = branchHistory.present().plan();
        for (int i = 0; i < branches().size(); i++) {
            int index = i;
            List<TimedIntervention> other = branches().get(i).plan();
            if (index != presentBranch()) {
                branchHistory
                        .measured(other)
                        .ifPresent(recordedRun ->
                                ghosts.add(new Ghost(index, Branch.firstDivergenceNanos(plan, other), recordedRun)));
            }
        }
        return ghosts;
    }

    /** Takes over what {@link RecordedRun#run} has found out about a branch of this timeline. */
    public void remember(Branch branch, RecordedRun recordedRun) {
        if (recordedRun.series().spacingNanos() != run.series().spacingNanos()) {
            throw new IllegalArgumentException(
                    "another spacing: " + recordedRun.series().spacingNanos());
        }
        branchHistory.keep(branch.plan(), recordedRun);
    }

    private void forgetAfter(long timeNanos) {
        scenes.forgetFrom(timeNanos);
        seekable.forgetAfter(timeNanos);
    }
}
