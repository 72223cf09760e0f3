package mirrorstorm.run;

import mirrorstorm.model.Settings;

/**
 * The headroom law: how large a share of the nodes may lose its network for a moment before volumes find no room for
 * a new mirror. It knows space only: neither crashes nor the control plane, so it is the storm's least size.
 *
 * <p>With the isolated share x, utilisation u and R replicas on different nodes, 1 - (1-x)^R of the volumes are
 * affected, and the free space holds R(1-u)/u replicas for each volume. Old replicas keep their space while new ones
 * are searched. Under quarantine the isolated nodes' own room is unusable, so only the share 1-x of it is left, and
 * nothing is given back before a volume has all its replicas: it then needs Rx - x^R (Rx are lost, but of those that
 * lost all, one is still current). For R = 2 that is the 2x - x^2 that are affected. (Known answers in
 * src/docs/model.md.)
 *
 * @param utilisation  share of the space that is taken, in (0, 1]
 * @param replicas     copies of each volume, &gt;= 2
 * @param isQuarantine whether nodes that were declared failed offer nothing
 */
public record Headroom(double utilisation, int replicas, boolean isQuarantine) {

    /** Halvings of [0, 1] until its middle is exact. */
    private static final int HALVINGS = 60;

    /** @throws IllegalArgumentException if something is out of its range */
    public Headroom {
        if (!(utilisation > 0 && utilisation <= 1) || replicas < 2) {
            throw new IllegalArgumentException(
                    "no cluster has " + replicas + " replicas and is full to " + utilisation);
        }
    }

    /** That of a cluster. */
    public static Headroom of(Settings.Cluster cluster) {
        return new Headroom(cluster.utilisation(), cluster.replicas(), cluster.quarantine());
    }

    /**
     * The share of volumes that lose a replica.
     *
     * @param isolated share of the nodes, in [0, 1]
     */
    public double affectedShare(double isolated) {
        require(isolated);
        return 1 - StrictMath.pow(1 - isolated, replicas);
    }

    /**
     * The room that can be used, in replicas for each volume of the cluster.
     *
     * @param isolated share of the nodes, in [0, 1]
     */
    public double roomPerVolume(double isolated) {
        require(isolated);
        double free = replicas * (1 - utilisation) / utilisation;
        return isQuarantine ? free * (1 - isolated) : free;
    }

    /** Replicas that have to find room, for each volume of the cluster. */
    private double neededPerVolume(double isolated) {
        return isQuarantine ? replicas * isolated - StrictMath.pow(isolated, replicas) : affectedShare(isolated);
    }

    /**
     * The share of volumes that are stuck once all the room is taken. Without quarantine copies give the room of the
     * old replicas back, so these wait for the first copies to end; with it they wait for an operator.
     *
     * @param isolated share of the nodes, in [0, 1]
     */
    public double stuckShare(double isolated) {
        return Math.max(0, affectedShare(isolated) - roomPerVolume(isolated));
    }

    /** The largest share of the nodes that can lose its network with room left for everybody; 1 if any can. */
    public double safeShare() {
        double safe = 0;
        double unsafe = 1;
        if (neededPerVolume(unsafe) <= roomPerVolume(unsafe)) {
            return 1;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (safe + unsafe) / 2;
            if (neededPerVolume(middle) <= roomPerVolume(middle)) {
                safe = middle;
            } else {
                unsafe = middle;
            }
        }
        return safe;
    }

    private static void require(double isolated) {
        if (!(isolated >= 0 && isolated <= 1)) {
            throw new IllegalArgumentException("a share of nodes is in [0, 1], was " + isolated);
        }
    }
}
