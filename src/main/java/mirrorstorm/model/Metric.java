package mirrorstorm.model;

import java.util.Arrays;
import java.util.Optional;

/** What is measured over the time of a run. Shares are of all volumes, nodes, requests or instances, in [0, 1]. */
public enum Metric {
    /** Volumes whose I/O hangs. */
    STUCK("stuck", Unit.SHARE),
    /** Volumes that look for space. */
    SEARCHING("searching", Unit.SHARE),
    /** Volumes that are mirrored or copying, but wait for a primary to be elected. */
    AWAITING_ELECTION("awaitingElection", Unit.SHARE),
    /** Volumes that fill a new replica, or queue for it. */
    COPYING("copying", Unit.SHARE),
    /** Volumes without a current replica on a live node. */
    UNREACHABLE("unreachable", Unit.SHARE),
    /** Volumes that are being brought back from snapshots or dead disks. */
    RESTORING("restoring", Unit.SHARE),
    /** Volumes that cannot be brought back. */
    LOST("lost", Unit.SHARE),
    /** All but the searching, unreachable, restoring and lost: what the post-mortem counts. */
    RESTORED("restored", Unit.SHARE),
    /** Space that is on offer, as a share of the whole capacity. */
    FREE_SHARE("freeShare", Unit.SHARE),
    /** Nodes that are up. */
    NODES_UP("nodesUp", Unit.COUNT),
    /** Crashes so far. */
    NODES_CRASHED("nodesCrashed", Unit.COUNT),
    /** Nodes under quarantine. */
    NODES_QUARANTINED("nodesQuarantined", Unit.COUNT),
    /** Nodes asked for space, a second. */
    PROBES_PER_SECOND("probesPerSecond", Unit.PER_SECOND),
    /** Copies that end well, a second. */
    COPIES_PER_SECOND("copiesPerSecond", Unit.PER_SECOND),
    /** Control plane threads that are held. */
    CONTROL_PLANE_BUSY("controlPlaneBusy", Unit.SHARE),
    /** Requests that wait for a control plane thread. */
    CONTROL_PLANE_QUEUE("controlPlaneQueue", Unit.COUNT),
    /** API calls of the other zones that failed. */
    API_ERROR_SHARE("apiErrorShare", Unit.SHARE),
    /** Median latency of API calls of the other zones. */
    API_LATENCY_P50_SECONDS("apiLatencyP50Seconds", Unit.SECONDS),
    /** 99th percentile of that latency. */
    API_LATENCY_P99_SECONDS("apiLatencyP99Seconds", Unit.SECONDS),
    /** Databases of which at least one volume is stuck. */
    INSTANCES_STUCK("instancesStuck", Unit.SHARE),
    /** Crashes that one more crash would bring within the window of the settings. */
    LOOP_GAIN("loopGain", Unit.COUNT),
    /** Multi-zone pairs of the region that should have failed over so far and did not. */
    FAIL_OVERS_FAILED("failOversFailed", Unit.SHARE),
    /** Volumes that have a current replica within reach, but fewer than they should: one more loss may end them. */
    UNDER_REPLICATED("underReplicated", Unit.SHARE);

    /** In what a metric is counted. */
    public enum Unit {
        SHARE,
        COUNT,
        PER_SECOND,
        SECONDS
    }

    private final String key;
    private final Unit unit;

    Metric(String key, Unit unit) {
        this.key = key;
        this.unit = unit;
    }

    /** Its name in files, on the command line and in milestones. */
    public String key() {
        return key;
    }

    /** In what it is counted. */
    public Unit unit() {
        return unit;
    }

    /** The metric of that name, if there is one. */
    public static Optional<Metric> ofKey(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).findFirst();
    }
}
