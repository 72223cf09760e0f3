package mirrorstorm.scenario;

import java.util.Comparator;
import java.util.List;
import mirrorstorm.model.TimedIntervention;

/**
 * Another branch that was kept beside a scenario's own: the same cluster and seed, and something else done to it.
 *
 * @param name     what somebody called it; may be empty
 * @param timeline everything that is done in it, in order of time; simultaneous entries in the order given
 */
public record SavedBranch(String name, List<TimedIntervention> timeline) {

    public SavedBranch {
        timeline = timeline.stream()
                .sorted(Comparator.comparingLong(TimedIntervention::timeNanos))
                .toList();
    }
}
