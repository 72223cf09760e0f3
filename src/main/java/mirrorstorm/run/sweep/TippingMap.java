package mirrorstorm.run.sweep;

import java.util.Arrays;
import java.util.List;
import mirrorstorm.run.batch.Measure;

/**
 * The median outcome of a sweep over two levers, to be drawn: NaN where no cell is known yet. Immutable.
 *
 * @param x       the lever across; the second axis of the sweep
 * @param y       the lever upwards; the first axis of the sweep
 * @param medians for each value of y, for each value of x
 * @param hereX   where the scenario itself stands on x, as a place between values: 0 is the first, 1 the second; NaN
 *                if it is not between them
 * @param hereY   likewise on y
 */
public record TippingMap(Axis x, Axis y, Measure measure, List<List<Double>> medians, double hereX, double hereY) {

    public TippingMap {
        medians = medians.stream().map(List::copyOf).toList();
    }

    /**
     * The map of the cells that are known.
     *
     * @throws IllegalArgumentException if the sweep has not exactly two axes
     */
    public static TippingMap of(SweepPlan plan, Iterable<Cell> cells) {
        if (plan.axes().size() != 2) {
            throw new IllegalArgumentException(
                    "a map has two axes, not " + plan.axes().size());
        }
        Axis y = plan.axes().get(0);
        Axis x = plan.axes().get(1);
        Double[][] medians = new Double[y.values().size()][x.values().size()];
        for (Double[] row : medians) {
            Arrays.fill(row, Double.NaN);
        }
        for (Cell cell : cells) {
            int[] at = plan.valueIndices(cell.index());
            medians[at[0]][at[1]] = cell.median(plan.measure());
        }
        return new TippingMap(
                x, y, plan.measure(), Arrays.stream(medians).map(List::of).toList(), place(plan, x), place(plan, y));
    }

    private static double place(SweepPlan plan, Axis axis) {
        Object value = plan.scenario().lever(axis.lever().path());
        int index = axis.values().indexOf(value);
        if (index >= 0) {
            return index;
        }
        double here = axis.lever().magnitudeOf(value);
        for (int i = 1; i < axis.values().size(); i++) {
            double before = axis.lever().magnitudeOf(axis.values().get(i - 1));
            double after = axis.lever().magnitudeOf(axis.values().get(i));
            if (here >= Math.min(before, after) && here <= Math.max(before, after)) {
                return i - 1 + (here - before) / (after - before);
            }
        }
        return Double.NaN;
    }
}
