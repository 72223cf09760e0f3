package mirrorstorm.model;

import java.util.List;
import java.util.function.Function;
import mirrorstorm.engine.ColumnBytes;
import mirrorstorm.engine.ColumnCopy;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.LargeColumns;
import mirrorstorm.engine.RandomStream;
import mirrorstorm.engine.RandomStreams;

/**
 * One run of a cluster, as a function of settings, seed and interventions: clock, events and the classes that handle
 * them. Not thread-safe. {@link #copyFrom} makes another instance of the same run equal to this one; that is how a
 * run is checkpointed and restored.
 *
 * <p>Looking changes nothing: how far {@link #advanceTo} goes at a time, and what is asked in between, leaves no mark
 * on the run. So the clock of the future event list stays at the last event, and what accumulates with time is added
 * up at events only.
 */
public final class Simulation {

    /** A change of a volume takes about as long as so many events of the control plane; measured. */
    private static final long WORK_PER_CHANGE = 5;

    private final Settings initial;
    private final EngineKind engine;
    private final FutureEventList events = new FutureEventList();
    private final Trace trace = new Trace(events);
    private final RandomStreams streams;
    private final Cluster cluster;
    private final Quarantine quarantine;
    private final Copying copying;
    private final Race race;
    private final Search search;
    private final Mirroring mirroring;
    private final ControlPlane controlPlane;
    private final ControlPlaneView controlPlaneView;
    private final Elections elections;
    private final ControlPlaneClock controlPlaneClock;
    private final Restoration restoration;
    private final Leaks leaks;
    private final Operator operator;
    private final InterventionPlan plan;

    private long eventCount;
    private long clockNanos;

    /**
     * A run at time 0: every volume mirrored, every node up.
     *
     * @param replication which of the equally likely runs of this seed; 0 for the first
     * @param plan        what will be done, in order of time
     * @throws IllegalArgumentException if the capacity does not hold the volumes, or the plan is out of order
     */
    public Simulation(Settings settings, long seed, int replication, EngineKind engine, List<TimedIntervention> plan) {
        this(
                settings,
                engine,
                plan,
                new RandomStreams(seed, replication),
                stream -> new Instances(settings, stream),
                settings.cluster().volumes());
        new Placement(cluster, streams.of("placement")).placeAll();
        controlPlane.start();
    }

    private Simulation(
            Settings settings,
            EngineKind engine,
            List<TimedIntervention> plan,
            RandomStreams streams,
            Function<RandomStream, Instances> newInstances,
            int volumesHeld) {
        this.streams = streams;
        this.initial = settings;
        this.engine = engine;
        this.plan = new InterventionPlan(plan);
        Instances instances = newInstances.apply(streams.of("instances"));
        cluster = new Cluster(settings, events, trace, instances, volumesHeld);
        quarantine = new Quarantine(cluster);
        copying = new Copying(cluster);
        race = new Race(cluster, streams.of("race"));
        RoundsSearch rounds = new RoundsSearch(cluster, race, streams.of("rounds"), streams.of("backoff"));
        search = switch (engine) {
            case ROUNDS -> rounds;
            case RATES -> new RatesSearch(cluster, rounds, streams.of("rates"));
        };
        FutureEventList requests = new FutureEventList();
        controlPlane = new ControlPlane(cluster, requests, streams);
        controlPlaneView = new ControlPlaneView(controlPlane, this::clockNanos);
        elections = new Elections(cluster, requests, controlPlane, streams.of("elections"));
        controlPlaneClock = new ControlPlaneClock(requests, controlPlane, elections);
        leaks = new Leaks(cluster, streams.of("leaks"));
        mirroring = new Mirroring(cluster, copying, quarantine, search, elections, leaks);
        restoration = new Restoration(cluster, mirroring, copying, streams.of("restoration"));
        RandomStream choices = streams.of("operator");
        operator = new Operator(
                cluster, mirroring, copying, quarantine, search, controlPlane, elections, restoration, leaks, choices);
    }

    /** Passes every change from now on to {@code listener}, which must not touch this simulation. */
    public void listen(StateChangeListener listener) {
        trace.listen(listener);
    }

    /** Passes the outcome of every API call from now on to {@code listener}; calm stretches have none. */
    public void listenToCalls(CallListener listener) {
        controlPlane.listen(listener);
    }

    // The clock

    /** How far the run has been taken, nanoseconds since its start. */
    public long clockNanos() {
        return clockNanos;
    }

    /** When the next thing happens, nanoseconds since the start, or {@code Long.MAX_VALUE} if nothing ever will. */
    public long nextNanos() {
        return Math.min(nextOfClusterNanos(), controlPlaneClock.nextNanos());
    }

    /** As {@link #nextNanos}, without what goes on in the control plane alone. */
    public long nextOfClusterNanos() {
        return Math.min(Math.min(events.nextNanos(), search.nextNanos()), plan.nextNanos());
    }

