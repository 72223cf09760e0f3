package mirrorstorm.model;

import java.util.Optional;
import mirrorstorm.engine.FutureEventList;

/** Finds single requests at the control plane, for those who look into one; the control plane itself never needs to. */
final class RequestFinder {

    private RequestFinder() {}

    /** The request that has waited longest, or {@link RequestState#NONE}. */
    static long longestWaiting(Requests[] waiting) {
        long longest = RequestState.NONE;
        for (Requests queue : waiting) {
            if (queue.size() > 0 && (longest == RequestState.NONE || queue.firstOrder() < longest)) {
                longest = queue.firstOrder();
            }
        }
        return longest;
    }

    /**
     * The request with that id; empty once it has left, or if there was none.
     *
     * @param waiting those that wait, by zone
     * @param events  in which the ends of service are
     */
    static Optional<RequestState> find(long id, Threads threads, Requests[] waiting, FutureEventList events) {
        int slot = threads.slotOf(id);
        if (slot >= 0) {
            return Optional.of(threads.state(slot, events));
        }
        int ahead = 0;
        for (Requests queue : waiting) {
            ahead += queue.before(id);
        }
        for (int zone = 0; zone < waiting.length; zone++) {
            int place = waiting[zone].before(id);
            if (waiting[zone].is(place, id)) {
                return Optional.of(waiting[zone].state(place, zone, ahead));
            }
        }
        return Optional.empty();
    }
}
