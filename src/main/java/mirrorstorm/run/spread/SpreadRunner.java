package mirrorstorm.run.spread;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.MilestoneResult;
import mirrorstorm.run.Run;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.Spread;

/** Works out how the runs of a scenario spread at its milestones, with seeds that nothing was ever fitted to. */
public final class SpreadRunner {

    /** The seed of the first run: far from every seed that fits, tests and people use. */
    public static final long FIRST_SEED = 7_000_001;

    /** Runs where nothing else is said: the ends of the bands stand on the fifth from outside. */
    public static final int REPLICATIONS = 100;

    private static final long SAMPLE_NANOS = Duration.ofMinutes(1).toNanos();

    private SpreadRunner() {}

    /**
     * Runs a scenario with other seeds; blocks until that is done.
     *
     * @throws CancellationException if the work was cancelled
     */
    public static Spread run(Scenario scenario, int replications, int threads, CancellationToken work) {
        work.plan(replications);
        List<double[]> runs =
                Replications.all(replications, threads, work, i -> values(scenario.withSeed(FIRST_SEED + i), work));
        return Spread.of(scenario, FIRST_SEED, runs);
    }

    /** What a run of the scenario with its own seed shows at each milestone; NaN for nothing. */
    public static double[] values(Scenario scenario, CancellationToken work) {
        Run run = new Run(scenario, 0, EngineKind.RATES, SAMPLE_NANOS);
        Replications.advance(run, run.horizonNanos(), work);
        return run.milestones().stream().mapToDouble(MilestoneResult::simulated).toArray();
    }
}
