package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.Columns;

/** The requests that wait for a control plane thread: a queue for each zone, and how long they waited. */
final class WaitingRequests {

    /** Behind every position. */
    static final long NOBODY = Long.MAX_VALUE;

    private final Requests[] queues;
    /** Position of each queue's first request among all; in an empty queue {@link #NOBODY}. */
    private final long[] firstOrders;

    private int count;
    private long waitedCount;
    private double waitedNanos;

    WaitingRequests(int zoneCount) {
        queues = new Requests[zoneCount];
        Arrays.setAll(queues, zone -> new Requests());
        firstOrders = new long[zoneCount];
        Arrays.fill(firstOrders, NOBODY);
    }

    /** All that wait, whatever zone they are for. */
    int count() {
        return count;
    }

    /** Those that have waited, if only for an instant, and no longer do: served, cancelled or dropped. */
    long waitedCount() {
        return waitedCount;
    }

    /** How long these waited, all together. */
    double waitedNanos() {
        return waitedNanos;
    }

    /** Position, among all, of the request of the zone that has waited longest, or {@link #NOBODY}. */
    long firstOrder(int zone) {
        return firstOrders[zone];
    }

    /** The zone whose longest waiting request is next, or -1 if none may have a thread now. */
    int nextZone(Threads threads, ServiceLimits limits) {
        if (count == 0 || (limits.isRegional && threads.heldTotal() >= limits.threads)) {
            return -1;
        }
        int best = -1;
        long bestOrder = NOBODY;
        for (int zone = 0; zone < firstOrders.length; zone++) {
            if (firstOrders[zone] < bestOrder && threads.hasFree(zone, limits)) {
                best = zone;
                bestOrder = firstOrders[zone];
            }
        }
        return best;
    }

    /** A zone's queue, to look at; whoever changes it says so here. */
    Requests of(int zone) {
        return queues[zone];
    }

    Requests[] all() {
        return queues;
    }

    void add(int zone, RequestKind kind, int subject, long nowNanos, long order) {
        queues[zone].add(kind, subject, nowNanos, order);
        firstOrders[zone] = Math.min(firstOrders[zone], order);
        count++;
    }

    /** The zone's longest waiting request has a thread now. */
    void removeFirst(int zone, long nowNanos) {
        assert queues[zone].firstArrivalNanos() <= nowNanos : nowNanos;
        assert firstOrders[zone] == queues[zone].firstOrder() : zone;
        waitedNanos += nowNanos - queues[zone].firstArrivalNanos();
        waitedCount++;
        queues[zone].removeFirst();
        noteFirst(zone);
        count--;
        assert count >= 0 : count;
    }

    /** A request got its thread in the instant in which it came. */
    void passOne() {
        waitedCount++;
    }

    /** The zone's requests of this kind wait no longer. */
    void removeAll(int zone, RequestKind kind, long nowNanos) {
        int before = queues[zone].size();
        waitedNanos += queues[zone].waitedNanos(kind, nowNanos);
        queues[zone].removeAll(kind);
        int removed = before - queues[zone].size();
        waitedCount += removed;
        count -= removed;
        assert removed >= 0 && count >= 0 : removed;
        noteFirst(zone);
    }

    private void noteFirst(int zone) {
        firstOrders[zone] = queues[zone].size() > 0 ? queues[zone].firstOrder() : NOBODY;
    }

    void columns(Columns columns, WaitingRequests other) {
        for (int zone = 0; zone < queues.length; zone++) {
            columns.part(queues[zone], other.queues[zone]);
        }
        columns.fixed(firstOrders, other.firstOrders);
        count = columns.value(count, other.count);
        waitedCount = columns.value(waitedCount, other.waitedCount);
        waitedNanos = columns.value(waitedNanos, other.waitedNanos);
    }
}
