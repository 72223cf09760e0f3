package mirrorstorm.run.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.batch.Replication;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.scenario.Scenario;

/**
 * Several scenarios in the same replications. Replication r of each has the same random numbers, stream by stream
 * (common random numbers), so differences taken within a replication leave out what chance did to all of them.
 */
public record PairedRuns(List<Scenario> scenarios, int replications, EngineKind engine) {

    public PairedRuns {
        scenarios = List.copyOf(scenarios);
        if (scenarios.isEmpty() || replications < 1) {
            throw new IllegalArgumentException(scenarios.size() + " scenarios in " + replications + " replications");
        }
    }

    /** How many runs that is. */
    public int count() {
        return scenarios.size() * replications;
    }

    /**
     * Makes the runs, which the caller has planned; blocks until that is done.
     *
     * @param whole told, on this thread, after every replication, what each scenario came to so far; the lists grow
     * @return for each scenario its outcomes, one for each replication
     * @throws CancellationException if the work was cancelled
     */
    public List<List<Outcome>> outcomes(int threads, CancellationToken work, Consumer<List<List<Outcome>>> whole) {
        int each = scenarios.size();
        List<List<Outcome>> outcomes = new ArrayList<>();
        scenarios.forEach(scenario -> outcomes.add(new ArrayList<>()));
        Replications.<Outcome>run(
                count(),
                threads,
                work,
                () -> job -> Replication.outcome(scenarios.get(job % each), job / each, engine, work),
                (job, outcome) -> {
                    outcomes.get(job % each).add(outcome);
                    if (job % each == each - 1) {
                        whole.accept(outcomes);
                    }
                });
        return outcomes;
    }
}
