package mirrorstorm.model;

import mirrorstorm.engine.Columns;
import mirrorstorm.engine.RandomStream;

/**
 * Databases over several volumes each, drawn at random: one is stuck while any of its volumes is. That is why 13 % of
 * stuck volumes stuck 45 % of the databases in 2011: 1 - (1 - 0.13)^4.3.
 *
 * <p>Beside these there may be pairs with a standby in another zone. A pair whose primary is stuck fails over, and is
 * out of this zone for good, unless a network interruption is followed at once by stuck I/O: then, says AWS, a bug that
 * had not been known left the primary isolated and the pair where it was, until somebody looked after it.
 */
final class Instances {

    private final int count;
    private final int multiZoneCount;
    private final double failOverFault;
    private final RandomStream stream;
    /** The instances over volume v are {@code instanceAt[firstOf[v]]} to {@code instanceAt[firstOf[v + 1] - 1]}. */
    private int[] firstOf;

    private int[] instanceAt;
    private final int[] stuckVolumes;
    private int stuckCount;
    /** Of the pairs whose primary is in this zone, those that have failed over or have failed to. */
    private final boolean[] decided;

    private int notFailedOverCount;

    /** Deals the volumes out; on average {@code volumesEach} to an instance, one volume at most once to each. */
    Instances(Settings settings, RandomStream stream) {
        this.stream = stream;
        count = settings.instances().count();
        multiZoneCount = settings.instances().multiZone();
        failOverFault = settings.instances().failOverFault();
        int zones = settings.zones().size();
        int pairs = multiZoneCount / zones + (settings.fullZone() < multiZoneCount % zones ? 1 : 0);
        int all = count + pairs;
        decided = new boolean[pairs];
        int volumes = settings.cluster().volumes();
        double each = settings.instances().volumesEach();
        int[][] volumesOf = new int[all][];
        firstOf = new int[volumes + 1];
        int total = 0;
        for (int instance = 0; instance < all; instance++) {
            int size = (int) each + (stream.chance(each - (int) each) ? 1 : 0);
            volumesOf[instance] = drawVolumes(Math.min(size, volumes), volumes, stream);
            for (int volume : volumesOf[instance]) {
                firstOf[volume + 1]++;
                total++;
            }
        }
        for (int volume = 0; volume < volumes; volume++) {
            firstOf[volume + 1] += firstOf[volume];
        }
        instanceAt = new int[total];
        int[] filled = new int[volumes];
        for (int instance = 0; instance < all; instance++) {
            for (int volume : volumesOf[instance]) {
                instanceAt[firstOf[volume] + filled[volume]++] = instance;
            }
        }
        stuckVolumes = new int[all];
    }

    /** Databases over the same volumes, none of them stuck. */
    Instances(Instances like, RandomStream stream) {
        this.stream = stream;
        count = like.count;
        multiZoneCount = like.multiZoneCount;
        failOverFault = like.failOverFault;
        firstOf = like.firstOf;
        instanceAt = like.instanceAt;
        stuckVolumes = new int[like.stuckVolumes.length];
        decided = new boolean[like.decided.length];
    }

    private static int[] drawVolumes(int size, int volumes, RandomStream stream) {
        assert size <= volumes : size;
        int[] drawn = new int[size];
        for (int i = 0; i < size; i++) {
            boolean isNew;
            do {
                drawn[i] = stream.nextInt(volumes);
                isNew = true;
                for (int j = 0; j < i; j++) {
                    isNew &= drawn[j] != drawn[i];
                }
            } while (!isNew);
        }
        return drawn;
    }

    int count() {
        return count;
    }

    int stuckCount() {
        return stuckCount;
    }

    /** Pairs in the region that have a standby in another zone. */
    int multiZoneCount() {
        return multiZoneCount;
    }

    /** Pairs that should have failed over so far and did not. */
    int notFailedOverCount() {
        return notFailedOverCount;
    }

    /**
     * The volume's I/O hangs now, and did not before.
     *
     * @param byNetwork whether its nodes cannot be reached, rather than being down
     */
    void volumeStuck(int volume, boolean byNetwork) {
        for (int i = firstOf[volume]; i < firstOf[volume + 1]; i++) {
            int instance = instanceAt[i];
            boolean wasUsable = stuckVolumes[instance]++ == 0;
            if (wasUsable && instance < count) {
                stuckCount++;
                assert stuckCount <= count : stuckCount;
            } else if (instance >= count && !decided[instance - count]) {
                decided[instance - count] = true;
                notFailedOverCount += byNetwork && stream.chance(failOverFault) ? 1 : 0;
                assert notFailedOverCount <= multiZoneCount : notFailedOverCount;
            }
        }
    }

    /** The volume's I/O works again. */
    void volumeUsable(int volume) {
        for (int i = firstOf[volume]; i < firstOf[volume + 1]; i++) {
            assert stuckVolumes[instanceAt[i]] > 0 : "was not stuck";
            if (--stuckVolumes[instanceAt[i]] == 0 && instanceAt[i] < count) {
                stuckCount--;
                assert stuckCount >= 0 : stuckCount;
            }
        }
    }

    void columns(Columns columns, Instances other) {
        // Which volumes an instance has never changes, so copies may share it.
        firstOf = columns.shared(firstOf, other.firstOf);
        instanceAt = columns.shared(instanceAt, other.instanceAt);
        columns.fixed(stuckVolumes, other.stuckVolumes);
        columns.fixed(decided, other.decided);
        columns.part(stream, other.stream);
        stuckCount = columns.value(stuckCount, other.stuckCount);
        notFailedOverCount = columns.value(notFailedOverCount, other.notFailedOverCount);
    }
}
