package mirrorstorm.model;

import java.time.Duration;

/**
 * What somebody does to a running cluster: the trigger, an operator's operation, a lever moved. Scripted in a
 * scenario's {@code timeline} or made live, they are the same; a run is a function of scenario, seed and these.
 *
 * <p>An intervention owns its rule: which of the two kinds it is, which nodes it is about, and what comes of it. How
 * it is written is a row of {@code scenario.InterventionFormat}; what it is called stands in the bundles.
 */
public sealed interface Intervention permits Intervention.Trigger, Intervention.Operation {

    /** Carries it out. Only the model has an operator to hand in. */
    void applyTo(Operator operator);

    /** Whether it harms the cluster, rather than being something that an operator does about the harm. */
    default boolean isTrigger() {
        return this instanceof Trigger;
    }

    /** Whether both move one lever, so that the later of them makes the earlier one a passing place. */
    default boolean movesSameLeverAs(Intervention other) {
        return this instanceof Set one
                && other instanceof Set two
                && one.lever().equals(two.lever());
    }

    // The kinds

    /** Takes nodes away or makes them fail. */
    sealed interface Trigger extends Intervention, OnNodes {}

    /** What an operator does: against a storm, to prevent one, or by mistake. */
    sealed interface Operation extends Intervention {

        /**
         * Whether it can change at once how volumes search or what they find. If so, the story waits some minutes and
         * tells what came of it.
         */
        boolean concernsSearches();
    }

    /** A trigger that takes nodes away at its very moment. */
    sealed interface Outage extends Trigger {

        /** What the nodes are in from then on. */
        NodeState state();

        /** How long until it is undone; zero if it is not. */
        default Duration duration() {
            return Duration.ZERO;
        }

        @Override
        default boolean canChange(NodeCondition now) {
            return now.state().ordinal() < state().ordinal();
        }

        @Override
        default void applyTo(Operator operator) {
            operator.takeDown(this);
        }
    }

    /** What is about some of the nodes. */
    interface OnNodes {

        /** The nodes that it is about, as far as it can change them. */
        NodeTarget target();

        /** Whether a node as it is now can be among them. */
        boolean canChange(NodeCondition now);
    }

    // Nodes fail

    /** Both networks of the nodes are lost together: alive, they reach nobody. Undone after {@code duration}. */
    record Isolate(NodeTarget target, Duration duration) implements Outage {
        @Override
        public NodeState state() {
            return NodeState.ISOLATED;
        }
    }

    /** The process of the nodes dies; their data stays intact but out of reach. */
    record Crash(NodeTarget target) implements Outage {
        @Override
        public NodeState state() {
            return NodeState.CRASHED;
        }
    }

    /** Nodes lose power: as {@link Crash}, and back up after {@code duration} (zero: they stay down). */
    record PowerLoss(NodeTarget target, Duration duration) implements Outage {
        @Override
        public NodeState state() {
            return NodeState.CRASHED;
        }
    }

    /** The data of the nodes is gone. */
    record Destroy(NodeTarget target) implements Outage {
        @Override
        public NodeState state() {
            return NodeState.DESTROYED;
        }
    }

    /**
     * The nodes lose memory from now on, until {@link StopLeak}, and crash when their spare memory is gone. A restart
     * gives it back, and the leak begins anew.
     *
     * @param rate   mean of the nodes' rates, in spare memories: at 0.1 an hour it lasts ten
     * @param spread how far each node's own rate may be from the mean, as a share of it, in [0, 1]; uniform
     */
    record Leak(NodeTarget target, Rate rate, double spread) implements Trigger {
        /** A process runs on the node, or will after a restart. */
        @Override
        public boolean canChange(NodeCondition now) {
            return now.state().hasData();
        }

        @Override
        public void applyTo(Operator operator) {
            operator.leaks.begin(operator.select(this), rate, spread);
        }
    }

    // Nodes come back or join

    /** Isolated nodes have their network back. */
    record HealNetwork(NodeTarget target) implements Operation, OnNodes {
        @Override
        public boolean canChange(NodeCondition now) {
            return now.state() == NodeState.ISOLATED;
        }

        @Override
        public boolean concernsSearches() {
            return true;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.mirroring.bringBack(operator.select(this));
        }
    }

