package mirrorstorm.model;

import mirrorstorm.engine.ColumnLength;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.RandomStream;

/**
 * API calls whose callers may try again. Without retries nobody needs to be told of a failure at its moment, so no
 * call is kept here and {@link #NONE} stands for it.
 */
final class Calls {

    /** A call whose caller will not try again. */
    static final int NONE = -1;

    private final Cluster cluster;
    private final FutureEventList events;
    private final RandomStream jitter;

    private byte[] kind = new byte[16];
    private byte[] zone = new byte[16];
    private int[] failures = new int[16];
    private long[] waitNanos = new long[16];
    private long[] event = new long[16];
    /** Position of the request that the caller waits for; {@link #NONE} while it waits for none. */
    private long[] order = new long[16];

    private int[] freeIds = new int[16];
    private int freeCount;
    private int idCount;

    Calls(Cluster cluster, FutureEventList events, RandomStream jitter) {
        this.cluster = cluster;
        this.events = events;
        this.jitter = jitter;
    }

    boolean isEmpty() {
        return idCount == freeCount;
    }

    private boolean isOpen(int call) {
        return call >= 0 && call < idCount && freeCount < idCount;
    }

    RequestKind kind(int call) {
        assert isOpen(call) : call;
        return RequestKind.of(kind[call]);
    }

    int zone(int call) {
        assert isOpen(call) : call;
        return zone[call];
    }

    /** A new call, whose caller may try again. */
    int open(RequestKind what, int ofZone) {
        int call = freeCount > 0 ? freeIds[--freeCount] : idCount++;
        assert call < idCount && freeCount <= idCount : call;
        if (call == event.length) {
            resize(2 * call);
        }
        kind[call] = (byte) what.ordinal();
        zone[call] = (byte) ofZone;
        failures[call] = 0;
        waitNanos[call] = 0;
        event[call] = FutureEventList.NONE;
        return call;
    }

    /** The caller waits for the answer to the request at this position of the queue from now on. */
    void waitWith(int call, long position) {
        if (call != NONE) {
            order[call] = position;
            assert isOpen(call) : call;
            long timeout = cluster.settings.controlPlane().clientTimeout().toNanos();
            event[call] = events.schedule(timeout, EventKind.CALL_TIMEOUT.with(call));
        }
    }

    /** Whether the caller no longer waits for the answer to the request at this position. */
    boolean hasGivenUp(int call, long position) {
        return call != NONE && order[call] != position;
    }

    /** The answer will come in time. */
    void succeed(int call) {
        if (call != NONE) {
            assert event[call] != FutureEventList.NONE : "nobody waits for it";
            events.cancel(event[call]);
            close(call);
        }
    }

    /** The caller got no answer, or an error: it tries again after its backoff, or gives up for good. */
    void fail(int call) {
        if (call == NONE) {
            return;
        }
        event[call] = FutureEventList.NONE;
        order[call] = NONE;
        Settings.ClientRetry retry = cluster.settings.controlPlane().clientRetry();
        failures[call]++;
        if (failures[call] > retry.attempts()) {
            close(call);
        } else {
            waitNanos[call] = retry.backoff().delayNanos(failures[call], waitNanos[call], jitter);
            event[call] = events.schedule(waitNanos[call], EventKind.CALL_RETRY.with(call));
        }
    }

    /** The call was cancelled while it waited for a thread. */
    void cancel(int call, long position) {
        if (call != NONE && order[call] == position) {
            events.cancel(event[call]);
            close(call);
        }
    }

    void close(int call) {
        assert isOpen(call) : call;
        event[call] = FutureEventList.NONE;
        order[call] = NONE;
        freeIds[freeCount++] = call;
    }

    private void resize(int length) {
        columns(new ColumnLength(length), this);
    }

    void columns(Columns columns, Calls other) {
        columns.part(jitter, other.jitter);
        kind = columns.array(kind, other.kind);
        zone = columns.array(zone, other.zone);
        failures = columns.array(failures, other.failures);
        waitNanos = columns.array(waitNanos, other.waitNanos);
        event = columns.array(event, other.event);
        order = columns.array(order, other.order);
        freeIds = columns.array(freeIds, other.freeIds);
        freeCount = columns.value(freeCount, other.freeCount);
        idCount = columns.value(idCount, other.idCount);
    }
}
