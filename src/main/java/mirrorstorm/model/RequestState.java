package mirrorstorm.model;

/**
 * A request at the control plane as it is at one moment: one that waits for a thread, or holds one.
 *
 * @param id            tells it from every other request of the run
 * @param zone          an index into the settings' zones
 * @param volume        the volume that asks for a new primary, or {@link #NONE} for a call
 * @param arrivedNanos  when it came, nanoseconds since the start; {@link #NONE} for what was in service already when a
 *                      calm stretch ended, of which only that is known
 * @param servedNanos   since when it holds its thread; {@link #NONE} while it waits, and as above
 * @param endsNanos     when it will give its thread back; {@link #NONE} while it waits
 * @param isHanging     whether it holds its thread for nothing: until it times out, whatever happens meanwhile
 * @param aheadCount    requests that came before it and wait, too
 */
public record RequestState(
        long id,
        RequestKind kind,
        int zone,
        int volume,
        long arrivedNanos,
        long servedNanos,
        long endsNanos,
        boolean isHanging,
        int aheadCount) {

    /** Whoever holds a thread waits behind nobody. */
    public RequestState {
        assert aheadCount >= 0 && (aheadCount == 0 || endsNanos == NONE) : aheadCount;
        assert servedNanos >= arrivedNanos || servedNanos == NONE : servedNanos;
    }

    /** Nothing is known, or there is nothing. */
    public static final int NONE = -1;

    /** Whether it waits for a thread. */
    public boolean isWaiting() {
        return endsNanos == NONE;
    }
}
