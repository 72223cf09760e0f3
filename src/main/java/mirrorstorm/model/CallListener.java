package mirrorstorm.model;

/** Told of every API call whose outcome is known. It must not touch the simulation. */
@FunctionalInterface
public interface CallListener {

    /**
     * One call.
     *
     * @param timeNanos    when its outcome was known, nanoseconds since the start of the run
     * @param zone         the zone it was for, an index into the settings' zones
     * @param latencyNanos what the caller waited: at most the client time-out
     * @param failed       whether the caller got an error or gave up
     */
    void onCall(long timeNanos, int zone, long latencyNanos, boolean failed);
}
