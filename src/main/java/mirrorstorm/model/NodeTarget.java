package mirrorstorm.model;

import java.util.List;

/** Which nodes an intervention is about: exactly one of a share of all, whole racks, or named nodes. */
public sealed interface NodeTarget {

    /** A share of all nodes, in [0, 1], drawn at random. */
    record Share(double share) implements NodeTarget {}

    /** All nodes of these racks, counted from 0. */
    record Racks(List<Integer> racks) implements NodeTarget {
        public Racks {
            racks = List.copyOf(racks);
        }
    }

    /** These nodes, counted from 0. */
    record Nodes(List<Integer> nodes) implements NodeTarget {
        public Nodes {
            nodes = List.copyOf(nodes);
        }
    }

    /** Every node that the intervention can change. */
    record All() implements NodeTarget {}
}
