package mirrorstorm.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Scenario;

/**
 * The branches of a timeline, what was measured on them, and the states that undo goes back to. A state is immutable
 * and says everything: which branches there are, what is done in each, which is the present one.
 */
final class BranchHistory {

    /** Most changes that can be undone. */
    static final int UNDO_MAX = 1_000;

    /** Most recorded runs that are kept: one for each branch, and some that undo may come back to. */
    static final int MEASURED_MAX = 2 * (Scenario.BRANCHES_MAX + 1);

    /** All branches in order of their beginning. */
    record State(List<Branch> branches, int present, int nextNumber) {

        State {
            branches = List.copyOf(branches);
        }

        Branch presentBranch() {
            return branches.get(present);
        }

        State with(int index, Branch branch) {
            List<Branch> changed = new ArrayList<>(branches);
            changed.set(index, branch);
            return new State(changed, present, nextNumber);
        }

        State switchedTo(int index) {
            return new State(branches, index, nextNumber);
        }

        State without(int index) {
            List<Branch> fewer = new ArrayList<>(branches);
            fewer.remove(index);
            return new State(fewer, index < present ? present - 1 : present, nextNumber);
        }

        /** The present branch stays as it is, and another one like it becomes the present. */
        State branched() {
            State room = branches.size() > Scenario.BRANCHES_MAX ? without(mostDispensable()) : this;
            List<Branch> more = new ArrayList<>(room.branches);
            Branch origin = room.presentBranch();
            more.add(new Branch(nextNumber, "", origin.script(), origin.live()));
            return new State(more, more.size() - 1, nextNumber + 1);
        }

        /** The oldest that nobody has named, or else the oldest; the first and the present one stay. */
        private int mostDispensable() {
            int oldest = present == 1 ? 2 : 1;
            for (int i = oldest; i < branches.size(); i++) {
                if (i != present && branches.get(i).name().isEmpty()) {
                    return i;
                }
            }
            return oldest;
        }
    }

    private final Map<List<TimedIntervention>, RecordedRun> measured = new LinkedHashMap<>(16, 0.75F, true);
    private final Deque<State> past = new ArrayDeque<>();
    private final Deque<State> undone = new ArrayDeque<>();
    private State state;

    /** The branches that come with a scenario; its own is the present one. */
    BranchHistory(Scenario scenario) {
        List<Branch> branches = new ArrayList<>();
        branches.add(new Branch(1, scenario.branch(), scenario.plan(), List.of()));
        for (mirrorstorm.scenario.SavedBranch kept : scenario.branches()) {
            branches.add(new Branch(branches.size() + 1, kept.name(), kept.timeline(), List.of()));
        }
        state = new State(branches, 0, branches.size() + 1);
    }

    State state() {
        return state;
    }

    Branch present() {
        return state.presentBranch();
    }

    /** The other branches, as scenario files have them. */
    List<mirrorstorm.scenario.SavedBranch> others() {
        List<mirrorstorm.scenario.SavedBranch> others = new ArrayList<>();
        for (int i = 0; i < state.branches().size(); i++) {
            if (i != state.present()) {
                Branch branch = state.branches().get(i);
                others.add(new mirrorstorm.scenario.SavedBranch(branch.name(), branch.plan()));
            }
        }
        return others;
    }

    /** Goes on with the present change: no new step for undo. */
    void amend(State changed) {
        state = changed;
    }

    /** The next change begins here; what was taken back can no longer be made again. */
    void beginChange() {
        past.push(state);
        if (past.size() > UNDO_MAX) {
            past.removeLast();
        }
        undone.clear();
    }

    int undoCount() {
        return past.size();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /** The state before the last change, which becomes the present one. */
    void undo() {
        undone.push(state);
        state = past.pop();
    }

    /** The state after the change that was taken back last, which becomes the present one. */
    void redo() {
        past.push(state);
        state = undone.pop();
    }

    /** What was done live before the change that goes on now. */
    List<TimedIntervention> liveBefore() {
        State before = past.peek();
        return before == null ? present().live() : before.presentBranch().live();
    }

    void keep(List<TimedIntervention> plan, RecordedRun recordedRun) {
        RecordedRun known = measured.get(plan);
        if (known == null || known.reachedNanos() <= recordedRun.reachedNanos()) {
            measured.put(plan, recordedRun);
        }
        if (measured.size() > MEASURED_MAX) {
            measured.remove(measured.keySet().iterator().next());
        }
    }

    Optional<RecordedRun> measured(List<TimedIntervention> plan) {
        return Optional.ofNullable(measured.get(plan));
    }
}
