package mirrorstorm.model;

import mirrorstorm.engine.RandomStream;

/**
 * Where replicas are put by the control plane, at the start: on different nodes, on different racks where possible,
 * each on the emptier of two nodes drawn at random, which keeps the nodes about equally full (Mitzenmacher 2001).
 */
final class Placement {

    private static final int DRAWS_MAX = 16;

    private final Cluster cluster;
    private final RandomStream stream;

    Placement(Cluster cluster, RandomStream stream) {
        this.cluster = cluster;
        this.stream = stream;
    }

    /** Places every replica of every volume. The capacity must hold them all. */
    void placeAll() {
        for (int volume = 0; volume < cluster.volumes.count; volume++) {
            for (int place = 0; place < cluster.volumes.replicas; place++) {
                int node = choose(volume, place);
                if (node == Volumes.NO_NODE) {
                    node = makeRoomFor(volume);
                }
                cluster.space.occupy(volume, place, node);
            }
            cluster.volumes.current[volume] = (byte) ((1 << cluster.volumes.replicas) - 1);
        }
        for (int volume = 0; volume < cluster.volumes.count; volume++) {
            cluster.exposeMirrors(volume, 1);
        }
    }

    private int choose(int volume, int place) {
        assert place < cluster.volumes.replicas : place;
        for (int draw = 0; draw < DRAWS_MAX; draw++) {
            int a = stream.nextInt(cluster.nodes.count);
            int b = stream.nextInt(cluster.nodes.count);
            int node = cluster.nodes.used[a] <= cluster.nodes.used[b] ? a : b;
            boolean mayShare = cluster.settings.cluster().racks() <= place;
            if (hasRoom(node)
                    && !cluster.volumes.isOn(volume, node)
                    && (mayShare || !sharesRack(volume, place, node))) {
                return node;
            }
        }
        int best = Volumes.NO_NODE;
        for (int node = 0; node < cluster.nodes.count; node++) {
            boolean possible = hasRoom(node) && !cluster.volumes.isOn(volume, node);
            if (possible && (best == Volumes.NO_NODE || isBetter(volume, place, node, best))) {
                best = node;
            }
        }
        return best;
    }

    /** A node in another rack is better than one that shares the volume's; of two alike the emptier one. */
    private boolean isBetter(int volume, int place, int node, int than) {
        boolean shares = sharesRack(volume, place, node);
        boolean thanShares = sharesRack(volume, place, than);
        return shares == thanShares ? cluster.nodes.used[node] < cluster.nodes.used[than] : thanShares;
    }

    private boolean hasRoom(int node) {
        return cluster.nodes.used[node] < cluster.nodes.dealt[node];
    }

    private boolean sharesRack(int volume, int placed, int node) {
        assert placed >= 0 : placed;
        for (int place = 0; place < placed; place++) {
            if (cluster.rack(cluster.volumes.nodeAt(volume, place)) == cluster.rack(node)) {
                return true;
            }
        }
        return false;
    }

    /** The last room is on a node that has the volume already: another volume moves there and leaves its place. */
    private int makeRoomFor(int volume) {
        for (int other = 0; other < volume; other++) {
            for (int place = 0; place < cluster.volumes.replicas; place++) {
                int node = cluster.volumes.nodeAt(other, place);
                if (!cluster.volumes.isOn(volume, node) && moves(other, place)) {
                    return node;
                }
            }
        }
        throw new IllegalArgumentException("the capacity does not hold " + cluster.volumes.count + " volumes");
    }

    /** Moves a replica to a node with room that has none of its volume, if there is one; whether it did. */
    private boolean moves(int volume, int place) {
        int free = choose(volume, 0);
        if (free == Volumes.NO_NODE) {
            return false;
        }
        cluster.space.vacate(volume, place);
        cluster.space.occupy(volume, place, free);
        return true;
    }
}
