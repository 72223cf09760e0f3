package mirrorstorm.run;

import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;

/** Snapshots as text, with everything that is in them. */
final class Snapshots {

    private Snapshots() {}

    static String text(Snapshot s) {
        StringBuilder text = new StringBuilder();
        line(text, s.timeNanos(), s.horizonNanos(), s.reachedNanos(), s.settings(), s.searchesStopped());
        line(text, s.probes(), s.events(), s.roundCount(), s.probesPerSecond(), s.crashCount(), s.openNodeCount());
        line(text, s.quarantinedCount(), s.offeredTotal(), s.capacityTotal(), s.stuckCount());
        line(text, s.region());
        for (VolumeState state : VolumeState.values()) {
            line(text, state, s.volumeCount(state));
        }
        for (NodeState state : NodeState.values()) {
            line(text, state, s.nodeCount(state));
        }
        for (int node = 0; node < s.nodeCount(); node++) {
            line(text, node, s.nodeState(node), s.isQuarantined(node), s.rack(node), s.capacity(node), s.used(node));
            line(text, s.offered(node), s.searching(node), s.streamsIn(node), s.streamsOut(node), s.awaitedBy(node));
        }
        for (int volume = 0; volume < s.volumeCount(); volume++) {
            line(text, volume, s.volumeState(volume), s.phase(volume), s.sinceNanos(volume), s.sourceNode(volume));
            for (int place = 0; place <= s.replicaCount(); place++) {
                boolean isCurrent = place < s.replicaCount() && s.isCurrent(volume, place);
                line(text, s.placeNode(volume, place), isCurrent);
            }
            if (s.isStreaming(volume)) {
                line(text, s.copy(volume));
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Object... parts) {
        for (Object part : parts) {
            text.append(part).append(' ');
        }
        text.append('\n');
    }
}
