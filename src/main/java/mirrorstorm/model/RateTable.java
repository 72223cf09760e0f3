package mirrorstorm.model;

import java.util.Arrays;

/**
 * Probabilities and rates of the fast search that take a power or a logarithm, each worked out once for as long as
 * the settings stay. No state: what comes out follows from the arguments.
 */
final class RateTable {

    private static final double UNKNOWN = -1;
    private static final int INITIAL_LENGTH = 64;

    private Settings settings = Settings.DEFAULTS;
    private int nodeCount;
    private double[] failing = new double[0];
    private double[] hazards = new double[0];

    /** The probability that a round finds nothing when {@code open} of {@code nodes} nodes could take the volume. */
    double failing(Settings now, int open, int nodes) {
        assert open >= 0 && open <= nodes : open;
        if (!isFor(now) || nodes != nodeCount) {
            begin(now, nodes);
        }
        if (open >= failing.length) {
            failing = longer(failing, open);
        }
        if (failing[open] == UNKNOWN) {
            failing[open] = now.search().failureProbability(open, nodes);
        }
        return failing[open];
    }

    /** The crash rate of a node with so many rounds in progress, all of which fail. */
    double hazardPerSecond(Settings now, int rounds) {
        assert rounds >= 0 : rounds;
        if (!isFor(now)) {
            begin(now, nodeCount);
        }
        if (rounds >= hazards.length) {
            hazards = longer(hazards, rounds);
        }
        if (hazards[rounds] == UNKNOWN) {
            double roundsPerSecond = rounds / now.search().roundSeconds();
            hazards[rounds] = Race.hazardPerSecond(now, roundsPerSecond);
        }
        return hazards[rounds];
    }

    @SuppressWarnings("ReferenceEquality") // The same object has the same values, and this is asked at every draw.
    private boolean isFor(Settings now) {
        return now == settings;
    }

    private void begin(Settings now, int nodes) {
        settings = now;
        nodeCount = nodes;
        Arrays.fill(failing, UNKNOWN);
        Arrays.fill(hazards, UNKNOWN);
    }

    private static double[] longer(double[] table, int index) {
        assert index >= table.length : index;
        double[] longer = Arrays.copyOf(table, Math.max(INITIAL_LENGTH, index + index / 2 + 1));
        Arrays.fill(longer, table.length, longer.length, UNKNOWN);
        return longer;
    }
}
