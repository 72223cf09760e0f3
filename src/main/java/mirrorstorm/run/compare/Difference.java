package mirrorstorm.run.compare;

import mirrorstorm.run.Snapshot;

/**
 * What is in another state in one run than in another at the same moment. Nodes and volumes of the same number are
 * held against each other; what only one of them has differs.
 */
public final class Difference {

    private final boolean[] nodeDiffers;
    private final float[] volumeShare;
    private final int nodeCount;
    private final int volumeCount;

    private Difference(boolean[] nodeDiffers, float[] volumeShare, int nodeCount, int volumeCount) {
        this.nodeDiffers = nodeDiffers;
        this.volumeShare = volumeShare;
        this.nodeCount = nodeCount;
        this.volumeCount = volumeCount;
    }

    /** How {@code other} differs from {@code first}, node by node of {@code other}. */
    public static Difference of(Snapshot first, Snapshot other) {
        int nodes = other.nodeCount();
        int common = Math.min(first.volumeCount(), other.volumeCount());
        int[] held = new int[nodes];
        int[] differing = new int[nodes];
        int volumesDiffering = Math.abs(first.volumeCount() - other.volumeCount());
        for (int volume = 0; volume < other.volumeCount(); volume++) {
            boolean differs = volume >= common || first.volumeState(volume) != other.volumeState(volume);
            volumesDiffering += differs && volume < common ? 1 : 0;
            for (int place = 0; place <= other.replicaCount(); place++) {
                int node = other.placeNode(volume, place);
                if (node >= 0) {
                    held[node]++;
                    differing[node] += differs ? 1 : 0;
                }
            }
        }
        boolean[] nodeDiffers = new boolean[nodes];
        float[] share = new float[nodes];
        int nodesDiffering = Math.max(0, first.nodeCount() - nodes);
        for (int node = 0; node < nodes; node++) {
            nodeDiffers[node] = node >= first.nodeCount()
                    || first.nodeState(node) != other.nodeState(node)
                    || first.isQuarantined(node) != other.isQuarantined(node);
            share[node] = held[node] == 0 ? 0 : (float) differing[node] / held[node];
            nodesDiffering += nodeDiffers[node] ? 1 : 0;
        }
        return new Difference(nodeDiffers, share, nodesDiffering, volumesDiffering);
    }

    /** Whether the node itself is in another state, quarantine included. */
    public boolean differs(int node) {
        return nodeDiffers[node];
    }

    /** The share of what lies on the node that is of volumes in another state, [0, 1]. */
    public double volumeShare(int node) {
        return volumeShare[node];
    }

    /** Nodes in another state, and those that only one of the two has. */
    public int nodeCount() {
        return nodeCount;
    }

    /** Volumes in another state, and those that only one of the two has. */
    public int volumeCount() {
        return volumeCount;
    }
}