    /**
     * Lets everything happen that is due up to and including {@code timeNanos}.
     *
     * @throws IllegalArgumentException if that is in the past
     */
    public void advanceTo(long timeNanos) {
        advanceTo(timeNanos, Long.MAX_VALUE / 2);
    }

    /**
     * As {@link #advanceTo(long)}, but stops early at the end of the moment in which so many events are over.
     *
     * @return whether the clock stands at {@code timeNanos}; if not, at the last event
     * @throws IllegalArgumentException if that is in the past
     */
    public boolean advanceTo(long timeNanos, long eventsMax) {
        if (timeNanos < clockNanos) {
            throw new IllegalArgumentException("cannot go back from " + clockNanos + " to " + timeNanos);
        }
        boolean isThere = happenUntil(timeNanos, eventCount() + eventsMax);
        if (!isThere) {
            // never between two things that happen at once: what is seen is always the end of a moment
            happenUntil(Math.min(timeNanos, Math.max(clockNanos, controlPlaneClock.clockNanos())), Long.MAX_VALUE);
            isThere = nextNanos() > timeNanos;
        }
        clockNanos = isThere ? timeNanos : Math.max(clockNanos, controlPlaneClock.clockNanos());
        return isThere;
    }

    /**
     * Lets everything happen up to and including {@code timeNanos}, until there were {@code enough} events in all.
     *
     * @return whether nothing is left to happen; if there were enough events, there may be none left all the same
     */
    private boolean happenUntil(long timeNanos, long enough) {
        long next = nextOfClusterNanos();
        while (eventCount() < enough) {
            controlPlaneClock.catchUp(Math.min(next, timeNanos), enough - eventCount());
            boolean isEnough = eventCount() >= enough;
            if (isEnough || next > timeNanos) {
                return !isEnough;
            }
            happen(next);
            next = nextOfClusterNanos();
        }
        return false;
    }

    /** Lets the next thing happen and takes the clock there. Does nothing if nothing ever will. */
    public void step() {
        long next = nextOfClusterNanos();
        long nextRequest = controlPlaneClock.nextNanos();
        if (nextRequest <= next && nextRequest != FutureEventList.NEVER) {
            clockNanos = controlPlaneClock.next();
        } else if (next != FutureEventList.NEVER) {
            happen(next);
        }
    }

    /** What is due in the cluster at this moment, and first of all, happens; the control plane has caught up. */
    private void happen(long timeNanos) {
        assert timeNanos >= clockNanos : timeNanos;
        boolean isEvent = events.nextNanos() == timeNanos;
        boolean isSearch = !isEvent && search.nextNanos() == timeNanos;
        search.settle(timeNanos);
        controlPlaneClock.advanceTo(timeNanos);
        eventCount++;
        if (isEvent) {
            handle(events.next());
        } else {
            events.advanceTo(timeNanos);
            if (isSearch) {
                search.fire(mirroring);
            } else {
                applyNextIntervention();
            }
        }
        controlPlane.review();
        clockNanos = timeNanos;
    }

    private void handle(int event) {
        int subject = EventKind.subjectOf(event);
        switch (EventKind.of(event)) {
            case ROUND_END -> search.roundEnded(subject, mirroring);
            case BACKOFF_END -> search.backoffEnded(subject);
            case GRACE_END -> mirroring.graceEnded(subject);
            case COPY_END -> mirroring.copyEnded(subject);
            case NODE_JOIN -> cluster.joinNode();
            case MEMORY_GONE -> mirroring.memoryGone(subject);
            case UNDO -> operator.undo(subject);
            case RESTORE_NEXT -> restoration.restoreNext(subject);
            case RESTORE_END -> mirroring.restoreEnded(subject);
            default -> throw new AssertionError("of the control plane: " + EventKind.of(event));
        }
    }

    // Interventions

    /** What has been and will be done, in order of time. */
    public List<TimedIntervention> plan() {
        return plan.all();
    }

    /** How many interventions of the plan have been carried out. */
    public int interventionCount() {
        return plan.doneCount();
    }

    /**
     * Replaces what will be done from now on; what was done must stay as it was.
     *
     * @throws IllegalArgumentException if the new plan differs in what was already done, or adds to the past
     */
    public void setPlan(List<TimedIntervention> newPlan) {
        plan.replace(newPlan, clockNanos);
    }

    private void applyNextIntervention() {
        int index = plan.next();
        trace.record(StateChange.INTERVENTION, index, 0);
        plan.all().get(index).intervention().applyTo(operator);
    }

    // Questions

    /** The cluster, to look at. */
    public Cluster cluster() {
        return cluster;
    }

    /** The control plane, to look at. */
    public ControlPlaneView controlPlane() {
        return controlPlaneView;
    }

    /** How failing rounds are simulated. */
    public EngineKind engine() {
        return engine;
    }

    /** Events that have happened so far: what was scheduled, what a rate brought about, and interventions. */
    public long eventCount() {
        return eventCount + controlPlaneClock.eventCount();
    }

