package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.FutureEventList;

/** The requests that hold a control plane thread, one array a field, index = slot. */
final class Threads {

    private static final int FREE = -1;

    private byte[] kind = new byte[64];
    private byte[] zone = new byte[64];
    private boolean[] hangs = new boolean[64];
    private int[] subject = new int[64];
    /** Handle of the pending end of service; for a free slot, {@link #FREE}. */
    private long[] event = new long[64];

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

    /** Held by calls that hang until they time out. */
    int hangingCount() {
        return hangingCount;
    }

    int electingCount() {
        return electingCount;
    }

    /** Held by elections that wait for a dead node to answer. */
    int deadElectionCount() {
        return deadElectionCount;
    }

    RequestKind kind(int slot) {
        return RequestKind.of(kind[slot]);
    }

    int zone(int slot) {
        return zone[slot];
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
        return slot;
    }

    private void count(boolean isElection, boolean hanging, int by) {
        electingCount += isElection ? by : 0;
        deadElectionCount += isElection && hanging ? by : 0;
        hangingCount += !isElection && hanging ? by : 0;
    }

    void endsWith(int slot, long handle) {
        event[slot] = handle;
    }

    void release(int slot) {
        heldByZone[zone[slot]]--;
        count(kind[slot] == RequestKind.ELECT.ordinal(), hangs[slot], -1);
        heldTotal--;
        event[slot] = FREE;
        subject[slot] = FREE;
        kind[slot] = FREE;
        freeSlots[freeCount++] = slot;
    }

    /** Forgets all of them, whose ends of service are cancelled. */
    void clear(FutureEventList events) {
        for (int slot = 0; slot < slotCount; slot++) {
            if (kind[slot] != FREE) {
                events.cancel(event[slot]);
                release(slot);
            }
        }
        slotCount = 0;
        freeCount = 0;
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
        kind = Arrays.copyOf(kind, length);
        zone = Arrays.copyOf(zone, length);
        hangs = Arrays.copyOf(hangs, length);
        subject = Arrays.copyOf(subject, length);
        event = Arrays.copyOf(event, length);
        freeSlots = Arrays.copyOf(freeSlots, length);
    }

    void copyFrom(Threads other) {
        if (event.length != other.event.length) {
            resize(other.event.length);
        }
        System.arraycopy(other.kind, 0, kind, 0, kind.length);
        System.arraycopy(other.zone, 0, zone, 0, zone.length);
        System.arraycopy(other.hangs, 0, hangs, 0, hangs.length);
        System.arraycopy(other.subject, 0, subject, 0, subject.length);
        System.arraycopy(other.event, 0, event, 0, event.length);
        System.arraycopy(other.freeSlots, 0, freeSlots, 0, freeSlots.length);
        System.arraycopy(other.heldByZone, 0, heldByZone, 0, heldByZone.length);
        heldTotal = other.heldTotal;
        freeCount = other.freeCount;
        slotCount = other.slotCount;
        hangingCount = other.hangingCount;
        electingCount = other.electingCount;
        deadElectionCount = other.deadElectionCount;
    }
}
