package mirrorstorm.picture;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.VolumeState;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.Texts;

/**
 * The one sentence that says how the cluster is, and what stands behind it.
 *
 * @param ink    the colour of the state that the sentence is about
 * @param details rates and counts, the most telling first; may be empty
 */
public record Headline(String sentence, List<String> details, Ink ink) {

    /** From so many futile probes a second and node it is called a storm. */
    private static final double STORM_PROBES_PER_NODE = 1;

    private static final Texts TEXTS = Texts.of("mirrorstorm.picture.picture");

    /** The sentence that is true of this snapshot. */
    public static Headline of(Snapshot snapshot) {
        List<String> details = details(snapshot);
        long stuck = snapshot.stuckCount();
        if (stuck == 0) {
            int copying = snapshot.volumeCount(VolumeState.COPYING);
            return copying > 0
                    ? new Headline(counted("headline.copying", copying, snapshot), details, Ink.COPYING)
                    : new Headline(
                            TEXTS.text("headline.calm", Numerals.count(snapshot.volumeCount())), details, Ink.MIRRORED);
        }
        int isolated = snapshot.nodeCount(NodeState.ISOLATED);
        if (isolated > 0) {
            String text = TEXTS.text(
                    "headline.isolated", Numerals.count(isolated), Numerals.count(stuck), share(stuck, snapshot));
            return new Headline(text, details, Ink.SEARCHING);
        }
        return ofStuck(snapshot, stuck, details);
    }

    private static Headline ofStuck(Snapshot snapshot, long stuck, List<String> details) {
        int searching = snapshot.volumeCount(VolumeState.SEARCHING);
        int unreachable = snapshot.volumeCount(VolumeState.UNREACHABLE);
        int restoring = snapshot.volumeCount(VolumeState.RESTORING);
        if (searching == 0 && unreachable + restoring == 0) {
            boolean isLost = stuck == snapshot.volumeCount(VolumeState.LOST);
            String key = isLost ? "headline.lost" : "headline.awaiting";
            return new Headline(counted(key, stuck, snapshot), details, isLost ? Ink.LOST : Ink.UNREACHABLE);
        }
        if (searching == 0) {
            boolean isHelped = restoring > 0;
            String key = isHelped ? "headline.restoring" : "headline.unreachable";
            return new Headline(counted(key, stuck, snapshot), details, isHelped ? Ink.RESTORING : Ink.UNREACHABLE);
        }
        return new Headline(counted(searchKey(snapshot), stuck, snapshot), details, Ink.SEARCHING);
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
        boolean isStorm = snapshot.probesPerSecond() >= STORM_PROBES_PER_NODE * snapshot.nodeCount();
        return isStorm ? "headline.storm" : "headline.noRoom";
    }

    private static List<String> details(Snapshot snapshot) {
        List<String> details = new ArrayList<>();
        if (snapshot.roundCount() > 0) {
            details.add(TEXTS.text("headline.detail.probes", Numerals.about(snapshot.probesPerSecond())));
        }
        if (snapshot.crashCount() == 1) {
            details.add(TEXTS.text("headline.detail.crash"));
        } else if (snapshot.crashCount() > 1) {
            details.add(TEXTS.text("headline.detail.crashes", Numerals.count(snapshot.crashCount())));
        }
        long room = snapshot.offeredTotal();
        details.add(
                room > 0
                        ? TEXTS.text("headline.detail.room", Numerals.count(room))
                        : TEXTS.text("headline.detail.noRoom"));
        int copies = 0;
        for (int node = 0; node < snapshot.nodeCount(); node++) {
            copies += snapshot.streamsIn(node);
        }
        if (copies > 0) {
            details.add(TEXTS.text("headline.detail.copies", Numerals.count(copies)));
        }
        return List.copyOf(details);
    }

    private static String counted(String key, long count, Snapshot snapshot) {
        return TEXTS.text(key, Numerals.count(count), share(count, snapshot));
    }

    private static String share(long count, Snapshot snapshot) {
        return Numerals.percent(count / (double) Math.max(1, snapshot.volumeCount()));
    }
}
