package mirrorstorm.picture.chart;

import java.util.List;
import java.util.Map;

/**
 * Which charts are shown, and how.
 *
 * @param charts  from top to bottom
 * @param heights of those that are not as high as usual: multiples of a unit that all charts share, &gt; 0
 */
public record ChartOptions(List<Chart> charts, Measure measure, Map<Chart, Double> heights) {

    /** Heights are counted in these parts of the unit. */
    private static final double PARTS = 100;

    /** What a wide window has room for. */
    public static final ChartOptions USUAL =
            new ChartOptions(List.of(Chart.VOLUMES, Chart.PROBES, Chart.ROOM, Chart.NODES), Measure.SHARE, Map.of());

    /** In what volumes and databases are measured. */
    public enum Measure {
        /** As shares of all. */
        SHARE,
        COUNT
    }

    public ChartOptions {
        charts = List.copyOf(charts);
        heights = Map.copyOf(heights);
    }

    /** The height of a chart, in parts of the unit. */
    int partsOf(Chart chart) {
        return (int) Math.max(1, Math.round(PARTS * heightOf(chart)));
    }

    /** The height of a chart, as a multiple of the unit. */
    public double heightOf(Chart chart) {
        return heights.getOrDefault(chart, (double) chart.weight());
    }
}
