package mirrorstorm.picture.chart;

/**
 * The samples of a series that lie between the ends of a time axis, with one more at either side so that lines reach
 * the edge. Nothing later than the present is among them: it belongs to a branch that may still change.
 *
 * @param last less than {@code first} if there are none
 */
record ChartSamples(int first, int last) {

    static ChartSamples of(ChartView view) {
        long spacing = view.series().spacingNanos();
        long first = Math.max(0, view.fromNanos() / spacing);
        long last = Math.min(view.series().size() - 1L, view.toNanos() / spacing + 1);
        return new ChartSamples((int) Math.min(Integer.MAX_VALUE, first), (int) last);
    }
}
