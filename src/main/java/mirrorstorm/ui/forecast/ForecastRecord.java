package mirrorstorm.ui.forecast;

import java.util.List;
import java.util.stream.IntStream;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.run.forecast.Question;

/**
 * A forecast that was made in this window.
 *
 * @param job      which of them it is; one that becomes known bit by bit keeps its number
 * @param run      the number of the run that it is of
 * @param plan     what was and would be done in the run when it was made
 * @param forecast as far as it is known
 */
record ForecastRecord(int job, int run, List<TimedIntervention> plan, Forecast forecast) {

    ForecastRecord {
        plan = List.copyOf(plan);
    }

    /** Whether all of its futures are in it. */
    boolean isWhole() {
        return forecast.futures() == forecast.question().futures();
    }

    /** Whether it can be held against the run: what is planned happens, as far as nobody acts otherwise. */
    boolean isScored() {
        return isWhole() && forecast.question().plan() == Question.Plan.AS_PLANNED;
    }

    /** Whether a run in which that is done came by the state that this was made of. */
    boolean isOfHistory(List<TimedIntervention> other) {
        return firstDivergenceNanos(other) >= forecast.timeNanos();
    }

    /** Whether by a moment something else was done than could be known. */
    boolean isOvertaken(List<TimedIntervention> other, long nowNanos) {
        return firstDivergenceNanos(other) <= nowNanos;
    }

    /** Whether two plans are the same; the same list is told at once. */
    static boolean isSame(List<TimedIntervention> one, List<TimedIntervention> other) {
        return one == other || one.equals(other);
    }

    /** When the plan first differs from another, nanoseconds; {@code Long.MAX_VALUE} if it does not. */
    private long firstDivergenceNanos(List<TimedIntervention> other) {
        int shorter = Math.min(plan.size(), other.size());
        int same = IntStream.range(0, shorter)
                .filter(i -> !plan.get(i).equals(other.get(i)))
                .findFirst()
                .orElse(shorter);
        return Math.min(timeAt(plan, same), timeAt(other, same));
    }

    private static long timeAt(List<TimedIntervention> list, int index) {
        return index < list.size() ? list.get(index).timeNanos() : Long.MAX_VALUE;
    }
}
