package mirrorstorm.picture.stage;

import java.util.List;
import java.util.TreeSet;

/** What is pointed at, or chosen, on a stage. Nodes, volumes, zones and threads by their ids, from 0. */
public sealed interface Pick {

    /** The stage beside everything on it. */
    record Nothing() implements Pick {}

    /** Nodes, in ascending order, each once; at least one. */
    record Nodes(List<Integer> nodes) implements Pick {
        public Nodes {
            nodes = List.copyOf(new TreeSet<>(nodes));
            if (nodes.isEmpty()) {
                throw new IllegalArgumentException("no nodes are Pick.nothing()");
            }
        }
    }

    /** A volume, where it has a place on {@code node}. */
    record Volume(int volume, int node) implements Pick {}

    /** A rack, by its label. */
    record Rack(int rack) implements Pick {}

    /** The control plane as a whole. */
    record ControlPlane() implements Pick {}

    /** The requests that wait for a thread of it. */
    record Queue() implements Pick {}

    /** One of the control plane's threads, counted in the order in which they are drawn. */
    record ThreadSlot(int thread) implements Pick {}

    /** A request at the control plane, by its id: it holds a thread or waits for one. */
    record Request(long id) implements Pick {}

    /** An availability zone, an index into the settings' zones. */
    record Zone(int zone) implements Pick {}

    /** The dial of the loop gain. */
    record LoopGain() implements Pick {}

    /** Nothing at all. */
    static Pick nothing() {
        return new Nothing();
    }

    /** One node. */
    static Pick node(int node) {
        return new Nodes(List.of(node));
    }

    /** These nodes; nothing if there are none. */
    static Pick nodes(List<Integer> nodes) {
        return nodes.isEmpty() ? nothing() : new Nodes(nodes);
    }

    /** The nodes that are picked; none if something else is. */
    default List<Integer> nodesPicked() {
        return this instanceof Nodes picked ? picked.nodes() : List.of();
    }

    /** The node, if that is all that is picked; otherwise {@link StageView#NONE}. */
    default int singleNode() {
        List<Integer> nodes = nodesPicked();
        return nodes.size() == 1 ? nodes.get(0) : StageView.NONE;
    }

    /** The volume that is picked, or {@link StageView#NONE}. */
    default int volumePicked() {
        return this instanceof Volume picked ? picked.volume() : StageView.NONE;
    }
}
