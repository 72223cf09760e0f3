package mirrorstorm.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mirrorstorm.model.RequestState;

/** What is known of the one thing that is looked into, beyond what every snapshot has. */
public sealed interface Inspection {

    /** What can be looked into. */
    sealed interface Subject {

        /** Nothing. */
        record Nothing() implements Subject {}

        /** A node, from 0. */
        record Node(int node) implements Subject {}

        /** A volume, from 0. */
        record Volume(int volume) implements Subject {}

        /** A request at the control plane, by its id. */
        record Request(long id) implements Subject {}
    }

    /** Nothing is looked into, or there is no more to know of it. */
    record OfNothing() implements Inspection {}

    /**
     * A node.
     *
     * @param volumes those that have a replica, old replica or claim on it, in ascending order
     * @param history oldest first; bounded
     */
    record OfNode(int node, List<Integer> volumes, List<LogEntry> history) implements Inspection {

        public OfNode {
            volumes = List.copyOf(volumes);
            history = List.copyOf(history);
        }
    }

    /**
     * A volume.
     *
     * @param failedRounds    rounds that failed in its present search; under the rates engine an expectation
     * @param isExact         whether that was counted, and is no expectation
     * @param primaryNode     the node of its primary replica, or -1
     * @param electionPending whether its primary was lost and no new one is elected yet
     * @param dueNanos        when its wait, copy or restore ends, nanoseconds since the start; empty where nothing is
     *                        fixed, as for a round under way
     * @param history         oldest first; bounded
     */
    record OfVolume(
            int volume,
            double failedRounds,
            boolean isExact,
            int primaryNode,
            boolean electionPending,
            OptionalLong dueNanos,
            List<LogEntry> history)
            implements Inspection {

        public OfVolume {
            history = List.copyOf(history);
        }
    }

    /** A request at the control plane; empty once it has left it. */
    record OfRequest(long id, Optional<RequestState> state) implements Inspection {}
}
