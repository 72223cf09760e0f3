package mirrorstorm.model;

import java.util.List;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;

/** What has been and will be done in a run, in order of time, and how much of it has been carried out. */
final class InterventionPlan {

    private List<TimedIntervention> all;
    private int doneCount;

    /** @throws IllegalArgumentException if that is out of order */
    InterventionPlan(List<TimedIntervention> all) {
        this.all = inOrder(all);
    }

    private static List<TimedIntervention> inOrder(List<TimedIntervention> plan) {
        for (int i = 1; i < plan.size(); i++) {
            if (plan.get(i).timeNanos() < plan.get(i - 1).timeNanos()) {
                throw new IllegalArgumentException("intervention " + i + " is earlier than the one before it");
            }
        }
        return List.copyOf(plan);
    }

    List<TimedIntervention> all() {
        return all;
    }

    int doneCount() {
        return doneCount;
    }

    /** When the next intervention is due, nanoseconds since the start, or {@link FutureEventList#NEVER}. */
    long nextNanos() {
        return doneCount < all.size() ? all.get(doneCount).timeNanos() : FutureEventList.NEVER;
    }

    /** Takes the next intervention as done; its index. */
    int next() {
        assert doneCount < all.size() : doneCount;
        return doneCount++;
    }

    /**
     * Replaces what will be done from now on; what was done must stay as it was.
     *
     * @throws IllegalArgumentException if the new plan differs in what was already done, or adds to the past
     */
    void replace(List<TimedIntervention> changed, long nowNanos) {
        boolean keepsPast =
                changed.size() >= doneCount && changed.subList(0, doneCount).equals(all.subList(0, doneCount));
        boolean addsToPast =
                changed.size() > doneCount && changed.get(doneCount).timeNanos() < nowNanos;
        if (!keepsPast || addsToPast) {
            throw new IllegalArgumentException("the past of a run cannot be changed at " + nowNanos);
        }
        all = inOrder(changed);
        assert doneCount <= all.size() : doneCount;
    }

    void columns(Columns columns, InterventionPlan other) {
        all = columns.shared(all, other.all);
        doneCount = columns.value(doneCount, other.doneCount);
    }
}
