package mirrorstorm.model;

import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.RandomStream;

/** The plain search: every round is an event. The reference, and the way of every backoff that waits. */
final class RoundsSearch implements Search {

    private final Cluster cluster;
    private final Nodes nodes;
    private final Volumes volumes;
    private final Race race;
    private final RandomStream rounds;
    private final RandomStream jitter;
    private long probeCount;
    private int roundCount;

    RoundsSearch(Cluster cluster, Race race, RandomStream rounds, RandomStream jitter) {
        this.cluster = cluster;
        this.nodes = cluster.nodes;
        this.volumes = cluster.volumes;
        this.race = race;
        this.rounds = rounds;
        this.jitter = jitter;
    }

    @Override
    public void begin(int volume) {
        assert volumes.event[volume] == FutureEventList.NONE : "something is pending";
        volumes.failures[volume] = 0;
        volumes.waitNanos[volume] = 0;
        beginRound(volume);
    }

    @Override
    public void end(int volume) {
        if (volumes.phase[volume] == Phase.ROUND.ordinal()) {
            leaveRound(volume);
        }
        if (volumes.event[volume] != FutureEventList.NONE) {
            cluster.events.cancel(volumes.event[volume]);
            volumes.event[volume] = FutureEventList.NONE;
        }
        cluster.setPhase(volume, Phase.NONE);
    }

    /** A round begins; rounds are memoryless, so this also serves one that was under way as a rate. */
    void beginRound(int volume) {
        assert nodes.isUp(volumes.sourceNode(volume)) : volume;
        cluster.setPhase(volume, Phase.ROUND);
        nodes.searching[volumes.sourceNode(volume)]++;
        roundCount++;
        double meanNanos = cluster.settings.search().roundTime().toNanos();
        volumes.event[volume] =
                cluster.events.schedule(rounds.exponentialNanos(meanNanos), EventKind.ROUND_END.with(volume));
    }

    @Override
    public void roundEnded(int volume, Outcome outcome) {
        assert cluster.phase(volume) == Phase.ROUND : cluster.phase(volume);
        volumes.event[volume] = FutureEventList.NONE;
        leaveRound(volume);
        int probes = cluster.settings.search().probes();
        probeCount += probes;
        int found = Volumes.NO_NODE;
        for (int i = 0; i < probes && found == Volumes.NO_NODE; i++) {
            int node = rounds.nextInt(nodes.count);
            if (nodes.offered[node] > 0 && !volumes.isOn(volume, node)) {
                found = node;
            }
        }
        if (found != Volumes.NO_NODE) {
            cluster.setPhase(volume, Phase.NONE);
            outcome.claim(volume, found);
        } else {
            fail(volume, outcome);
        }
    }

    private void fail(int volume, Outcome outcome) {
        assert volumes.failures[volume] >= 0 : volume;
        Backoff backoff = cluster.settings.search().backoff();
        volumes.failures[volume]++;
        long waitNanos = backoff.delayNanos(volumes.failures[volume], volumes.waitNanos[volume], jitter);
        volumes.waitNanos[volume] = waitNanos;
        if (waitNanos == 0) {
            beginRound(volume);
        } else {
            cluster.setPhase(volume, Phase.BACKOFF);
            volumes.event[volume] = cluster.events.schedule(waitNanos, EventKind.BACKOFF_END.with(volume));
        }
        int node = volumes.sourceNode(volume);
        if (race.crashes(node)) {
            outcome.crash(node);
        }
    }

    @Override
    public void backoffEnded(int volume) {
        assert cluster.phase(volume) == Phase.BACKOFF : cluster.phase(volume);
        volumes.event[volume] = FutureEventList.NONE;
        beginRound(volume);
    }

    private void leaveRound(int volume) {
        nodes.searching[volumes.sourceNode(volume)]--;
        roundCount--;
        assert roundCount >= 0 : roundCount;
        assert nodes.searching[volumes.sourceNode(volume)] >= 0 : volume;
    }

    @Override
    public void onSettings(Settings before) {
        if (before.search().roundTime().equals(cluster.settings.search().roundTime())) {
            return;
        }
        for (int volume = 0; volume < volumes.count; volume++) {
            if (hasScheduledRound(volume)) {
                cluster.events.cancel(volumes.event[volume]);
                leaveRound(volume);
                beginRound(volume);
            }
        }
    }

    boolean hasScheduledRound(int volume) {
        return volumes.phase[volume] == Phase.ROUND.ordinal() && volumes.event[volume] != FutureEventList.NONE;
    }

    @Override
    public long nextNanos() {
        return FutureEventList.NEVER;
    }

    @Override
    public void fire(Outcome outcome) {
        throw new IllegalStateException("every round is in the future event list");
    }

    @Override
    public void settle(long timeNanos) {
        // Everything is counted one by one: time that passes without an event changes nothing.
    }

    @Override
    public void redraw() {
        // Rounds in progress keep their ends: they are in the future event list.
    }

    @Override
    public double probesUntil(long timeNanos) {
        return probeCount;
    }

    @Override
    public double failuresUntil(int volume, long timeNanos) {
        return volumes.failures[volume];
    }

    @Override
    public int roundCount() {
        return roundCount;
    }

    @Override
    public void columns(Columns columns, Search other) {
        RoundsSearch theirs = (RoundsSearch) other;
        columns.part(rounds, theirs.rounds);
        columns.part(jitter, theirs.jitter);
        probeCount = columns.value(probeCount, theirs.probeCount);
        roundCount = columns.value(roundCount, theirs.roundCount);
    }
}
