package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.ColumnLength;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.Nanos;
import mirrorstorm.engine.RandomStream;

/**
 * Memory leaks: a leaking node loses its spare memory at a steady rate and crashes when all of it is gone. Nodes that
 * began to leak together crash within a short while of each other, hours after the cause and with nothing to be seen
 * before: us-east, 22 October 2012 (aws.amazon.com/message/680342). A restart gives the memory back, but a leak that
 * was not stopped goes on.
 *
 * <p>How slow a node becomes before it crashes is not modelled.
 */
final class Leaks {

    private final Cluster cluster;
    private final RandomStream stream;

    /** Share of its spare memory that a node loses a nanosecond; 0 while it does not leak. */
    private double[] perNano;
    /** Share that was lost by {@link #sinceNanos}. */
    private double[] lost;

    private long[] sinceNanos;
    /** Handle of the pending crash. */
    private long[] event;

    Leaks(Cluster cluster, RandomStream stream) {
        this.cluster = cluster;
        this.stream = stream;
        int count = cluster.nodes.count;
        perNano = new double[count];
        lost = new double[count];
        sinceNanos = new long[count];
        event = new long[count];
        Arrays.fill(event, FutureEventList.NONE);
    }

    /** Share of its spare memory that a node has lost by {@code nowNanos}, in [0, 1]. */
    double lostUntil(int node, long nowNanos) {
        assert node >= 0 : node;
        if (node >= lost.length) {
            return 0;
        }
        boolean goesOn = event[node] != FutureEventList.NONE;
        return goesOn ? Math.min(1, lost[node] + perNano[node] * (nowNanos - sinceNanos[node])) : lost[node];
    }

    /** Whether the node leaks, or will once it is restarted. */
    boolean isLeaking(int node) {
        return node < perNano.length && perNano[node] > 0;
    }

    /**
     * These nodes leak from now on, each at a rate of its own.
     *
     * @param rate   mean of their rates, in spare memories
     * @param spread how far theirs may be from it, as a share of it, in [0, 1]; uniform
     */
    void begin(int[] nodes, Rate rate, double spread) {
        assert spread >= 0 && spread <= 1 : spread;
        for (int node : nodes) {
            ensure(node);
            settle(node);
            double own = 1 + spread * (2 * stream.nextDouble() - 1);
            perNano[node] = Nanos.perNano(rate.perSecond() * own);
            assert perNano[node] >= 0 : perNano[node];
            scheduleCrash(node);
        }
    }

    /** These nodes leak no more; what they have lost is lost until they are restarted. */
    void stop(int[] nodes) {
        for (int node : nodes) {
            if (isLeaking(node)) {
                settle(node);
                perNano[node] = 0;
            }
        }
    }

    /** The process of the node is dead, and with it what it had leaked. */
    void onDead(int node) {
        if (node < lost.length) {
            settle(node);
            lost[node] = 0;
        }
    }

    /** The node is up again. */
    void onUp(int node) {
        if (isLeaking(node)) {
            settle(node);
            scheduleCrash(node);
        }
    }

    /** The memory of the node is gone: whoever is told of this crashes it. */
    void memoryGone(int node) {
        assert event[node] != FutureEventList.NONE : "no end was pending";
        event[node] = FutureEventList.NONE;
    }

    /** Accounts for the node up to now; its crash is no longer pending. */
    private void settle(int node) {
        long now = cluster.events.clockNanos();
        assert now >= sinceNanos[node] : now;
        if (event[node] != FutureEventList.NONE) {
            lost[node] = lostUntil(node, now);
            cluster.events.cancel(event[node]);
            event[node] = FutureEventList.NONE;
        }
        sinceNanos[node] = now;
    }

    private void scheduleCrash(int node) {
        assert event[node] == FutureEventList.NONE : "a crash is pending already";
        assert lost[node] >= 0 && lost[node] <= 1 : lost[node];
        boolean isAlive = cluster.nodeState(node).ordinal() <= NodeState.ISOLATED.ordinal();
        double delayNanos = Math.ceil((1 - lost[node]) / perNano[node]);
        if (isAlive && delayNanos < Long.MAX_VALUE - sinceNanos[node]) {
            event[node] = cluster.events.schedule((long) delayNanos, EventKind.MEMORY_GONE.with(node));
        }
    }

    private void ensure(int node) {
        if (node >= lost.length) {
            resize(Math.max(node + 1, cluster.nodes.state.length));
        }
    }

    private void resize(int length) {
        int old = event.length;
        columns(new ColumnLength(length), this);
        Arrays.fill(event, old, length, FutureEventList.NONE);
    }

    void columns(Columns columns, Leaks other) {
        columns.part(stream, other.stream);
        perNano = columns.array(perNano, other.perNano);
        lost = columns.array(lost, other.lost);
        sinceNanos = columns.array(sinceNanos, other.sinceNanos);
        event = columns.array(event, other.event);
    }
}
