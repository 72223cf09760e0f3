package mirrorstorm.picture.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Ink;
import mirrorstorm.run.Region;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.story.Storyteller;
import mirrorstorm.scenario.MessageBundle;

/**
 * The one sentence that says how the cluster is, and what stands behind it.
 *
 * @param ink    the colour of the state that the sentence is about
 * @param brief   the same with less, for where that has no room
 * @param details rates and counts, the most telling first; may be empty
 */
public record Headline(String sentence, String brief, List<String> details, Ink ink) {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final String STORM = "headline.storm";

    private Headline(String sentence, List<String> details, Ink ink) {
        this(sentence, sentence, details, ink);
    }

    /** The sentence that is true of this snapshot. */
    public static Headline of(Snapshot snapshot) {
        List<String> details = details(snapshot);
        long stuck = snapshot.stuckCount();
        Optional<Region.Zone> failing = failing(snapshot);
        if (stuck == 0 && failing.isPresent()) {
            String share = NumberText.percent(failing.get().errorShare());
            return new Headline(
                    TEXTS.text("headline.calls", share, failing.get().id()), details, Ink.REFUSAL);
        }
        if (stuck == 0) {
            int copying = snapshot.volumeCount(VolumeState.COPYING);
            return copying > 0
                    ? new Headline(counted("headline.copying", copying, snapshot), details, Ink.COPYING)
                    : new Headline(
                            TEXTS.text("headline.calm", NumberText.count(snapshot.volumeCount())),
                            details,
                            Ink.MIRRORED);
        }
        int isolated = snapshot.nodeCount(NodeState.ISOLATED);
        if (isolated > 0) {
            String key = isolated == 1 ? "headline.isolated.one" : "headline.isolated";
            String text = TEXTS.text(key, NumberText.count(isolated), NumberText.count(stuck), share(stuck, snapshot));
            return new Headline(text, counted("headline.brief", stuck, snapshot), details, Ink.SEARCHING);
        }
        return ofStuck(snapshot, stuck, details);
    }

    /** Of the zones other than the affected one that of which most calls fail, if these are too many. */
    private static Optional<Region.Zone> failing(Snapshot snapshot) {
        double allowed = snapshot.settings().metrics().callsRecoveredBelow();
        return snapshot.region().zones().stream()
                .filter(zone -> !zone.isFull() && zone.errorShare() > allowed)
                .max(Comparator.comparingDouble(Region.Zone::errorShare));
    }

    /** What is searched for comes first, then what will not come back by itself. */
    private static Headline ofStuck(Snapshot snapshot, long stuck, List<String> details) {
        int searching = snapshot.volumeCount(VolumeState.SEARCHING);
        int restoring = snapshot.volumeCount(VolumeState.RESTORING);
        int unreachable = snapshot.volumeCount(VolumeState.UNREACHABLE);
        int lost = snapshot.volumeCount(VolumeState.LOST);
        if (searching > 0) {
            String brief = searchKey(snapshot).equals(STORM) ? "headline.brief.storm" : "headline.brief";
            return new Headline(
                    searching(snapshot, stuck, searching), counted(brief, stuck, snapshot), details, Ink.SEARCHING);
        }
        if (restoring > 0) {
            return new Headline(counted("headline.restoring", restoring, snapshot), details, Ink.RESTORING);
        }
        if (unreachable > 0) {
            return new Headline(counted("headline.unreachable", unreachable, snapshot), details, Ink.UNREACHABLE);
        }
        return stuck > lost
                ? new Headline(counted("headline.awaiting", stuck - lost, snapshot), details, Ink.TEXT_MUTED)
                : new Headline(counted("headline.lost", lost, snapshot), details, Ink.LOST);
    }

    /** Others may be stuck for other reasons, and are not said to search. */
    private static String searching(Snapshot snapshot, long stuck, int searching) {
        String key = searchKey(snapshot);
        return searching < stuck
                ? TEXTS.text(
                        key + ".some", NumberText.count(stuck), share(stuck, snapshot), NumberText.count(searching))
                : counted(key, stuck, snapshot);
    }

    private static String searchKey(Snapshot snapshot) {
        if (snapshot.searchesStopped()) {
            return "headline.stopped";
        }
        if (snapshot.roundCount() == 0) {
            return "headline.waiting";
        }
        if (snapshot.offeredTotal() > 0) {
            return "headline.searching";
        }
        boolean isStorm = snapshot.probesPerSecond() >= Storyteller.STORM_PROBES_PER_NODE * snapshot.nodeCount();
        return isStorm ? STORM : "headline.noRoom";
    }

    private static List<String> details(Snapshot snapshot) {
        List<String> details = new ArrayList<>();
        if (snapshot.roundCount() > 0) {
            details.add(TEXTS.text("headline.detail.probes", NumberText.about(snapshot.probesPerSecond())));
        }
        if (snapshot.crashCount() == 1) {
            details.add(TEXTS.text("headline.detail.crash"));
        } else if (snapshot.crashCount() > 1) {
            details.add(TEXTS.text("headline.detail.crashes", NumberText.count(snapshot.crashCount())));
        }
        long room = snapshot.offeredTotal();
        details.add(
                room > 0
                        ? TEXTS.text("headline.detail.room", NumberText.count(room))
                        : TEXTS.text("headline.detail.noRoom"));
        int copies = 0;
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            copies += snapshot.streamsIn(node);
        }
        if (copies > 0) {
            details.add(TEXTS.text("headline.detail.copies", NumberText.count(copies)));
        }
        return List.copyOf(details);
    }

    /** The sentence {@code key}, or the one about a single volume. */
    private static String counted(String key, long count, Snapshot snapshot) {
        return TEXTS.text(count == 1 ? key + ".one" : key, NumberText.count(count), share(count, snapshot));
    }

    private static String share(long count, Snapshot snapshot) {
        return NumberText.percent(count / (double) Math.max(1, snapshot.volumeCount()));
    }
}
