package mirrorstorm.model;

import mirrorstorm.engine.RandomStream;

/**
 * Databases over several volumes each, drawn at random: one is stuck while any of its volumes is. That is why 13 % of
 * stuck volumes stuck 45 % of the databases in 2011: 1 - (1 - 0.13)^4.3.
 */
final class Instances {

    private final int count;
    /** The instances over volume v are {@code instanceAt[firstOf[v]]} to {@code instanceAt[firstOf[v + 1] - 1]}. */
    private int[] firstOf;

    private int[] instanceAt;
    private final int[] stuckVolumes;
    private int stuckCount;

    /** Deals the volumes out; on average {@code volumesEach} to an instance, one volume at most once to each. */
    Instances(Settings settings, RandomStream stream) {
        count = settings.instances().count();
        int volumes = settings.cluster().volumes();
        double each = settings.instances().volumesEach();
        int[][] volumesOf = new int[count][];
        firstOf = new int[volumes + 1];
        int total = 0;
        for (int instance = 0; instance < count; instance++) {
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
        for (int instance = 0; instance < count; instance++) {
            for (int volume : volumesOf[instance]) {
                instanceAt[firstOf[volume] + filled[volume]++] = instance;
            }
        }
        stuckVolumes = new int[count];
    }

    private static int[] drawVolumes(int size, int volumes, RandomStream stream) {
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

    /** The volume's I/O hangs now, and did not before. */
    void volumeStuck(int volume) {
        for (int i = firstOf[volume]; i < firstOf[volume + 1]; i++) {
            if (stuckVolumes[instanceAt[i]]++ == 0) {
                stuckCount++;
            }
        }
    }

    /** The volume's I/O works again. */
    void volumeUsable(int volume) {
        for (int i = firstOf[volume]; i < firstOf[volume + 1]; i++) {
            if (--stuckVolumes[instanceAt[i]] == 0) {
                stuckCount--;
            }
        }
    }

    void copyFrom(Instances other) {
        firstOf = other.firstOf; // Which volumes an instance has never changes, so copies may share it.
        instanceAt = other.instanceAt;
        System.arraycopy(other.stuckVolumes, 0, stuckVolumes, 0, count);
        stuckCount = other.stuckCount;
    }
}
