package mirrorstorm.model;

import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.IndexSet;
import mirrorstorm.engine.Nanos;
import mirrorstorm.engine.RandomStream;
import mirrorstorm.engine.RateTree;

/**
 * The fast search: without backoff, failing rounds change nothing but the clock, so they are not simulated. The
 * volumes that ask form a pool; the time to the next one that finds space, or to the next node that the race
 * crashes, is exponential, drawn from the sum of all rates and drawn anew after each change (Gillespie 1977).
 * Rounds are memoryless, so this is exact, but for the race's memory of the last window, which is taken as Poisson at
 * the present rate. No volume can claim a node that it is on already: so the same nodes with room are more for one
 * volume than for another, and with few nodes there may be room for all but those that ask. Under a backoff that
 * waits, rounds are events as in {@link RoundsSearch}.
 */
final class RatesSearch implements Search {

    /** Beyond this many expected failures every policy has long reached its cap: the mean will do. */
    private static final double POISSON_MEAN_MAX = 200;

    private final Cluster cluster;
    private final Nodes nodes;
    private final Volumes volumes;
    private final RoundsSearch rounds;
    private final RandomStream stream;
    private final IndexSet pool;
    /** Crash rate of each node if no node had room; what room there is thins it out when the clock rings. */
    private final RateTree crashRates;

    private double poolProbes;
    private double failureIntegral;
    private long settledNanos;

    // The next ring of the clock, and the numbers of nodes for which it was drawn: while no rate changes it stays good.
    private boolean stale = true;
    private int drawnForOpen;
    private int drawnForNodes;
    private long nextNanos = FutureEventList.NEVER;

    /** Powers and exponentials that are needed again and again; what is in there follows from the settings alone. */
    private final RateTable table = new RateTable();

    RatesSearch(Cluster cluster, RoundsSearch rounds, RandomStream stream) {
        this.cluster = cluster;
        this.nodes = cluster.nodes;
        this.volumes = cluster.volumes;
        this.rounds = rounds;
        this.stream = stream;
        this.pool = new IndexSet(volumes.held);
        this.crashRates = new RateTree(nodes.count);
    }

    @Override
    public void begin(int volume) {
        if (isPolicyNone(cluster.settings)) {
            volumes.failures[volume] = 0;
            volumes.waitNanos[volume] = 0;
            join(volume);
        } else {
            rounds.begin(volume);
        }
    }

    @Override
    public void end(int volume) {
        if (pool.contains(volume)) {
            leave(volume);
            cluster.setPhase(volume, Phase.NONE);
        } else {
            rounds.end(volume);
        }
    }

    private void join(int volume) {
        assert !pool.contains(volume) : volume;
        cluster.setPhase(volume, Phase.ROUND);
        pool.add(volume);
        volumes.setFailureIntegral(volume, failureIntegral);
        int node = volumes.sourceNode(volume);
        nodes.searching[node]++;
        refreshCrashRate(node);
    }

    private void leave(int volume) {
        assert pool.contains(volume) : volume;
        pool.remove(volume);
        int node = volumes.sourceNode(volume);
        nodes.searching[node]--;
        assert nodes.searching[node] >= 0 : node;
        refreshCrashRate(node);
    }

    private void refreshCrashRate(int node) {
        stale = true;
        crashRates.set(node, table.hazardPerSecond(cluster.settings, nodes.searching[node]));
    }

    /** The crash rate of a node, from the rounds that fail there: each volume in its own eyes. */
    private double hazard(int node) {
        double failingRounds = 0;
        for (int volume : cluster.volumesOn(node)) {
            if (pool.contains(volume) && volumes.sourceNode(volume) == node) {
                failingRounds += failing(cluster.openNodes.size() - ownOpenNodes(volume));
            }
        }
        return Race.hazardPerSecond(cluster.settings, failingRounds / roundSeconds());
    }

    /** How many of the nodes with room hold something of the volume, which therefore cannot claim them. */
    private int ownOpenNodes(int volume) {
        int own = 0;
        for (int place = 0; place < volumes.placesEach; place++) {
            int node = volumes.nodeAt(volume, place);
            if (node != Volumes.NO_NODE && nodes.offered[node] > 0) {
                own++;
            }
        }
        return own;
    }

    private double roundSeconds() {
        return cluster.settings.search().roundSeconds();
    }

    /** The probability that a round finds nothing when {@code open} nodes could take the volume. */
    private double failing(int open) {
        return table.failing(cluster.settings, open, nodes.count);
    }

    @Override
    public long nextNanos() {
        int open = cluster.openNodes.size();
        if (stale || open != drawnForOpen || nodes.count != drawnForNodes) {
            stale = false;
            drawnForOpen = open;
            drawnForNodes = nodes.count;
            nextNanos = pool.size() == 0 ? FutureEventList.NEVER : drawNextNanos();
            assert nextNanos >= cluster.events.clockNanos() : nextNanos;
        }
        return nextNanos;
    }

    private long drawNextNanos() {
        double claimRate = pool.size() / roundSeconds() * (1 - failing(cluster.openNodes.size()));
        double rate = claimRate + crashRates.total();
        return rate == 0
                ? FutureEventList.NEVER
                : cluster.events.clockNanos() + stream.exponentialNanos(Nanos.meanBetween(rate));
    }

