package mirrorstorm.model;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.Nanos;

/**
 * API calls whose outcome is known, zone by zone, and who is told of it. In calm stretches no call is simulated; all
 * succeed, and so many are counted as are expected.
 */
final class CallCounts {

    private final List<CallListener> listeners = new ArrayList<>();
    private final long[] calls;
    private final long[] errors;
    private final double[] calmCalls;
    /** Up to when calm is accounted for, or when it began. */
    private long calmSinceNanos;

    CallCounts(int zoneCount) {
        calls = new long[zoneCount];
        errors = new long[zoneCount];
        calmCalls = new double[zoneCount];
    }

    void listen(CallListener listener) {
        listeners.add(listener);
    }

    /** Calls of the zone, without those of the calm stretch that lasts. */
    double calls(int zone) {
        return calls[zone] + calmCalls[zone];
    }

    long errors(int zone) {
        return errors[zone];
    }

    /** Calls at this rate in the calm stretch that lasts. */
    double inCalmUntil(long nowNanos, double perSecond) {
        return Nanos.toSeconds(nowNanos - calmSinceNanos) * perSecond;
    }

    /** The outcome of a call is known. */
    void add(long nowNanos, int zone, long latencyNanos, boolean failed) {
        calls[zone]++;
        errors[zone] += failed ? 1 : 0;
        assert errors[zone] <= calls[zone] : errors[zone];
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).onCall(nowNanos, zone, latencyNanos, failed);
        }
    }

    /** Calm begins. */
    void beginCalm(long nowNanos) {
        assert nowNanos >= calmSinceNanos : nowNanos;
        calmSinceNanos = nowNanos;
    }

    /** Accounts for the calm stretch that lasts, up to now. */
    void addCalm(long nowNanos, ApiTraffic traffic) {
        assert nowNanos >= calmSinceNanos : nowNanos;
        for (int zone = 0; zone < calls.length; zone++) {
            calmCalls[zone] += inCalmUntil(nowNanos, traffic.rate(zone));
        }
        calmSinceNanos = nowNanos;
    }

    void columns(Columns columns, CallCounts other) {
        columns.fixed(calls, other.calls);
        columns.fixed(errors, other.errors);
        columns.fixed(calmCalls, other.calmCalls);
        calmSinceNanos = columns.value(calmSinceNanos, other.calmSinceNanos);
    }
}
