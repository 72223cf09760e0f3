package mirrorstorm.model;

import java.util.Optional;
import java.util.function.LongSupplier;
import mirrorstorm.engine.Nanos;

/**
 * The control plane as others see it: questions that change nothing. While it is calm no call is simulated, so what
 * depends on calls is an expectation then.
 */
public final class ControlPlaneView {

    private final ControlPlane controlPlane;
    private final LongSupplier clock;

    /** A view of this control plane in a run whose clock stands where {@code clock} says. */
    ControlPlaneView(ControlPlane controlPlane, LongSupplier clock) {
        this.controlPlane = controlPlane;
        this.clock = clock;
    }

    /** Whether no API call has to wait, so that calls are counted but not simulated one by one. */
    public boolean isCalm() {
        return controlPlane.countsOnly();
    }

    /** Whether the link between the control plane and the affected cluster is cut. */
    public boolean isCut() {
        return controlPlane.isCut();
    }

    /** Whether calls of this kind to the zone are refused. */
    public boolean isDisabled(int zone, RequestKind api) {
        return controlPlane.isDisabled(zone, api);
    }

    // Threads

    /** Threads of all pools together. */
    public int threadCount() {
        return controlPlane.threadCount();
    }

    /** Share of the threads that are held, [0, 1]; while it is calm, an expectation. */
    public double busyShare() {
        double busy = controlPlane.busy();
        assert busy >= 0 : busy;
        return busy / controlPlane.threadCount();
    }

    /** Threads held by requests of this kind and zone; while it is calm, an expectation. */
    public double threadsHeld(int zone, RequestKind kind) {
        assert zone >= 0 && zone < controlPlane.zoneCount() : zone;
        return controlPlane.held(zone, kind);
    }

    /** Threads held by calls that hang until they time out. */
    public int hangingCallCount() {
        return controlPlane.hangingCount();
    }

    /** Threads held by elections whose old primary is on a dead node. */
    public int deadElectionCount() {
        return controlPlane.deadElectionCount();
    }

    // Requests

    /** The requests that hold threads: hanging calls, elections on dead nodes, other elections, other calls. */
    public long[] heldRequests() {
        return controlPlane.heldRequests();
    }

    /** The request with that id as it is now; empty once it has left the control plane. */
    public Optional<RequestState> request(long id) {
        return controlPlane.request(id);
    }

    /** The request that has waited longest for a thread, or {@link RequestState#NONE}. */
    public long longestWaitingRequest() {
        return controlPlane.longestWaiting();
    }

    /** Requests that wait for a thread. */
    public int waitingCount() {
        return controlPlane.waitingCount();
    }

    /** Requests that had to queue for a thread, if only for an instant, and no longer do. */
    public long waitedCount() {
        return controlPlane.waitedCount();
    }

    /** How long these waited, seconds, all together. */
    public double waitedSeconds() {
        return Nanos.toSeconds(controlPlane.waitedNanos());
    }

    // Calls

    /** API calls for a zone, an index into the settings' zones, whose outcome is known; in calm an expectation. */
    public double calls(int zone) {
        assert zone >= 0 && zone < controlPlane.zoneCount() : zone;
        return controlPlane.callsUntil(zone, clock.getAsLong());
    }

    /** API calls for a zone that failed so far: an error, or the caller gave up. */
    public double failedCalls(int zone) {
        assert zone >= 0 && zone < controlPlane.zoneCount() : zone;
        return controlPlane.errorsUntil(zone, clock.getAsLong());
    }
}
