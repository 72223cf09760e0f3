package mirrorstorm.picture;

/** One of the charts on the common time axis. */
public enum Chart {
    /** Volumes by state, stacked, as shares of all. */
    VOLUMES(3),
    /** Nodes asked for space, a second; logarithmic. */
    PROBES(2),
    /** Space on offer, as a share of the whole capacity. */
    ROOM(2),
    /** Nodes that are up, quarantined, crashed; logarithmic. */
    NODES(2);

    private final int weight;

    Chart(int weight) {
        this.weight = weight;
    }

    /** Its height, as a multiple of a unit that all charts share. */
    int weight() {
        return weight;
    }
}
