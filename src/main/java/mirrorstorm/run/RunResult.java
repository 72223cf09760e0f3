package mirrorstorm.run;

import java.util.List;
import java.util.Optional;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.story.Story;
import mirrorstorm.scenario.Spread;

/**
 * Everything there is to say about a run.
 *
 * @param milestones    those of the scenario, in its order
 * @param spread        how runs with other seeds lie there; empty where that is not known, or this run took another
 *                      course than its scenario says
 * @param interventions what was done, scripted or live, in order of time
 * @param story         what the run tells of itself
 */
public record RunResult(
        String scenarioId,
        long seed,
        EngineKind engine,
        Summary summary,
        List<MilestoneResult> milestones,
        Optional<Spread> spread,
        Series series,
        List<TimedIntervention> interventions,
        Story story) {

    public RunResult {
        milestones = List.copyOf(milestones);
        interventions = List.copyOf(interventions);
    }
}
