package mirrorstorm.picture.study;

import java.util.List;
import java.util.Optional;
import mirrorstorm.picture.chart.VariantView;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.run.compare.SideBySide;
import mirrorstorm.run.compare.Variant;
import mirrorstorm.run.compare.VariantComparison;

/**
 * A whole picture of variants beside each other.
 *
 * @param moment   what is to be seen of each
 * @param seen     the first stage as it is on the screen, whose part of the cluster all show; empty for all of it
 * @param charts   its scale is that of the screen; the picture has its own
 * @param known    what the replications say, as far as they are made
 * @param isShaded whether what is as in the first is pale
 */
public record ComparisonView(
        List<Variant> variants,
        SideBySide.Frame moment,
        Optional<StageLayout> seen,
        VariantView charts,
        Optional<VariantComparison> known,
        boolean isShaded) {

    public ComparisonView {
        variants = List.copyOf(variants);
    }

    /** How many stages are beside each other: four are two above two. */
    public static int columns(int variants) {
        return variants == 4 ? 2 : variants;
    }
}