    @Override
    public void fire(Outcome outcome) {
        assert pool.size() > 0 : "nobody asks";
        stale = true;
        double failing = failing(cluster.openNodes.size());
        double claimRate = pool.size() / roundSeconds() * (1 - failing);
        if (stream.nextDouble() * (claimRate + crashRates.total()) < claimRate) {
            claimOne(failing, outcome);
        } else {
            crashOne(outcome);
        }
    }

    private void claimOne(double failing, Outcome outcome) {
        assert failing < 1 : "no round could succeed";
        int volume = pool.draw(stream);
        int open = cluster.openNodes.size();
        int own = ownOpenNodes(volume);
        // A volume's own nodes cannot be claimed, so some of what looked like a success was a failed round; what it
        // may do to its node is in the crash rates.
        if (own > 0 && !stream.chance((1 - failing(open - own)) / (1 - failing))) {
            poolProbes += cluster.settings.search().probes();
            volumes.failures[volume]++;
            return;
        }
        int node;
        do {
            node = cluster.openNodes.draw(stream);
        } while (volumes.isOn(volume, node));
        poolProbes += cluster.settings.search().probes();
        leave(volume);
        outcome.claim(volume, node);
    }

    /** The race catches a node, if as many of its rounds fail as there would if no node had room. */
    private void crashOne(Outcome outcome) {
        int node = crashRates.draw(stream);
        if (cluster.openNodes.size() == 0 || stream.chance(hazard(node) / crashRates.get(node))) {
            outcome.crash(node);
        }
    }

    @Override
    public void settle(long timeNanos) {
        assert timeNanos >= settledNanos : timeNanos;
        if (pool.size() > 0) {
            poolProbes += failedProbesSince(timeNanos);
            failureIntegral += failureIntegralSince(timeNanos);
        }
        settledNanos = timeNanos;
    }

    private double failureIntegralSince(long timeNanos) {
        double seconds = Nanos.toSeconds(timeNanos - settledNanos);
        return seconds / roundSeconds() * failing(cluster.openNodes.size());
    }

    private double failedProbesSince(long timeNanos) {
        return pool.size() == 0
                ? 0
                : (double) pool.size() * cluster.settings.search().probes() * failureIntegralSince(timeNanos);
    }

    @Override
    public void roundEnded(int volume, Outcome outcome) {
        rounds.roundEnded(volume, outcome);
    }

    @Override
    public void backoffEnded(int volume) {
        if (isPolicyNone(cluster.settings)) {
            volumes.event[volume] = FutureEventList.NONE;
            join(volume);
        } else {
            rounds.backoffEnded(volume);
        }
    }

    @Override
    public void onSettings(Settings before) {
        boolean wasPool = isPolicyNone(before);
        boolean isPool = isPolicyNone(cluster.settings);
        if (wasPool && !isPool) {
            while (pool.size() > 0) {
                int volume = pool.get(pool.size() - 1);
                volumes.failures[volume] += drawFailures(volume);
                leave(volume);
                rounds.beginRound(volume);
            }
        } else if (!wasPool && isPool) {
            for (int volume = 0; volume < volumes.count; volume++) {
                if (rounds.hasScheduledRound(volume)) {
                    rounds.end(volume);
                    join(volume);
                }
            }
        } else {
            rounds.onSettings(before);
        }
        for (int node = 0; node < nodes.count; node++) {
            refreshCrashRate(node);
        }
    }

    @Override
    public void redraw() {
        stale = true;
    }

    private int drawFailures(int volume) {
        double mean = failureIntegral - volumes.failureIntegral(volume);
        assert mean >= 0 : mean;
        if (mean > POISSON_MEAN_MAX) {
            return (int) Math.min(mean, Integer.MAX_VALUE / 2.0);
        }
        int count = 0;
        double product = stream.nextDouble();
        double limit = StrictMath.exp(-mean);
        while (product > limit) {
            count++;
            product *= stream.nextDouble();
        }
        return count;
    }

    @Override
    public double probesUntil(long timeNanos) {
        return poolProbes + failedProbesSince(timeNanos) + rounds.probesUntil(timeNanos);
    }

    @Override
    public double failuresUntil(int volume, long timeNanos) {
        double counted = rounds.failuresUntil(volume, timeNanos);
        return pool.contains(volume)
                ? counted + failureIntegral - volumes.failureIntegral(volume) + failureIntegralSince(timeNanos)
                : counted;
    }

    @Override
    public int roundCount() {
        return pool.size() + rounds.roundCount();
    }

    private static boolean isPolicyNone(Settings settings) {
        return settings.search().backoff().policy() == BackoffPolicy.NONE;
    }

    @Override
    public void columns(Columns columns, Search other) {
        RatesSearch theirs = (RatesSearch) other;
        rounds.columns(columns, theirs.rounds);
        columns.part(stream, theirs.stream);
        pool.largeColumns(columns, theirs.pool);
        columns.part(crashRates, theirs.crashRates);
        poolProbes = columns.value(poolProbes, theirs.poolProbes);
        failureIntegral = columns.value(failureIntegral, theirs.failureIntegral);
        settledNanos = columns.value(settledNanos, theirs.settledNanos);
        stale = columns.value(stale, theirs.stale);
        drawnForOpen = columns.value(drawnForOpen, theirs.drawnForOpen);
        drawnForNodes = columns.value(drawnForNodes, theirs.drawnForNodes);
        nextNanos = columns.value(nextNanos, theirs.nextNanos);
    }
}
