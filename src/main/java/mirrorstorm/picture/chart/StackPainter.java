package mirrorstorm.picture.chart;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.metrics.Series;
import mirrorstorm.picture.Swatches;
import mirrorstorm.picture.Theme;

/** Draws layers on each other, from the bottom of a plot up, each as thick as its share. */
final class StackPainter {

    /** How far a layer reaches under the one below it, so that no ground shows between their smoothed edges, pixels. */
    private static final double OVERLAP = 1;

    private StackPainter() {}

    static void paint(Graphics2D g, Plot plot, List<ChartLayer> layers, ChartView view, Theme theme) {
        if (layers.isEmpty()) {
            return;
        }
        Series series = view.series();
        int[] samples =
                Curve.samples(plot, series, layers.get(layers.size() - 1).value(series));
        double[][] sums = sums(layers, series, samples);
        // from the top, so that each lower one covers where the one above reaches under it
        for (int i = layers.size() - 1; i >= 0; i--) {
            double[] lower = sums[i];
            double[] upper = sums[i + 1];
            if (!Arrays.equals(lower, upper)) {
                Curve top = Curve.of(plot, series, samples, sample -> upper[sample]);
                Curve bottom = Curve.of(plot, series, samples, sample -> lower[sample])
                        .lowered(OVERLAP, plot.area().getMaxY());
                g.setPaint(Swatches.ofLayer(layers.get(i).state(), theme, view.textScale()));
                g.fill(top.areaDownTo(bottom));
            }
        }
    }

    /** Where each layer begins, and where the last one ends, at each of the samples. */
    private static double[][] sums(List<ChartLayer> layers, Series series, int[] samples) {
        double[][] sums = new double[layers.size() + 1][samples.length];
        for (int layer = 0; layer < layers.size(); layer++) {
            IntToDoubleFunction value = layers.get(layer).value(series);
            for (int i = 0; i < samples.length; i++) {
                double share = value.applyAsDouble(samples[i]);
                sums[layer + 1][i] = sums[layer][i] + (Double.isNaN(share) ? 0 : share);
            }
        }
        return sums;
    }
}
