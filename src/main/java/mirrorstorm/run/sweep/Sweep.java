package mirrorstorm.run.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Estimator;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.batch.Replication;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.study.Study;
import mirrorstorm.scenario.Scenario;

/**
 * Where does it tip? Runs the cells of a shard that are not known yet. What comes of a cell depends on nothing but the
 * plan: neither on shards nor on what was known.
 *
 * @param known numbers of cells that were run before
 */
public record Sweep(SweepPlan plan, Shard shard, Set<Integer> known) implements Study<Cell, List<Cell>> {

    public Sweep {
        known = Set.copyOf(known);
    }

    /** Tells of each cell, and gives those that were run, in order of their numbers. */
    @Override
    public List<Cell> answer(int threads, CancellationToken work, Consumer<Cell> told) {
        List<Cell> run = new ArrayList<>();
        run(threads, work, cell -> {
            run.add(cell);
            told.accept(cell);
        });
        return run;
    }

    private void run(int threads, CancellationToken work, Consumer<Cell> receiver) {
        List<Integer> cells =
                plan.cells(shard).stream().filter(cell -> !known.contains(cell)).toList();
        int replications = plan.replications();
        work.plan(cells.size() * replications);
        if (plan.precision() > 0) {
            Replications.run(
                    cells.size(),
                    threads,
                    work,
                    () -> job -> untilPrecise(cells.get(job), work),
                    (job, cell) -> receiver.accept(cell));
            return;
        }
        List<Outcome> outcomes = new ArrayList<>();
        Replications.<Outcome>run(
                cells.size() * replications,
                threads,
                work,
                () -> job -> {
                    Scenario scenario = plan.scenario(cells.get(job / replications));
                    return Replication.outcome(scenario, job % replications, plan.engine(), work);
                },
                (job, outcome) -> {
                    outcomes.add(outcome);
                    if (outcomes.size() == replications) {
                        receiver.accept(new Cell(cells.get(job / replications), outcomes));
                        outcomes.clear();
                    }
                });
    }

    private Cell untilPrecise(int cell, CancellationToken work) {
        Scenario scenario = plan.scenario(cell);
        List<Outcome> outcomes = new ArrayList<>();
        int look = SweepPlan.replicationsMin(plan.measure());
        while (outcomes.size() < plan.replications() && !(outcomes.size() >= look && isPrecise(outcomes))) {
            look = outcomes.size() >= look ? nextLook(look) : look;
            outcomes.add(Replication.outcome(scenario, outcomes.size(), plan.engine(), work));
        }
        work.finish(plan.replications() - 1); // the cell itself counts as one
        return new Cell(cell, outcomes);
    }

    /** A tenth more each time: many looks would find a narrow interval by chance, and cost more than the runs. */
    private static int nextLook(int look) {
        return look + Math.max(1, look / 10);
    }

    /** Never where nothing is known of the interval, because all runs are alike so far. */
    private boolean isPrecise(List<Outcome> outcomes) {
        return Estimator.mean(outcomes, plan.measure()).halfWidth() <= plan.precision();
    }
}
