package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.RandomStream;

/**
 * The race in closing replication requests. Requests closed on one node within the window are concurrent, and each
 * concurrent pair crashes the node with a small probability; so the danger grows with the square of the load. AWS:
 * "a race condition in the code on the storage nodes that, with a very low probability, caused them to fail when
 * they were concurrently closing a large number of requests for replication".
 */
final class Race {

    private final Cluster cluster;
    private final RandomStream stream;

    // The failed rounds of the last window, oldest first, as a ring; and how many of them each node had.
    private long[] closedNanos = new long[64];
    private int[] closedNode = new int[64];
    private int first;
    private int size;
    private int[] recentRounds;

    Race(Cluster cluster, RandomStream stream) {
        this.cluster = cluster;
        this.stream = stream;
        this.recentRounds = new int[cluster.nodes.count];
    }

    /** A failed round closes its requests on {@code node}, all at this instant. Whether that crashes the node. */
    boolean crashes(int node) {
        assert cluster.nodes.has(node) : node;
        forgetOld();
        if (node >= recentRounds.length) {
            recentRounds = Arrays.copyOf(recentRounds, Math.max(node + 1, cluster.nodes.state.length));
        }
        int k = cluster.settings.search().probes();
        double pairs = k * (k - 1) / 2.0 + (double) k * k * recentRounds[node];
        remember(node);
        return stream.chance(crashProbability(cluster.settings.race().probability(), pairs));
    }

    /** The rate, per second, of crashes of a node on which rounds fail at {@code roundsPerSecond}. */
    static double hazardPerSecond(Settings settings, double roundsPerSecond) {
        return RaceHazard.of(settings).perSecond(roundsPerSecond);
    }

    /** 1 - (1-p)^pairs, without losing the digits of a tiny p. */
    static double crashProbability(double p, double pairs) {
        assert p >= 0 && p <= 1 : p;
        assert pairs >= 0 : pairs;
        // No pair, no crash, even if p is 1 and its logarithm infinite.
        return pairs == 0 ? 0 : -StrictMath.expm1(pairs * StrictMath.log1p(-p));
    }

    private void forgetOld() {
        long oldest =
                cluster.events.clockNanos() - cluster.settings.race().window().toNanos();
        while (size > 0 && closedNanos[first] < oldest) {
            recentRounds[closedNode[first]]--;
            assert recentRounds[closedNode[first]] >= 0 : closedNode[first];
            first = (first + 1) % closedNanos.length;
            size--;
            assert size >= 0 : size;
        }
    }

    private void remember(int node) {
        if (size == closedNanos.length) {
            unroll(2 * size);
        }
        int last = (first + size) % closedNanos.length;
        assert size < closedNanos.length : size;
        closedNanos[last] = cluster.events.clockNanos();
        closedNode[last] = node;
        recentRounds[node]++;
        size++;
    }

    private void unroll(int length) {
        long[] times = new long[length];
        int[] where = new int[length];
        for (int i = 0; i < size; i++) {
            times[i] = closedNanos[(first + i) % closedNanos.length];
            where[i] = closedNode[(first + i) % closedNanos.length];
        }
        closedNanos = times;
        closedNode = where;
        first = 0;
    }

    void columns(Columns columns, Race other) {
        columns.part(stream, other.stream);
        closedNanos = columns.array(closedNanos, other.closedNanos);
        closedNode = columns.array(closedNode, other.closedNode);
        recentRounds = columns.array(recentRounds, other.recentRounds);
        first = columns.value(first, other.first);
        size = columns.value(size, other.size);
    }
}
