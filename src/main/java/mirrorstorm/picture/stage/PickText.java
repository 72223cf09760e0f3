package mirrorstorm.picture.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mirrorstorm.model.NodeState;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.picture.text.TimeText;
import mirrorstorm.picture.text.VolumeText;
import mirrorstorm.run.Region;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.MessageBundle;

/** One line about what is pointed at. */
final class PickText {

    private static final String APART = "  ·  ";
    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    private PickText() {}

    /** The line; empty if there is nothing to say. */
    static String of(Snapshot snapshot, Pick pick) {
        int node = pick.singleNode();
        if (node >= 0) {
            return node < snapshot.nodeCount() ? node(snapshot, node) : "";
        }
        if (pick instanceof Pick.Volume volume) {
            return volume.volume() < snapshot.volumeCount() ? VolumeText.line(snapshot, volume.volume()) : "";
        }
        if (pick instanceof Pick.Rack rack) {
            return rack(snapshot, rack.rack());
        }
        if (pick instanceof Pick.Zone zone) {
            return zone(snapshot.region().zones().get(zone.zone()));
        }
        if (pick instanceof Pick.ThreadSlot slot) {
            ThreadHolder holder = ThreadHolder.of(snapshot.region(), slot.thread());
            return TEXTS.text("card.thread", TEXTS.text("holder." + holder), threads(snapshot.region()));
        }
        if (pick instanceof Pick.ControlPlane || pick instanceof Pick.Queue) {
            return threads(snapshot.region());
        }
        return pick instanceof Pick.LoopGain ? loopGain(snapshot) : "";
    }

    private static String loopGain(Snapshot snapshot) {
        long windowNanos = snapshot.settings().metrics().loopGainWindow().toNanos();
        return TEXTS.text("card.loopGain", LoopGainPainter.text(snapshot.loopGain()), TimeText.span(windowNanos));
    }

    private static String node(Snapshot snapshot, int node) {
        List<String> facts = new ArrayList<>();
        String state = TEXTS.text("node." + snapshot.nodeState(node));
        if (snapshot.isQuarantined(node)) {
            state += ", " + TEXTS.text("node.QUARANTINE");
        }
        facts.add(TEXTS.text("card.node", Integer.toString(node), Integer.toString(snapshot.rack(node)), state));
        facts.add(TEXTS.text(
                "card.space", NumberText.count(snapshot.used(node)), NumberText.count(snapshot.capacity(node))));
        if (snapshot.searching(node) > 0) {
            facts.add(TEXTS.text("card.searching", NumberText.count(snapshot.searching(node))));
        }
        if (snapshot.streamsIn(node) + snapshot.streamsOut(node) > 0) {
            facts.add(TEXTS.text(
                    "card.copies",
                    NumberText.count(snapshot.streamsIn(node)),
                    NumberText.count(snapshot.streamsOut(node))));
        }
        return String.join(APART, facts);
    }

    private static String rack(Snapshot snapshot, int rack) {
        int nodes = 0;
        int up = 0;
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            if (snapshot.rack(node) == rack) {
                nodes++;
                up += snapshot.nodeState(node) == NodeState.UP ? 1 : 0;
            }
        }
        return TEXTS.text("card.rack", Integer.toString(rack), NumberText.count(up), NumberText.count(nodes));
    }

    private static String zone(Region.Zone zone) {
        List<String> facts = new ArrayList<>();
        facts.add(TEXTS.text(zone.isFull() ? "card.zone.full" : "card.zone", zone.id()));
        facts.add(
                Double.isNaN(zone.errorShare())
                        ? TEXTS.text("card.zone.quiet", minutes())
                        : TEXTS.text("card.zone.errors", NumberText.percent(zone.errorShare()), minutes()));
        if (zone.refusesCreates()) {
            facts.add(TEXTS.text("card.zone.noCreates"));
        }
        if (zone.refusesOthers()) {
            facts.add(TEXTS.text("card.zone.noOthers"));
        }
        return String.join(APART, facts);
    }

    private static String minutes() {
        return String.format(Locale.ROOT, "%d min", Region.ERROR_WINDOW_NANOS / 60_000_000_000L);
    }

    /** Who holds the threads, each with how many. */
    static String threads(Region region) {
        List<String> held = new ArrayList<>();
        for (ThreadHolder holder : ThreadHolder.values()) {
            long count = holder.count(region);
            if (count > 0) {
                held.add(TEXTS.text("card.held", NumberText.count(count), TEXTS.text("holder." + holder)));
            }
        }
        held.add(TEXTS.text("card.queue", NumberText.count(region.waiting())));
        if (region.isCut()) {
            held.add(TEXTS.text("card.cut"));
        }
        return TEXTS.text("card.controlPlane", NumberText.count(region.threads()), String.join(", ", held));
    }
}
