package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.ColumnLength;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;

/** The requests that hold a control plane thread, one array a field, index = slot. */
final class Threads {

    private static final int FREE = -1;
    private static final int GROUPS = 4;
    private static final int SERVED_CALLS = 3;

    private byte[] kind = new byte[64];
    private byte[] zone = new byte[64];
    private boolean[] hangs = new boolean[64];
    private int[] subject = new int[64];
    /** Handle of the pending end of service; for a free slot, {@link #FREE}. */
    private long[] event = new long[64];
    /** The request's position among all, when it came and when it got its thread. */
    private long[] order = new long[64];

    private long[] arrivedNanos = new long[64];
    private long[] servedNanos = new long[64];

    private int[] freeSlots = new int[64];
    private int freeCount;
    private int slotCount;
    private int hangingCount;
    private int electingCount;
    private int deadElectionCount;
    private int heldTotal;
    private final int[] heldByZone;

    Threads(int zoneCount) {
        heldByZone = new int[zoneCount];
    }

    int held(int ofZone) {
        return heldByZone[ofZone];
    }

    int heldTotal() {
        return heldTotal;
    }

    /** Whether a request of the zone may have another one. */
    boolean hasFree(int ofZone, ServiceLimits limits) {
        int held = heldByZone[ofZone];
        return held < limits.bulkhead && (limits.isRegional ? heldTotal : held) < limits.threads;
    }

    /** Held by what is simulated one by one even in calm: elections, and calls that hang. */
    int lastingCount() {
        return electingCount + hangingCount;
    }

    /** Held by calls that hang until they time out. */
    int hangingCount() {
        return hangingCount;
    }

    /** Held by elections that wait for a dead node to answer. */
    int deadElectionCount() {
        return deadElectionCount;
    }

    RequestKind kind(int slot) {
        return RequestKind.of(kind[slot]);
    }

    int subject(int slot) {
        return subject[slot];
    }

    int take(RequestKind what, int ofZone, int whom, boolean hanging) {
        int slot = freeCount > 0 ? freeSlots[--freeCount] : slotCount++;
        if (slot == event.length) {
            resize(2 * slot);
        }
        kind[slot] = (byte) what.ordinal();
        zone[slot] = (byte) ofZone;
        subject[slot] = whom;
        hangs[slot] = hanging;
        event[slot] = FutureEventList.NONE;
        heldByZone[ofZone]++;
        count(what == RequestKind.ELECT, hanging, 1);
        heldTotal++;
        assert heldTotal == slotCount - freeCount : heldTotal;
        return slot;
    }

    private void count(boolean isElection, boolean hanging, int by) {
        electingCount += isElection ? by : 0;
        deadElectionCount += isElection && hanging ? by : 0;
        hangingCount += !isElection && hanging ? by : 0;
        assert electingCount >= deadElectionCount && deadElectionCount >= 0 && hangingCount >= 0 : hangingCount;
    }

    void endsWith(int slot, long handle) {
        assert handle != FutureEventList.NONE : "no end";
        event[slot] = handle;
    }

    /** Notes which request holds the slot; the times may be {@link RequestState#NONE}. */
    void isOf(int slot, long position, long arrived, long served) {
        assert served >= arrived : served;
        order[slot] = position;
        arrivedNanos[slot] = arrived;
        servedNanos[slot] = served;
    }

    /** The slot that is held by the request at this position, or -1. */
    int slotOf(long position) {
        for (int slot = 0; slot < slotCount; slot++) {
            if (kind[slot] != FREE && order[slot] == position) {
                return slot;
            }
        }
        return FREE;
    }

    /** What holds a slot. */
    RequestState state(int slot, FutureEventList events) {
        RequestKind what = kind(slot);
        return new RequestState(
                order[slot],
                what,
                zone[slot],
                what == RequestKind.ELECT ? subject[slot] : RequestState.NONE,
                arrivedNanos[slot],
                servedNanos[slot],
                events.dueNanos(event[slot]),
                hangs[slot],
                0);
    }

    /** The requests that hold threads: hanging calls, elections on dead nodes, other elections, other calls. */
    long[] held() {
        long[] found = new long[heldTotal];
        int count = 0;
        for (int group = 0; group < GROUPS; group++) {
            int from = count;
            for (int slot = 0; slot < slotCount; slot++) {
                if (kind[slot] != FREE && group(slot) == group) {
                    found[count++] = order[slot];
                }
            }
            Arrays.sort(found, from, count);
        }
        return found;
    }

    private int group(int slot) {
        boolean isElection = kind[slot] == RequestKind.ELECT.ordinal();
        return hangs[slot] ? (isElection ? 1 : 0) : isElection ? 2 : SERVED_CALLS;
    }

    private boolean isHeld(int slot) {
        return slot < slotCount && kind[slot] != FREE;
    }

    void release(int slot) {
        assert isHeld(slot) : slot;
        heldByZone[zone[slot]]--;
        count(kind[slot] == RequestKind.ELECT.ordinal(), hangs[slot], -1);
        heldTotal--;
        event[slot] = FREE;
        subject[slot] = FREE;
        kind[slot] = FREE;
        freeSlots[freeCount++] = slot;
        assert heldTotal == slotCount - freeCount && heldTotal >= 0 : heldTotal;
    }

    /** Forgets calls that are being served, whose ends of service are cancelled; elections and what hangs stay. */
    void forgetServedCalls(FutureEventList events) {
        for (int slot = 0; slot < slotCount; slot++) {
            if (kind[slot] != FREE && group(slot) == SERVED_CALLS) {
                events.cancel(event[slot]);
                release(slot);
            }
        }
    }

    /** How many requests of this kind and zone hold a thread. */
    int count(int ofZone, RequestKind what) {
        int count = 0;
        for (int slot = 0; slot < slotCount; slot++) {
            if (kind[slot] == what.ordinal() && zone[slot] == ofZone) {
                count++;
            }
        }
        return count;
    }

    private void resize(int length) {
        columns(new ColumnLength(length), this);
    }

    void columns(Columns columns, Threads other) {
        kind = columns.array(kind, other.kind);
        zone = columns.array(zone, other.zone);
        hangs = columns.array(hangs, other.hangs);
        subject = columns.array(subject, other.subject);
        event = columns.array(event, other.event);
        order = columns.array(order, other.order);
        arrivedNanos = columns.array(arrivedNanos, other.arrivedNanos);
        servedNanos = columns.array(servedNanos, other.servedNanos);
        freeSlots = columns.array(freeSlots, other.freeSlots);
        columns.fixed(heldByZone, other.heldByZone);
        heldTotal = columns.value(heldTotal, other.heldTotal);
        freeCount = columns.value(freeCount, other.freeCount);
        slotCount = columns.value(slotCount, other.slotCount);
        hangingCount = columns.value(hangingCount, other.hangingCount);
        electingCount = columns.value(electingCount, other.electingCount);
        deadElectionCount = columns.value(deadElectionCount, other.deadElectionCount);
    }
}
