package mirrorstorm.ui.playback;

import java.util.Optional;

/**
 * One thing that the window asks of the simulation: what is to be done, and how it goes with the requests around it.
 *
 * @param action          does it, on the simulation's thread
 * @param kind            a later request of the same kind takes the place of this one; empty if every one counts
 * @param waitsForArrival whether it means the moment that a seek before it leads to
 */
record Request(Runnable action, Optional<String> kind, boolean waitsForArrival) {

    /** Something to be done at once, even while the run is on its way to another moment. */
    static Request now(Runnable action) {
        return new Request(action, Optional.empty(), false);
    }

    /** Something to be done where the run is on its way to. */
    static Request onArrival(Runnable action) {
        return new Request(action, Optional.empty(), true);
    }

    /** The same, of which the last of several in a row is enough. */
    Request latestOf(String wanted) {
        return new Request(action, Optional.of(wanted), waitsForArrival);
    }

    /** Whether nobody misses {@code earlier}, which waits right before this. */
    boolean replaces(Request earlier) {
        return kind.isPresent() && kind.equals(earlier.kind);
    }
}
