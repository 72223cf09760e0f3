package mirrorstorm.ui.playback;

import java.util.List;
import java.util.Set;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.LogEntry;
import mirrorstorm.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * What a run did up to now and what is planned for it: all that does not change with every frame. Immutable.
 *
 * @param number     counts the runs that this window has opened; another number is another run
 * @param revision   counts the copies of this run's history; the same revision is the same history
 * @param scenario   the scenario as it was at the start of the run
 * @param recorded   the scenario with every live intervention in it: what is saved
 * @param plan       the scripted and the live interventions, in order of time
 * @param live       those of the plan that somebody made in this window
 * @param passing    those of them that a lever only passed through while it was dragged
 * @param logEntries what happened up to the furthest time that was reached
 * @param series     what was measured up to there
 * @param branches   this branch among the others of the run
 * @param steps      how many changes of the run can be taken back
 */
public record RunHistory(
        int number,
        int revision,
        Scenario scenario,
        Scenario recorded,
        List<TimedIntervention> plan,
        List<TimedIntervention> live,
        Set<TimedIntervention> passing,
        List<LogEntry> logEntries,
        Series series,
        Branches branches,
        int steps,
        boolean canRedo) {

    /** Whether this is the very history that {@code other} is; cheap, whatever is in it. */
    public boolean is(@Nullable RunHistory other) {
        return other != null && number == other.number && revision == other.revision;
    }

    /** Whether any change of the run can be taken back. */
    public boolean canUndo() {
        return steps > 0;
    }

    /** Whether somebody made this intervention in this window. */
    public boolean isLive(TimedIntervention timed) {
        return live.contains(timed);
    }

    /** The plan as it is told and drawn: of a lever that was dragged only the last place. */
    public List<TimedIntervention> interventions() {
        return plan.stream().filter(timed -> !passing.contains(timed)).toList();
    }
}
