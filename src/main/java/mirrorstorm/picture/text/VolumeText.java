package mirrorstorm.picture.text;

import java.util.Locale;
import mirrorstorm.model.NodeState;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.MessageBundle;

/** A volume and its places in a few words. */
public final class VolumeText {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private VolumeText() {}

    /** What the volume is doing, and how far it is. */
    public static String state(Snapshot snapshot, int volume) {
        String state = TEXTS.text("volume." + snapshot.volumeState(volume));
        return snapshot.isStreaming(volume) ? TEXTS.text("volume.progress", state, percent(snapshot, volume)) : state;
    }

    /** How far the copy of a volume is that is being copied: whole percent, and 100 % only when it is done. */
    public static String percent(Snapshot snapshot, int volume) {
        double done = Math.max(0, Math.min(1, snapshot.copy(volume).progress()));
        return String.format(Locale.ROOT, "%.0f %%", Math.floor(100 * done));
    }

    /** What one of the volume's places is to it. */
    public static String role(Snapshot snapshot, int volume, int place) {
        if (place == snapshot.replicaCount()) {
            return TEXTS.text("role.claim");
        }
        if (!snapshot.isCurrent(volume, place)) {
            return TEXTS.text("role.givenUp");
        }
        NodeState state = snapshot.nodeState(snapshot.placeNode(volume, place));
        return state == NodeState.UP
                ? TEXTS.text("role.current")
                : TEXTS.text("role.outOfReach", TEXTS.text("node." + state));
    }

    /** One line about the volume. */
    public static String line(Snapshot snapshot, int volume) {
        StringBuilder line = new StringBuilder(TEXTS.text("volume.name", Integer.toString(volume)));
        line.append(": ").append(state(snapshot, volume));
        for (int place = 0; place <= snapshot.replicaCount(); place++) {
            int node = snapshot.placeNode(volume, place);
            if (node >= 0) {
                line.append("  ·  ")
                        .append(TEXTS.text("volume.place", Integer.toString(node), role(snapshot, volume, place)));
            }
        }
        return line.toString();
    }
}
