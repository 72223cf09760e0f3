package mirrorstorm.model;

import java.util.Arrays;
import mirrorstorm.engine.Copyable;

/** Requests that wait for a control plane thread on behalf of one zone: first in, first out, one array a field. */
final class Requests implements Copyable<Requests> {

    /** A queue longer than this is a fault of the scenario's rates, and would not fit in memory for long. */
    static final int LENGTH_MAX = 1 << 23;

    private static final int INITIAL_LENGTH = 16;

    /** A copy keeps its memory unless that is more than so many times what it needs. */
    private static final int COPY_SLACK_MAX = 4;

    /** Two long and three int. */
    private static final long BYTES_EACH = 28;

    /** Is shown a request: its subject and its position among all. */
    interface Visitor {
        void visit(int subject, long order);
    }

    private long[] arrivalNanos = new long[INITIAL_LENGTH];
    private long[] order = new long[INITIAL_LENGTH];
    private int[] kind = new int[INITIAL_LENGTH];
    private int[] subject = new int[INITIAL_LENGTH];
    /** How many API calls have been added up to and including this request, modulo 2^32. */
    private int[] callNumber = new int[INITIAL_LENGTH];

    private int first;
    private int size;
    private int callCount;

    /** Where the {@code i}th request is; the arrays are rings whose length is a power of two. */
    private int at(int i) {
        return first + i & order.length - 1;
    }

    int size() {
        return size;
    }

    /** The position, among all zones' requests, of the one that has waited longest; none may be asked for. */
    long firstOrder() {
        assert size > 0 : "nobody waits";
        return order[first];
    }

    RequestKind firstKind() {
        assert size > 0 : "nobody waits";
        return RequestKind.of(kind[first]);
    }

    int firstSubject() {
        assert size > 0 : "nobody waits";
        return subject[first];
    }

    long firstArrivalNanos() {
        assert size > 0 : "nobody waits";
        return arrivalNanos[first];
    }

    void add(RequestKind what, int whom, long nowNanos, long position) {
        if (size >= LENGTH_MAX) {
            throw new IllegalStateException("more than " + LENGTH_MAX + " requests wait for the control plane");
        }
        if (size == order.length) {
            grow();
        }
        int last = at(size);
        assert size == 0 || order[at(size - 1)] < position : "not the last to come";
        assert size == 0 || arrivalNanos[at(size - 1)] <= nowNanos : "came before the one ahead";
        arrivalNanos[last] = nowNanos;
        order[last] = position;
        kind[last] = what.ordinal();
        subject[last] = whom;
        callCount += what == RequestKind.ELECT ? 0 : 1;
        callNumber[last] = callCount;
        size++;
    }

    void removeFirst() {
        assert size > 0 : "nobody waits";
        first = at(1);
        size--;
    }

    /** Shows every request of one kind. */
    void forEach(RequestKind shown, Visitor visitor) {
        for (int i = 0; i < size; i++) {
            int at = at(i);
            if (kind[at] == shown.ordinal()) {
                visitor.visit(subject[at], order[at]);
            }
        }
    }

    /** How many of these came before the request at a position among all zones' requests. Costs O(log n). */
    int before(long position) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order[at(middle)] < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the {@code i}th of these is the request at that position. */
    boolean is(int i, long position) {
        return i < size && order[at(i)] == position;
    }

    /** The {@code i}th of these, which waits behind so many of its own and other zones. */
    RequestState state(int i, int zone, int ahead) {
        assert i >= 0 && i < size && ahead >= i : i;
        int at = at(i);
        RequestKind what = RequestKind.of(kind[at]);
        int volume = what == RequestKind.ELECT ? subject[at] : RequestState.NONE;
        return new RequestState(
                order[at], what, zone, volume, arrivalNanos[at], RequestState.NONE, RequestState.NONE, false, ahead);
    }

    /** The subjects of every request of one kind, in order. */
    int[] subjects(RequestKind wanted) {
        int[] found = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int at = at(i);
            if (kind[at] == wanted.ordinal()) {
                found[count++] = subject[at];
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** How long all requests of one kind have waited together, nanoseconds. */
    double waitedNanos(RequestKind counted, long nowNanos) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += kind[at(i)] == counted.ordinal() ? nowNanos - arrivalNanos[at(i)] : 0;
        }
        return sum;
    }

    /** Takes out every request of one kind; the others keep their order. */
    void removeAll(RequestKind removed) {
        int kept = 0;
        int calls = 0;
        for (int i = 0; i < size; i++) {
            int from = at(i);
            if (kind[from] != removed.ordinal()) {
                int to = at(kept);
                arrivalNanos[to] = arrivalNanos[from];
                order[to] = order[from];
                kind[to] = kind[from];
                subject[to] = subject[from];
                calls += isCall(from) ? 1 : 0;
                callNumber[to] = calls;
                kept++;
            }
        }
        callCount = calls;
        size = kept;
        assert callCount <= size : callCount;
    }

    /** Calls among these that arrived at {@code timeNanos} or earlier. Costs O(log n). */
    int callsUntil(long timeNanos) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrivalNanos[at(middle)] <= timeNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : callNumber[at(low - 1)] - callNumber[first] + (isCall(first) ? 1 : 0);
    }

    private boolean isCall(int at) {
        return kind[at] != RequestKind.ELECT.ordinal();
    }

    private void grow() {
        Requests larger = new Requests();
        larger.allocate(2 * order.length);
        larger.copyFrom(this);
        arrivalNanos = larger.arrivalNanos;
        order = larger.order;
        kind = larger.kind;
        subject = larger.subject;
        callNumber = larger.callNumber;
        first = 0;
    }

    @Override
    public long bytes() {
        return BYTES_EACH * order.length;
    }

    private void allocate(int length) {
        arrivalNanos = new long[length];
        order = new long[length];
        kind = new int[length];
        subject = new int[length];
        callNumber = new int[length];
    }

    @Override
    public void copyFrom(Requests other) {
        int needed = Math.max(INITIAL_LENGTH, Integer.highestOneBit(2 * other.size - 1));
        assert Integer.bitCount(needed) == 1 : needed;
        if (order.length < needed || order.length > COPY_SLACK_MAX * needed) {
            allocate(needed);
        }
        int untilEnd = Math.min(other.size, other.order.length - other.first);
        copy(other, other.first, 0, untilEnd);
        copy(other, 0, untilEnd, other.size - untilEnd);
        first = 0;
        size = other.size;
        callCount = other.callCount;
    }

    private void copy(Requests other, int from, int to, int count) {
        System.arraycopy(other.arrivalNanos, from, arrivalNanos, to, count);
        System.arraycopy(other.order, from, order, to, count);
        System.arraycopy(other.kind, from, kind, to, count);
        System.arraycopy(other.subject, from, subject, to, count);
        System.arraycopy(other.callNumber, from, callNumber, to, count);
    }
}
