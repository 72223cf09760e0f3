package mirrorstorm.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mirrorstorm.model.TimedIntervention;

/**
 * What is done in one of several ways that a run can go. A change in the past starts another one.
 *
 * @param number of the branch in its timeline, from 1; stays with it
 * @param name   what somebody called it; empty until then
 * @param script what was to be done from the beginning, in order of time
 * @param live   what was done live, in order of time
 */
public record Branch(int number, String name, List<TimedIntervention> script, List<TimedIntervention> live) {

    public Branch {
        script = List.copyOf(script);
        live = List.copyOf(live);
    }

    /**
     * All that is done, in order of time. Scripted interventions come before live ones of the same moment: the live
     * ones were made after them.
     */
    public List<TimedIntervention> plan() {
        List<TimedIntervention> all = new ArrayList<>(script);
        all.addAll(live);
        all.sort(Comparator.comparingLong(TimedIntervention::timeNanos));
        return List.copyOf(all);
    }

    /** When this first does something else than another, nanoseconds; {@code Long.MAX_VALUE} if never. */
    public long firstDivergenceNanos(Branch other) {
        return firstDivergenceNanos(plan(), other.plan());
    }

    /** When two plans first differ, nanoseconds since the start; {@code Long.MAX_VALUE} if they do not. */
    static long firstDivergenceNanos(List<TimedIntervention> one, List<TimedIntervention> other) {
        int same = commonLength(one, other);
        return Math.min(
                same < one.size() ? one.get(same).timeNanos() : Long.MAX_VALUE,
                same < other.size() ? other.get(same).timeNanos() : Long.MAX_VALUE);
    }

    /** How many interventions two plans have in common from the beginning. */
    static int commonLength(List<TimedIntervention> one, List<TimedIntervention> other) {
        int same = 0;
        while (same < one.size() && same < other.size() && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    Branch withLive(List<TimedIntervention> other) {
        return new Branch(number, name, script, other);
    }

    Branch withName(String other) {
        return new Branch(number, other, script, live);
    }
}