    /** Crashed nodes come back with their data. */
    record Restart(NodeTarget target) implements Operation, OnNodes {
        @Override
        public boolean canChange(NodeCondition now) {
            return now.state() == NodeState.CRASHED;
        }

        @Override
        public boolean concernsSearches() {
            return true;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.mirroring.bringBack(operator.select(this));
        }
    }

    /** The nodes leak no more; what they have lost is lost until they are restarted. */
    record StopLeak(NodeTarget target) implements Operation, OnNodes {
        @Override
        public boolean canChange(NodeCondition now) {
            return now.isLeaking();
        }

        @Override
        public boolean concernsSearches() {
            return false;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.leaks.stop(operator.select(this));
        }
    }

    /** {@code count} empty nodes join, evenly spread over {@code over}; at once if that is zero. */
    record AddNodes(int count, Duration over) implements Operation {
        @Override
        public boolean concernsSearches() {
            return over.isZero();
        }

        @Override
        public void applyTo(Operator operator) {
            operator.scheduleJoins(count, over);
        }
    }

    // Searches

    /** No volume asks for space any more, until {@link ResumeSearches}. */
    record StopSearches() implements Operation {
        @Override
        public boolean concernsSearches() {
            return true;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.mirroring.setSearchesStopped(true);
        }
    }

    /** Volumes ask for space again. */
    record ResumeSearches() implements Operation {
        @Override
        public boolean concernsSearches() {
            return true;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.mirroring.setSearchesStopped(false);
        }
    }

    /** All quarantined nodes offer space again and drop what they no longer need to keep. */
    record ReleaseQuarantine() implements Operation {
        @Override
        public boolean concernsSearches() {
            return true;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.quarantine.releaseAll();
        }
    }

    // The control plane

    /** New API calls of this kind to the zone are refused, queued ones cancelled. */
    record DisableApi(String zone, RequestKind api) implements Operation {
        @Override
        public boolean concernsSearches() {
            return false;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.controlPlane.setDisabled(operator.zone(zone), api, true);
        }
    }

    /** The zone takes API calls of this kind again. */
    record EnableApi(String zone, RequestKind api) implements Operation {
        @Override
        public boolean concernsSearches() {
            return false;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.controlPlane.setDisabled(operator.zone(zone), api, false);
        }
    }

    /** Nothing passes between the control plane and the affected cluster any more. */
    record CutControlPlane() implements Operation {
        @Override
        public boolean concernsSearches() {
            return false;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.elections.onCut(operator.controlPlane.cut());
        }
    }

    /** The link is back; elections that have piled up are sent at {@code rate}, or all at once if that is 0. */
    record ReconnectControlPlane(Rate rate) implements Operation {
        @Override
        public boolean concernsSearches() {
            return false;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.controlPlane.reconnect();
            operator.elections.onReconnect(rate);
        }
    }

    // Volumes come back from elsewhere

    /**
     * Volumes that search or are unreachable, longest stuck first, are brought back from snapshots at {@code rate};
     * a share of them has a good one. The others wait for {@link ForensicRestore}.
     */
    record RestoreFromSnapshots(Rate rate, double successShare) implements Operation {
        @Override
        public boolean concernsSearches() {
            return false;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.restoration.start(Restoration.Source.SNAPSHOT, rate, successShare);
        }
    }

    /** Volumes without a good snapshot are brought back from dead disks at {@code rate}; the others are lost. */
    record ForensicRestore(Rate rate, double successShare) implements Operation {
        @Override
        public boolean concernsSearches() {
            return false;
        }

        @Override
        public void applyTo(Operator operator) {
            operator.restoration.start(Restoration.Source.FORENSICS, rate, successShare);
        }
    }

    // Levers

    /**
     * A live lever gets a new value.
     *
     * @param lever its path, such as {@code search.backoff.base}
     * @param value of the type that {@link Settings} has at that path
     */
    record Set(String lever, Object value) implements Operation {
        /** Those of the control plane and of elections do not. */
        @Override
        public boolean concernsSearches() {
            return lever.startsWith("search.")
                    || lever.startsWith("race.")
                    || lever.startsWith("cluster.")
                    || lever.startsWith("copy.");
        }

        @Override
        public void applyTo(Operator operator) {
            operator.set(lever, value);
        }
    }
}
