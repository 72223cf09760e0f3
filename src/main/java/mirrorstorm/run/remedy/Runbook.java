package mirrorstorm.run.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.batch.Replication;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.scenario.Scenario;

/**
 * How often an operator's interventions work: the same ones after the trigger, over many replications, against nobody
 * doing anything in the same replications.
 *
 * @param criterion what counts as success
 * @param with      the outcomes of the replications in which the interventions are made
 * @param without   the outcomes of the same replications if nobody acts
 */
public record Runbook(Criterion criterion, List<Outcome> with, List<Outcome> without) {

    public Runbook {
        with = List.copyOf(with);
        without = List.copyOf(without);
    }

    /**
     * Tries the interventions out; blocks until that is done.
     *
     * @param partial told, on this thread, after every replication
     * @throws CancellationException if the work was cancelled
     */
    public static Runbook of(
            Scenario scenario,
            RelativePlan moves,
            Criterion criterion,
            int replications,
            EngineKind engine,
            int threads,
            CancellationToken work,
            Consumer<Runbook> partial) {
        List<Scenario> variants = List.of(moves.in(scenario), RelativePlan.withoutAny(scenario));
        List<List<Outcome>> outcomes = List.of(new ArrayList<>(), new ArrayList<>());
        work.plan(2 * replications);
        Replications.<Outcome>run(
                2 * replications,
                threads,
                work,
                () -> job -> Replication.outcome(variants.get(job % 2), job / 2, engine, work),
                (job, outcome) -> {
                    outcomes.get(job % 2).add(outcome);
                    if (job % 2 == 1) {
                        partial.accept(new Runbook(criterion, outcomes.get(0), outcomes.get(1)));
                    }
                });
        return new Runbook(criterion, outcomes.get(0), outcomes.get(1));
    }

    /** The share of replications in which the interventions work. */
    public Interval success() {
        return share(with);
    }

    /** The share of replications that end well if nobody acts. */
    public Interval successIfNobodyActs() {
        return share(without);
    }

    /** By how much the interventions raise the share, replication by replication. */
    public Interval gain() {
        return Interval.ofShares(new double[] {1, -1}, new boolean[][] {kept(with), kept(without)});
    }

    private boolean[] kept(List<Outcome> outcomes) {
        boolean[] kept = new boolean[with.size()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = criterion.holds(outcomes.get(i));
        }
        return kept;
    }

    private Interval share(List<Outcome> outcomes) {
        int successes = (int) outcomes.stream().filter(criterion::holds).count();
        return Interval.ofShare(successes, outcomes.size());
    }
}
