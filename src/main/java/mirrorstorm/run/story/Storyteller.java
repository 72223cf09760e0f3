package mirrorstorm.run.story;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.StateChangeListener;
import mirrorstorm.scenario.Scenario;

/**
 * Tells the story of a run while it goes on. It looks at regular beats, and at the end of every instant in which
 * something notable happened: an intervention, a node lost or back, the last room gone. Each look lets every
 * {@link Rule} tell what it finds new, and the status page publish what is old enough.
 *
 * <p>It only listens and asks. What it has told is part of the run's state: it is checkpointed with the run, and
 * going back takes back what was told later, so a story is always that of the branch up to where the run stands.
 */
public final class Storyteller implements StateChangeListener {

    /** From so many futile probes a second and node it is called a storm. */
    public static final double STORM_PROBES_PER_NODE = 1;

    /** More than this no one reads. */
    static final int ENTRIES_MAX = 1_000;

    /** Of one rule; rules that come and go do not fill the story. Interventions have no such bound. */
    static final int ENTRIES_OF_A_RULE_MAX = 24;

    private static final long SECOND = Nanos.SECOND;

    /** Runs that are no longer than this are looked at every second, longer ones every ten. */
    private static final long SHORT_RUN_NANOS = 3_600 * SECOND;

    private static final long LONG_BEAT_NANOS = 10 * SECOND;
    private static final long BEATS_MAX = 100_000;

    private static final long NEVER = -1;

    private final Simulation simulation;
    private final Scenario scenario;
    private final long beatNanos;
    private final Memory memory = new Memory();
    /** As it was before the last look, in case that instant goes on after all. */
    private final Memory before = new Memory();

    /** All that a story remembers. */
    private static final class Memory {

        Rule[] rules = new Rule[0];
        List<StoryEntry> entries = List.of();
        StatusPage page = StatusPage.EMPTY;
        final Tally tally = new Tally();
        boolean isNotable;
        long lookedNanos = NEVER;

        void copyFrom(Memory other) {
            rules = other.rules.clone();
            entries = other.entries;
            page = other.page;
            tally.copyFrom(other.tally);
            isNotable = other.isNotable;
            lookedNanos = other.lookedNanos;
        }
    }

    /** A story of a run that has not begun; listens to no simulation by itself. */
    public Storyteller(Simulation simulation, Scenario scenario) {
        this.simulation = simulation;
        this.scenario = scenario;
        long horizonNanos = scenario.horizon().toNanos();
        long usual = horizonNanos <= SHORT_RUN_NANOS ? SECOND : LONG_BEAT_NANOS;
        beatNanos = Math.max(usual, horizonNanos / BEATS_MAX);
        memory.rules = Rules.all();
    }

    /** What was told so far. */
    public Story story() {
        return new Story(memory.entries, memory.page.posts());
    }

    @Override
    public void onChange(long timeNanos, StateChange change, int subject, int detail) {
        memory.tally.add(change, subject, detail);
        memory.isNotable |= switch (change) {
            case INTERVENTION, NODE_STATE -> true;
            case SPACE_CLAIMED -> simulation.cluster().openNodeCount() == 0 || isRoomScarce();
            case NODE_JOINED, NODE_QUARANTINE, VOLUME_STATE, COPY_STARTED, COPY_FINISHED, ELECTION_PENDING -> false;
        };
    }

    /** Whether a first search is about to fail: told once, so worth a look at its very moment. */
    private boolean isRoomScarce() {
        for (Rule rule : memory.rules) {
            if (rule instanceof SpaceRules.Refusals refusals) {
                return refusals.isDue(simulation);
            }
        }
        return false;
    }

    /** When the story must look next even if nothing notable happens, nanoseconds since the start. */
    public long nextBeatNanos() {
        return memory.lookedNanos < 0 ? 0 : (memory.lookedNanos / beatNanos + 1) * beatNanos;
    }

    /** Everything that is due up to the run's clock has happened: looks, if there is reason to. */
    public void look() {
        boolean isBeat = simulation.clockNanos() >= nextBeatNanos();
        if (isBeat || memory.isNotable) {
            before.copyFrom(memory);
            lookNow();
        }
    }

    private void lookNow() {
        RuleContext now = new RuleContext(simulation, scenario, memory.tally, beatNanos);
        for (int i = 0; i < memory.rules.length; i++) {
            memory.rules[i] = memory.rules[i].look(now);
        }
        add(now.told());
        memory.page = memory.page.look(now, memory.entries);
        memory.tally.clear();
        memory.isNotable = false;
        memory.lookedNanos = simulation.clockNanos();
    }

    private void add(List<StoryEntry> told) {
        if (told.isEmpty()) {
            return;
        }
        List<StoryEntry> all = new ArrayList<>(memory.entries);
        for (StoryEntry entry : told) {
            if (all.size() < ENTRIES_MAX && (entry.isIntervention() || alike(entry, all) < ENTRIES_OF_A_RULE_MAX)) {
                all.add(entry);
            }
        }
        memory.entries = List.copyOf(all);
    }

    private static long alike(StoryEntry entry, List<StoryEntry> entries) {
        return entries.stream().filter(old -> old.rule().equals(entry.rule())).count();
    }

    /** The run takes another branch from where it stands: what was noticed at this very instant may change yet. */
    public void branch() {
        if (memory.lookedNanos == simulation.clockNanos()) {
            memory.copyFrom(before);
        }
    }

    /** Makes this story equal to {@code other}, of a run of the same scenario. */
    public void copyFrom(Storyteller other) {
        memory.copyFrom(other.memory);
        before.copyFrom(other.before);
    }
}
