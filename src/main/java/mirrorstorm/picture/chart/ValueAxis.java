package mirrorstorm.picture.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The value axis of a chart: from a value to the share of the height that it takes, and its ticks. It ends at a round
 * value and grows in steps, so that it stays as it is while a run is watched.
 *
 * @param factor what values are multiplied by before they are scaled: how many there are in all where shares are
 *               counted, and the finest part on a logarithmic axis
 * @param top    upper end, in scaled values
 * @param ticks  from the bottom up
 */
record ValueAxis(AxisScale scale, double factor, double top, List<Tick> ticks) {

    private static final double[] SHARE_TOPS = {0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1};
    private static final double DECADES_MIN = 2;

    /** Between the greatest value and the end of the axis. */
    private static final double AIR = 1.12;

    private static final double DECADES_AIR = 1.04;

    /** A full decade has room on its own axis, though one more than it is what is scaled. */
    private static final double DECADES_SLACK = 0.01;

    /** Ticks nearer than this run into each other, in heights of their text. */
    private static final double APART = 1.2;

    /** A line across the chart; {@code share} of the height. */
    record Tick(double share, String label) {}

    ValueAxis {
        assert top > 0 : top;
        ticks = List.copyOf(ticks);
    }

    /** With room for all values up to {@code most}. */
    static ValueAxis of(AxisScale scale, Quantity quantity, double most) {
        return of(scale, quantity, most, quantity.leastTop());
    }

    /** With room for all values up to {@code most}, and if it is linear, at least up to {@code leastTop}. */
    static ValueAxis of(AxisScale scale, Quantity quantity, double most, double leastTop) {
        if (scale == AxisScale.LOG) {
            return logarithmic(quantity, most);
        }
        double shown = Math.max(leastTop, AIR * most);
        double top = quantity == Quantity.SHARE ? shareTop(shown) : roundTop(shown);
        return linear(quantity, 1, top, parts(quantity, top));
    }

    /** Of shares of {@code total} things, which are counted. */
    static ValueAxis counted(double mostShare, double leastShare, long total) {
        double shown = roundTop(Math.max(leastShare, AIR * mostShare) * total);
        if (shown < total) {
            return linear(Quantity.COUNT, (double) total, shown, parts(Quantity.COUNT, shown));
        }
        // all of them are rarely a round number: the axis ends there, and its ticks are round
        double step = roundTop(total / 5.0);
        List<Tick> ticks = IntStream.rangeClosed(0, (int) (total / step))
                .mapToObj(i -> new Tick(i * step / total, Quantity.COUNT.tick(i * step)))
                .toList();
        return new ValueAxis(AxisScale.LINEAR, (double) total, (double) total, ticks);
    }

    private static ValueAxis linear(Quantity quantity, double factor, double top, int parts) {
        List<Tick> ticks = IntStream.rangeClosed(0, parts)
                .mapToObj(i -> new Tick((double) i / parts, quantity.tick(top * i / parts)))
                .toList();
        return new ValueAxis(AxisScale.LINEAR, factor, top, ticks);
    }

    private static ValueAxis logarithmic(Quantity quantity, double most) {
        double finest = quantity.finest();
        double decades = Math.max(DECADES_MIN, Math.ceil(AxisScale.LOG.scaled(finest * most) - DECADES_SLACK));
        double top = DECADES_AIR * decades;
        int every = decades > 6 ? 3 : decades > 3 ? 2 : 1;
        List<Tick> ticks = new ArrayList<>(List.of(new Tick(0, quantity.tick(0))));
        for (int decade = every; decade <= decades; decade += every) {
            double value = Math.pow(10, decade);
            ticks.add(new Tick(AxisScale.LOG.scaled(value) / top, quantity.tick(value / finest)));
        }
        return new ValueAxis(AxisScale.LOG, finest, top, ticks);
    }

    private static double shareTop(double shown) {
        for (double top : SHARE_TOPS) {
            if (top >= shown) {
                return top;
            }
        }
        return 1;
    }

    /** The next of 1, 2, 5, 10, 20 ... */
    private static double roundTop(double shown) {
        double decade = Math.pow(10, Math.floor(Math.log10(Math.max(1, shown))));
        for (double step : new double[] {1, 2, 5}) {
            if (step * decade >= shown) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    /** Into how many parts ticks divide an axis so that each is a round value. */
    private static int parts(Quantity quantity, double top) {
        boolean isQuarter = quantity == Quantity.SHARE && (top == 0.25 || top == 0.05);
        boolean isFive = quantity == Quantity.COUNT && top == 5;
        boolean isOne = (quantity == Quantity.SHARE && top == 0.01) || (quantity == Quantity.COUNT && top == 1);
        return isQuarter || isFive ? 5 : isOne ? 1 : 2;
    }

    /** The share of the height that a value takes: 0 is the bottom, 1 the top; NaN stays. */
    double share(double value) {
        return scale.scaled(factor * value) / top;
    }

    /** As many of the ticks as have room in a height: each, each second ..., and always the first and the last. */
    List<Tick> ticks(double height, double textHeight) {
        int gaps = ticks.size() - 1;
        int every = 1;
        while (every < gaps && (gaps % every != 0 || height * every / gaps < APART * textHeight)) {
            every++;
        }
        int step = every;
        return IntStream.rangeClosed(0, gaps)
                .filter(i -> i % step == 0)
                .mapToObj(ticks::get)
                .toList();
    }
}
