package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

import java.util.Arrays;

/**
 * Streams: as many as there are copies under way, never started beyond the limit; and no copy queues while its two
 * nodes are both free.
 */
final class StreamChecker implements Checker {

    private int[] inBefore = new int[0];
    private int[] outBefore = new int[0];

    @Override
    public void check(Simulation simulation) {
        Cluster cluster = simulation.cluster();
        int most = cluster.settings().copy().maxPerNode();
        int[] in = new int[cluster.nodeCount()];
        int[] out = new int[cluster.nodeCount()];
        int streams = 0;
        for (int volume = 0; volume < cluster.volumeCount(); volume++) {
            if (cluster.phase(volume) == Phase.STREAMING) {
                out[cluster.placeNode(volume, cluster.sourcePlace(volume))]++;
                in[cluster.placeNode(volume, cluster.targetPlace(volume))]++;
                streams++;
                long now = cluster.events.clockNanos();
                require(cluster.copyStartNanos(volume) <= now, "copy began later", volume);
                require(cluster.copyEndNanos(volume) >= now, "copy ended before", volume);
            }
        }
        require(streams == simulation.streamCount(), "streams", streams, simulation.streamCount());
        for (int node = 0; node < in.length; node++) {
            require(in[node] == cluster.streamsIn(node), "streams into node", node, in[node]);
            require(out[node] == cluster.streamsOut(node), "streams out of node", node, out[node]);
            require(in[node] <= Math.max(most, at(inBefore, node)), "too many streams into node", node, in[node]);
            require(out[node] <= Math.max(most, at(outBefore, node)), "too many streams out of", node, out[node]);
        }
        for (int volume = 0; volume < cluster.volumeCount(); volume++) {
            if (cluster.phase(volume) == Phase.QUEUED) {
                int from = cluster.placeNode(volume, cluster.sourcePlace(volume));
                int to = cluster.placeNode(volume, cluster.targetPlace(volume));
                require(out[from] >= most || in[to] >= most, "queues though both ends are free", volume, from, to);
            }
        }
        inBefore = Arrays.copyOf(in, in.length);
        outBefore = Arrays.copyOf(out, out.length);
    }

    private static int at(int[] counts, int node) {
        return node < counts.length ? counts[node] : 0;
    }
}
