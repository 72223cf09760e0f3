package mirrorstorm.run.remedy;

import java.util.List;
import java.util.function.Consumer;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.study.PairedRuns;
import mirrorstorm.run.study.Study;
import mirrorstorm.scenario.Scenario;

/**
 * How often do an operator's moves work? They are made again after the trigger of every replication, and held against
 * nobody doing anything in the same replications.
 *
 * @param criterion what counts as success
 */
public record RunbookStudy(
        Scenario scenario, RelativePlan moves, Criterion criterion, int replications, EngineKind engine)
        implements Study<Runbook, Runbook> {

    /** Tells after every replication. */
    @Override
    public Runbook answer(int threads, CancellationToken work, Consumer<Runbook> told) {
        PairedRuns runs =
                new PairedRuns(List.of(moves.in(scenario), RelativePlan.withoutAny(scenario)), replications, engine);
        work.plan(runs.count());
        return runbook(runs.outcomes(threads, work, so -> told.accept(runbook(so))));
    }

    private Runbook runbook(List<List<Outcome>> outcomes) {
        return new Runbook(criterion, outcomes.get(0), outcomes.get(1));
    }
}
