package mirrorstorm.run;

import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.TimedIntervention;

/** Finds when goals were reached on the part of a branch that is known. Looks only; cost: what it looks at. */
final class GoalFinder {

    private final Run run;

    GoalFinder(Run run) {
        this.run = run;
    }

    /**
     * The first moment after {@code afterNanos} and up to {@code upToNanos} that is a goal; empty if there is none.
     * What is planned is known beforehand, however far away.
     */
    OptionalLong first(Goal goal, long afterNanos, long upToNanos) {
        if (goal instanceof Goal.At at) {
            return at.timeNanos() > afterNanos ? OptionalLong.of(at.timeNanos()) : OptionalLong.empty();
        } else if (goal instanceof Goal.NextIntervention) {
            return nextPlanned(run.simulation().plan(), afterNanos);
        } else if (goal instanceof Goal.NextCrash) {
            return run.log().first(GoalFinder::isCrash, afterNanos, upToNanos);
        } else if (goal instanceof Goal.NextLogEntry) {
            return run.log().first(entry -> true, afterNanos, upToNanos);
        } else if (goal instanceof Goal.When when) {
            return first(when.condition(), afterNanos, upToNanos);
        }
        throw new AssertionError(goal);
    }

    private static OptionalLong nextPlanned(List<TimedIntervention> plan, long afterNanos) {
        return plan.stream()
                .mapToLong(TimedIntervention::timeNanos)
                .filter(timeNanos -> timeNanos > afterNanos)
                .findFirst();
    }

    private OptionalLong first(Condition condition, long afterNanos, long upToNanos) {
        Series series = run.series();
        long from = afterNanos / series.spacingNanos() + 1;
        long to = Math.min(series.size() - 1L, upToNanos / series.spacingNanos());
        for (long i = Math.max(0, from); i <= to; i++) {
            if (condition.beginsAt(series, (int) i)) {
                return OptionalLong.of(series.timeNanos((int) i));
            }
        }
        return OptionalLong.empty();
    }

    /** Whether an entry is the crash of a node. */
    static boolean isCrash(LogEntry entry) {
        return entry.change() == StateChange.NODE_STATE && entry.detail() == NodeState.CRASHED.ordinal();
    }
}
