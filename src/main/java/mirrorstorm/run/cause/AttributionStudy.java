package mirrorstorm.run.cause;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.study.PairedRuns;
import mirrorstorm.run.study.Study;
import mirrorstorm.scenario.Scenario;

/**
 * Why did it happen? Runs every set of the causes in every replication. Sets that come to the same scenario, because it
 * has not got a cause, are run once.
 *
 * @param causes those that are told apart
 */
public record AttributionStudy(Scenario scenario, List<Cause> causes, int replications, EngineKind engine)
        implements Study<Attribution, Attribution> {

    public AttributionStudy {
        causes = List.copyOf(causes);
    }

    /** Tells whenever another replication is complete. */
    @Override
    public Attribution answer(int threads, CancellationToken work, Consumer<Attribution> told) {
        Map<Scenario, Integer> places = new LinkedHashMap<>();
        List<Integer> placeOfSet = new ArrayList<>();
        for (int set = 0; set < 1 << causes.size(); set++) {
            placeOfSet.add(places.computeIfAbsent(with(set), fresh -> places.size()));
        }
        PairedRuns runs = new PairedRuns(List.copyOf(places.keySet()), replications, engine);
        work.plan(runs.count());
        return attribution(placeOfSet, runs.outcomes(threads, work, so -> told.accept(attribution(placeOfSet, so))));
    }

    private Attribution attribution(List<Integer> placeOfSet, List<List<Outcome>> outcomes) {
        return new Attribution(causes, placeOfSet.stream().map(outcomes::get).toList());
    }

    /** The scenario with only these of the causes, as bits of their positions. */
    private Scenario with(int set) {
        Scenario left = scenario;
        for (int i = 0; i < causes.size(); i++) {
            if ((set & 1 << i) == 0) {
                left = causes.get(i).removedFrom(left);
            }
        }
        return left;
    }
}
