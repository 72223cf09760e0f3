package mirrorstorm.run.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.study.PairedRuns;
import mirrorstorm.run.study.Study;
import mirrorstorm.scenario.Scenario;

/**
 * What do variants come to, held against the first of them?
 *
 * @param variants two to four
 */
public record ComparisonStudy(List<Variant> variants, int replications, EngineKind engine)
        implements Study<VariantComparison, VariantComparison> {

    public ComparisonStudy {
        variants = List.copyOf(variants);
    }

    /** Tells first of the divergences, then what the first so many replications say. */
    @Override
    public VariantComparison answer(int threads, CancellationToken work, Consumer<VariantComparison> told) {
        List<Scenario> scenarios = variants.stream().map(Variant::scenario).toList();
        PairedRuns runs = new PairedRuns(scenarios, replications, engine);
        int others = variants.size() - 1;
        work.plan(runs.count() + others);
        List<Optional<FirstDivergence.Divergence>> divergences = new ArrayList<>(List.of(Optional.empty()));
        divergences.addAll(Replications.all(
                others,
                threads,
                work,
                i -> FirstDivergence.first(scenarios.get(0), scenarios.get(i + 1), 0, engine, work)));
        List<List<Outcome>> none = Collections.nCopies(variants.size(), List.of());
        told.accept(new VariantComparison(variants, none, divergences));
        return new VariantComparison(
                variants,
                runs.outcomes(threads, work, so -> told.accept(new VariantComparison(variants, so, divergences))),
                divergences);
    }
}
