package mirrorstorm.model;

import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;

/**
 * The control plane's own future event list and clock. In a storm hundreds of calls come and go between two changes of
 * the cluster, and none of them changes it; so they are not events of the run, each after a look at every other clock,
 * but are caught up with in one go, just before something else happens or somebody looks. An election that succeeds
 * does change the cluster: it takes the run's clock along to its own time.
 *
 * <p>What a call meets (whether there is room, whether the link is cut) changes with events of the run only, so
 * catching up late is the same as keeping up.
 */
final class ControlPlaneClock {

    private final FutureEventList events;
    private final ControlPlane controlPlane;
    private final Elections elections;
    private long eventCount;

    ControlPlaneClock(FutureEventList events, ControlPlane controlPlane, Elections elections) {
        this.events = events;
        this.controlPlane = controlPlane;
        this.elections = elections;
    }

    /** When the next request comes, is sent again or ends, nanoseconds since the start of the run. */
    long nextNanos() {
        return Math.min(events.nextNanos(), controlPlane.nextArrivalNanos());
    }

    /** When the last thing happened here, or in the cluster if that was later. */
    long clockNanos() {
        return events.clockNanos();
    }

    long eventCount() {
        return eventCount;
    }

    int pendingCount() {
        return events.size() + (controlPlane.nextArrivalNanos() == FutureEventList.NEVER ? 0 : 1);
    }

    /** Lets everything happen here that is due up to and including {@code timeNanos}, but at most so many events. */
    void catchUp(long timeNanos, long eventsMax) {
        assert eventsMax > 0 : eventsMax;
        long enough = eventCount + eventsMax;
        while (eventCount < enough) {
            long arrivalNanos = controlPlane.nextArrivalNanos();
            int event = events.nextBy(Math.min(timeNanos, arrivalNanos));
            if (event != FutureEventList.NOTHING) {
                happen(event);
            } else if (arrivalNanos <= timeNanos) {
                arrive(arrivalNanos);
            } else {
                return;
            }
        }
    }

    /** Lets the next thing happen here; when it happened. */
    long next() {
        catchUp(nextNanos(), 1);
        return events.clockNanos();
    }

    private void arrive(long timeNanos) {
        eventCount++;
        events.advanceTo(timeNanos);
        controlPlane.arrive();
    }

    private void happen(int event) {
        int subject = EventKind.subjectOf(event);
        eventCount++;
        switch (EventKind.of(event)) {
            case SERVICE_END -> endService(subject);
            case CALL_TIMEOUT -> controlPlane.callTimedOut(subject);
            case CALL_RETRY -> controlPlane.callAgain(subject);
            case ELECTION_RETRY -> elections.retry(subject);
            case ELECTION_SEND -> elections.sendNext();
            default -> throw new AssertionError("not of the control plane: " + EventKind.of(event));
        }
    }

    private void endService(int slot) {
        int volume = controlPlane.serviceEnded(slot);
        if (volume != Calls.NONE) {
            elections.answered(volume);
        }
    }

    /** The run's clock stands here now, at which nothing is left to catch up with. */
    void advanceTo(long timeNanos) {
        events.advanceTo(timeNanos);
    }

    void columns(Columns columns, ControlPlaneClock other) {
        columns.part(events, other.events);
        eventCount = columns.value(eventCount, other.eventCount);
    }
}
