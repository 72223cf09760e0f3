package mirrorstorm.picture.chart;

import mirrorstorm.metrics.Series;

/**
 * The samples of a series that lie between the ends of a time axis, with one more at either side so that lines reach
 * the edge. Nothing later than the present is among them: it belongs to a branch that may still change.
 *
 * @param last less than {@code first} if there are none
 */
record ChartSamples(int first, int last) {

    static ChartSamples of(Series series, long fromNanos, long toNanos) {
        long first = Math.max(0, fromNanos / series.spacingNanos());
        long last = Math.min(series.size() - 1L, toNanos / series.spacingNanos() + 1);
        return new ChartSamples((int) Math.min(Integer.MAX_VALUE, first), (int) last);
    }
}
