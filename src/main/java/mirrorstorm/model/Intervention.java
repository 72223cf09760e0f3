package mirrorstorm.model;

import java.time.Duration;

/**
 * What somebody does to a running cluster: the trigger, the operator's actions, a lever moved. Scripted in a
 * scenario's {@code timeline} or made live, they are the same; a run is a function of scenario, seed and these.
 */
public sealed interface Intervention {

    /** Both networks of the nodes are lost together: alive, they reach nobody. Undone after {@code duration}. */
    record Isolate(NodeTarget target, Duration duration) implements Intervention {}

    /** Isolated nodes have their network back. */
    record HealNetwork(NodeTarget target) implements Intervention {}

    /** The process of the nodes dies; their data stays intact but out of reach. */
    record Crash(NodeTarget target) implements Intervention {}

    /** Nodes lose power: as {@link Crash}, and back up after {@code duration} (zero: they stay down). */
    record PowerLoss(NodeTarget target, Duration duration) implements Intervention {}

    /** Crashed nodes come back with their data. */
    record Restart(NodeTarget target) implements Intervention {}

    /** The data of the nodes is gone. */
    record Destroy(NodeTarget target) implements Intervention {}

    /**
     * The nodes lose memory from now on, until {@link StopLeak}, and crash when their spare memory is gone. A restart
     * gives it back, and the leak begins anew.
     *
     * @param rate   mean of the nodes' rates, in spare memories: at 0.1 an hour it lasts ten
     * @param spread how far each node's own rate may be from the mean, as a share of it, in [0, 1]; uniform
     */
    record Leak(NodeTarget target, Rate rate, double spread) implements Intervention {}

    /** The nodes leak no more; what they have lost is lost until they are restarted. */
    record StopLeak(NodeTarget target) implements Intervention {}

    /** {@code count} empty nodes join, evenly spread over {@code over}; at once if that is zero. */
    record AddNodes(int count, Duration over) implements Intervention {}

    /** No volume asks for space any more, until {@link ResumeSearches}. */
    record StopSearches() implements Intervention {}

    /** Volumes ask for space again. */
    record ResumeSearches() implements Intervention {}

    /** All quarantined nodes offer space again and drop what they no longer need to keep. */
    record ReleaseQuarantine() implements Intervention {}

    /** New API calls of this kind to the zone are refused, queued ones cancelled. */
    record DisableApi(String zone, RequestKind api) implements Intervention {}

    /** The zone takes API calls of this kind again. */
    record EnableApi(String zone, RequestKind api) implements Intervention {}

    /** Nothing passes between the control plane and the affected cluster any more. */
    record CutControlPlane() implements Intervention {}

    /** The link is back; elections that have piled up are sent at {@code rate}, or all at once if that is 0. */
    record ReconnectControlPlane(Rate rate) implements Intervention {}

    /**
     * Volumes that search or are unreachable, longest stuck first, are brought back from snapshots at {@code rate};
     * a share of them has a good one. The others wait for {@link ForensicRestore}.
     */
    record RestoreFromSnapshots(Rate rate, double successShare) implements Intervention {}

    /** Volumes without a good snapshot are brought back from dead disks at {@code rate}; the others are lost. */
    record ForensicRestore(Rate rate, double successShare) implements Intervention {}

    /**
     * A live lever gets a new value.
     *
     * @param lever its path, such as {@code search.backoff.base}
     * @param value of the type that {@link Settings} has at that path
     */
    record Set(String lever, Object value) implements Intervention {}
}
