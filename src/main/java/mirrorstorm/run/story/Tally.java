package mirrorstorm.run.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.VolumeState;

/** What has changed since the story last looked. */
final class Tally {

    private static final NodeState[] NODE_STATES = NodeState.values();
    private static final VolumeState[] VOLUME_STATES = VolumeState.values();

    /** Positions in the plan of what was done. */
    final List<Integer> interventions = new ArrayList<>();

    final int[] nodesInto = new int[NODE_STATES.length];
    int lastCrashed;
    int joined;
    /** Volumes that search or are out of reach since: where nodes were lost, those that this hit. */
    int hit;

    int claims;

    void add(StateChange change, int subject, int detail) {
        switch (change) {
            case INTERVENTION -> interventions.add(subject);
            case NODE_STATE -> addNode(subject, NODE_STATES[detail]);
            case NODE_JOINED -> joined++;
            case VOLUME_STATE -> {
                VolumeState state = VOLUME_STATES[detail];
                hit += state == VolumeState.SEARCHING || state == VolumeState.UNREACHABLE ? 1 : 0;
            }
            case SPACE_CLAIMED -> claims++;
            case NODE_QUARANTINE, COPY_STARTED, COPY_FINISHED, ELECTION_PENDING -> {}
        }
    }

    private void addNode(int node, NodeState state) {
        nodesInto[state.ordinal()]++;
        if (state == NodeState.CRASHED) {
            lastCrashed = node;
        }
    }

    int nodesInto(NodeState state) {
        return nodesInto[state.ordinal()];
    }

    void clear() {
        interventions.clear();
        Arrays.fill(nodesInto, 0);
        joined = 0;
        hit = 0;
        claims = 0;
    }

    void copyFrom(Tally other) {
        interventions.clear();
        interventions.addAll(other.interventions);
        System.arraycopy(other.nodesInto, 0, nodesInto, 0, nodesInto.length);
        lastCrashed = other.lastCrashed;
        joined = other.joined;
        hit = other.hit;
        claims = other.claims;
    }
}