    /** A measure of what the run has cost so far: events, and the changes of state that they brought about. */
    public long work() {
        return eventCount() + WORK_PER_CHANGE * trace.changeCount();
    }

    /** Changes of state so far: the length of the trace. */
    public long changeCount() {
        return trace.changeCount();
    }

    /** Events that are pending now. */
    public int pendingCount() {
        return events.size() + controlPlaneClock.pendingCount();
    }

    /** Nodes asked for space up to now; under the rates engine an expectation. */
    public double probes() {
        return search.probesUntil(clockNanos);
    }

    /** Rounds that failed in the volume's present search; under the rates engine an expectation. */
    public double failedRounds(int volume) {
        assert volume >= 0 && volume < cluster.volumeCount() : volume;
        return search.failuresUntil(volume, clockNanos);
    }

    /** Volumes with a round in progress. */
    public int roundCount() {
        return search.roundCount();
    }

    /** Copies that ended well so far, resynchronisations included. */
    public long finishedCopyCount() {
        return copying.finishedCount();
    }

    /** Copies that run now. */
    public int streamCount() {
        return copying.streamCount();
    }

    /** Whether the operator has stopped all searches. */
    public boolean searchesStopped() {
        return mirroring.searchesStopped();
    }

    /** Share of its spare memory that the node has lost to a leak since it last started, [0, 1]. */
    public double leakedShare(int node) {
        assert cluster.nodes.has(node) : node;
        return leaks.lostUntil(node, clockNanos);
    }

    /** Whether the node leaks memory, or will when it is up again. */
    public boolean isLeaking(int node) {
        assert cluster.nodes.has(node) : node;
        return leaks.isLeaking(node);
    }

    /** A hash of every change of state in order, equal on every machine for an equal run. */
    public String traceHash() {
        return trace.hashHex();
    }

    // Checkpoints

    /** A run of the same beginning at time 0, whose memory can take a copy of this one. */
    public Simulation blank() {
        return blank(cluster.volumeCount());
    }

    /** As {@link #blank}, but with no memory for {@link #volumeArrays}: for {@link #copySmallStateFrom} alone. */
    public Simulation emptyCopy() {
        return blank(0);
    }

    private Simulation blank(int volumesHeld) {
        return new Simulation(
                initial,
                engine,
                plan.all(),
                new RandomStreams(0, 0),
                stream -> new Instances(cluster.instances, stream),
                volumesHeld);
    }

    /** Makes this run continue exactly as {@code other}, a run of the same settings and engine, will. */
    public void copyFrom(Simulation other) {
        copy(ColumnCopy.WHOLE, other);
    }

    /** As {@link #copyFrom}, without {@link #volumeArrays}. */
    public void copySmallStateFrom(Simulation other) {
        copy(ColumnCopy.SMALL, other);
    }

    private void copy(ColumnCopy copy, Simulation other) {
        assert other.engine == engine && other.initial.equals(initial) : "another run";
        columns(copy, other);
        operator.copyFrom(other.operator);
        controlPlane.onSettings();
    }

    /**
     * The arrays whose length goes with the volumes, nearly all of a run's memory: byte[], int[] and long[], in the
     * same order in every run of these settings and engine. To be read and written by those who keep checkpoints.
     */
    public Object[] volumeArrays() {
        LargeColumns large = new LargeColumns();
        columns(large, this);
        return large.arrays();
    }

    /** About how much memory everything but {@link #volumeArrays} takes, bytes. */
    public long smallStateBytes() {
        ColumnBytes counted = new ColumnBytes();
        columns(counted, this);
        return counted.bytes();
    }

    /** The state of the run, but for the operator's and what follows from the settings. */
    private void columns(Columns columns, Simulation other) {
        columns.part(events, other.events);
        trace.columns(columns, other.trace);
        cluster.columns(columns, other.cluster);
        copying.columns(columns, other.copying);
        race.columns(columns, other.race);
        mirroring.columns(columns, other.mirroring);
        controlPlane.columns(columns, other.controlPlane);
        elections.columns(columns, other.elections);
        controlPlaneClock.columns(columns, other.controlPlaneClock);
        restoration.columns(columns, other.restoration);
        leaks.columns(columns, other.leaks);
        search.columns(columns, other.search);
        plan.columns(columns, other.plan);
        eventCount = columns.value(eventCount, other.eventCount);
        clockNanos = columns.value(clockNanos, other.clockNanos);
    }

    /**
     * Gives all that is not decided yet to other random numbers: this run becomes another of those that may follow
     * its present state. What is already under way, such as a copy, a wait or a call being served, keeps its end.
     * The clocks inside, which stay at the last event, come along to the present: what is drawn lies after that.
     */
    public void reseed(long seed, int replication) {
        search.settle(clockNanos);
        controlPlaneClock.advanceTo(clockNanos);
        events.advanceTo(clockNanos);
        streams.reseed(seed, replication);
        search.redraw();
    }
}
