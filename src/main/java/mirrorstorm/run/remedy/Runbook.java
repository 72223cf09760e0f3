package mirrorstorm.run.remedy;

import java.util.List;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Outcome;

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

    /** The share of replications in which the moves work. */
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
