package mirrorstorm.picture.stage;

import mirrorstorm.model.NodeState;
import mirrorstorm.run.Snapshot;

/**
 * What is to be seen of a node, in one int, so that cells that look alike are painted once. Low bits first: state
 * (2), quarantine (1), glow (3), fill (12, in steps of a cell's height).
 */
final class CellAppearance {

    /** Strongest glow. */
    static final int GLOW_MAX = 7;

    /** Searches of a node at which its glow is strongest. */
    private static final double SEARCHES_AT_GLOW_MAX = 24;

    static final int FILL_SHIFT = 6;

    private static final int GLOW_SHIFT = 3;

    private static final int FILL_MAX = (1 << 12) - 1;
    private static final NodeState[] STATES = NodeState.values();
    private static final int[] GLOWS = glows();

    private CellAppearance() {}

    /**
     * The look of a node.
     *
     * @param steps how many levels of fill can be told apart, in [1, 4095]
     */
    static int of(Snapshot snapshot, int node, int steps) {
        double share = snapshot.used(node) / (double) Math.max(1, snapshot.capacity(node));
        int fill = (int) Math.round(Math.min(1, share) * Math.min(steps, FILL_MAX));
        return of(snapshot.nodeState(node), snapshot.isQuarantined(node), glow(snapshot.searching(node)), fill);
    }

    static int of(NodeState state, boolean quarantined, int glow, int fill) {
        assert glow >= 0 && glow <= GLOW_MAX && fill >= 0 && fill <= FILL_MAX : glow + ", " + fill;
        return state.ordinal() | (quarantined ? 1 : 0) << 2 | glow << GLOW_SHIFT | fill << FILL_SHIFT;
    }

    /** Grows with the logarithm of the searches: one can be seen, and ten are not yet the most. */
    static int glow(int searching) {
        return GLOWS[Math.min(searching, GLOWS.length - 1)];
    }

    private static int[] glows() {
        int[] glows = new int[(int) SEARCHES_AT_GLOW_MAX + 1];
        for (int searching = 1; searching < glows.length; searching++) {
            double strength = Math.log1p(searching) / Math.log1p(SEARCHES_AT_GLOW_MAX);
            glows[searching] = (int) Math.max(1, Math.round(strength * GLOW_MAX));
        }
        return glows;
    }

    /** The same without the level of fill. */
    static int withoutFill(int look) {
        return look & (1 << FILL_SHIFT) - 1;
    }

    static NodeState state(int look) {
        return STATES[look & 3];
    }

    static boolean isQuarantined(int look) {
        return (look & 1 << 2) != 0;
    }

    static int glowOf(int look) {
        return look >> GLOW_SHIFT & GLOW_MAX;
    }

    static int fill(int look) {
        return look >> FILL_SHIFT;
    }
}
