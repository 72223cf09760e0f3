package mirrorstorm.picture.chart;

import java.awt.Stroke;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.scenario.MessageBundle;

/**
 * One line of a chart: a metric against time.
 *
 * @param name  its key in the bundle of texts, after {@code chart.series.}
 * @param style how it is told from others besides its colour
 */
record ChartLine(String name, Ink ink, Metric metric, Style style) {

    /** How a line looks. */
    enum Style {
        PLAIN,
        DASHED,
        /** Of an amount: what is under the line is filled. */
        FILLED
    }

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final double WIDTH = 2;

    static ChartLine plain(String name, Ink ink, Metric metric) {
        return new ChartLine(name, ink, metric, Style.PLAIN);
    }

    static ChartLine dashed(String name, Ink ink, Metric metric) {
        return new ChartLine(name, ink, metric, Style.DASHED);
    }

    static ChartLine filled(String name, Ink ink, Metric metric) {
        return new ChartLine(name, ink, metric, Style.FILLED);
    }

    /** What it is called. */
    String title() {
        return TEXTS.text("chart.series." + name);
    }

    /** Its value in each sample; NaN for nothing to say. */
    IntToDoubleFunction value(Series series) {
        return i -> series.get(metric, i);
    }

    Stroke stroke(double scale) {
        double width = WIDTH * scale;
        return style == Style.DASHED ? Pens.dashed(width, 3 * width, 1.5 * width) : Pens.round(width);
    }
}
