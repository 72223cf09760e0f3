package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.Nanos;
import mirrorstorm.engine.RandomStream;

/**
 * The operator brings volumes back one by one: from snapshots, then from the disks of dead nodes. A restored volume
 * gets new replicas, so there must be room for all of them; while there is none, nobody's turn comes.
 */
final class Restoration {

    /** Where a volume is brought back from. */
    enum Source {
        SNAPSHOT,
        FORENSICS;

        private static final Source[] VALUES = values();
    }

    private static final int SOURCES = Source.VALUES.length;

    private final Cluster cluster;
    private final Volumes volumes;
    private final Mirroring mirroring;
    private final Copying copying;
    private final RandomStream stream;

    private final double[] ratePerSecond = new double[SOURCES];
    private final double[] successShare = new double[SOURCES];
    private final long[] nextEvent = new long[SOURCES];

    Restoration(Cluster cluster, Mirroring mirroring, Copying copying, RandomStream stream) {
        this.cluster = cluster;
        this.volumes = cluster.volumes;
        this.mirroring = mirroring;
        this.copying = copying;
        this.stream = stream;
        Arrays.fill(nextEvent, FutureEventList.NONE);
    }

    /** Begins to restore at this rate, or goes on at it; a rate of 0 stops. */
    void start(Source source, Rate rate, double share) {
        assert share >= 0 && share <= 1 : share;
        int s = source.ordinal();
        ratePerSecond[s] = rate.perSecond();
        successShare[s] = share;
        if (nextEvent[s] != FutureEventList.NONE) {
            cluster.events.cancel(nextEvent[s]);
            nextEvent[s] = FutureEventList.NONE;
        }
        scheduleNext(s);
    }

    private void scheduleNext(int s) {
        if (ratePerSecond[s] > 0) {
            long waitNanos = (long) Nanos.meanBetween(ratePerSecond[s]);
            nextEvent[s] = cluster.events.schedule(waitNanos, EventKind.RESTORE_NEXT.with(s));
        }
    }

    /** The next volume's turn. */
    void restoreNext(int s) {
        scheduleNext(s);
        int volume = volumes.waiting.first(s == Source.FORENSICS.ordinal());
        assert volume == WaitingVolumes.NONE || cluster.volumeState(volume).isStuck() : volume;
        if (volume == WaitingVolumes.NONE || !hasRoom()) {
            return;
        }
        if (stream.chance(successShare[s])) {
            mirroring.beginRestore(volume, drawNodes(), copying.copyDuration().toNanos());
        } else if (s == Source.SNAPSHOT.ordinal()) {
            volumes.setSnapshotFailed(volume, true);
        } else {
            mirroring.lose(volume);
        }
    }

    private boolean hasRoom() {
        return cluster.openNodes.size() >= volumes.replicas;
    }

    /** As many different nodes with room as a volume has replicas. */
    private int[] drawNodes() {
        assert hasRoom() : "they would be drawn for ever";
        int[] drawn = new int[volumes.replicas];
        for (int i = 0; i < drawn.length; i++) {
            int node;
            do {
                node = cluster.openNodes.draw(stream);
            } while (contains(drawn, i, node));
            drawn[i] = node;
        }
        return drawn;
    }

    private static boolean contains(int[] drawn, int count, int node) {
        for (int i = 0; i < count; i++) {
            if (drawn[i] == node) {
                return true;
            }
        }
        return false;
    }

    void columns(Columns columns, Restoration other) {
        columns.part(stream, other.stream);
        columns.fixed(ratePerSecond, other.ratePerSecond);
        columns.fixed(successShare, other.successShare);
        columns.fixed(nextEvent, other.nextEvent);
    }
}
