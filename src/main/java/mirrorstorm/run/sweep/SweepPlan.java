package mirrorstorm.run.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Evidence;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;

/**
 * What a sweep does. Every combination of the axes' values is a cell; the last axis runs fastest.
 *
 * @param replications  how many each cell has; with a precision, at most
 * @param measure       what the precision and the map are about
 * @param precision     a cell has enough replications, but at least {@link #replicationsMin}, once half the width of
 *                      the mean's interval is at most this; 0 for as many as were asked for
 */
public record SweepPlan(
        Scenario scenario, EngineKind engine, List<Axis> axes, int replications, Measure measure, double precision) {

    /** Most cells of one sweep. */
    public static final int CELLS_MAX = 1_000_000;

    /** Most replications of one cell. */
    public static final int REPLICATIONS_MAX = 100_000;

    /** Fewest replications from which the interval of a share of runs is believed. */
    private static final int TRUTHS_MIN = 5;

    /** Fewest from which that of another mean is: skewed values need more. */
    private static final int VALUES_MIN = 20;

    public SweepPlan {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || cellCount(axes) > CELLS_MAX) {
            throw new IllegalArgumentException("no sweep: " + axes.size() + " axes");
        }
        if (replications < 1 || replications > REPLICATIONS_MAX || !(precision >= 0)) {
            throw new IllegalArgumentException("no sweep: " + replications + " replications to " + precision);
        }
    }

    /** Fewest replications from which the interval of a measure is believed. */
    public static int replicationsMin(Measure measure) {
        return measure.kind() == Measure.Kind.TRUTH ? TRUTHS_MIN : VALUES_MIN;
    }

    /** How many combinations of values there are. */
    public static long cellCount(List<Axis> axes) {
        long count = 1;
        for (Axis axis : axes) {
            count = Math.multiplyExact(count, axis.values().size());
        }
        return count;
    }

    /** How many cells it has. */
    public int cellCount() {
        return (int) cellCount(axes);
    }

    /** Which value each axis has in a cell, as indices into its values. */
    public int[] valueIndices(int cell) {
        int[] indices = new int[axes.size()];
        int rest = cell;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            int size = axes.get(axis).values().size();
            indices[axis] = rest % size;
            rest /= size;
        }
        return indices;
    }

    /** The values of a cell, as they are written. */
    public List<String> valueTexts(int cell) {
        int[] indices = valueIndices(cell);
        List<String> texts = new ArrayList<>();
        for (int axis = 0; axis < indices.length; axis++) {
            Axis each = axes.get(axis);
            texts.add(each.lever().format(each.values().get(indices[axis])));
        }
        return texts;
    }

    /** The scenario of a cell. */
    public Scenario scenario(int cell) {
        int[] indices = valueIndices(cell);
        Scenario varied = scenario;
        for (int axis = 0; axis < indices.length; axis++) {
            Axis each = axes.get(axis);
            varied = varied.withLever(each.lever().path(), each.values().get(indices[axis]));
        }
        return varied;
    }

    /**
     * Looks whether runs of any cell can show the measure.
     *
     * @throws ValueException if none can; says what would help
     */
    public void requireShown() throws ValueException {
        Optional<ValueException> problem = Optional.empty();
        for (int cell = 0; cell < cellCount(); cell++) {
            problem = Evidence.of(scenario(cell)).problemWith(measure.key());
            if (problem.isEmpty()) {
                return;
            }
        }
        throw problem.orElseThrow();
    }

    /** The numbers of the cells of a shard, ascending. */
    public List<Integer> cells(Shard shard) {
        List<Integer> cells = new ArrayList<>();
        for (int cell = shard.index(); cell < cellCount(); cell += shard.of()) {
            cells.add(cell);
        }
        return cells;
    }
}
