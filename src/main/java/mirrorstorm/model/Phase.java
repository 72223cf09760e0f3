package mirrorstorm.model;

/** What exactly a volume waits for within its {@link VolumeState}. */
public enum Phase {
    /** Nothing. */
    NONE,
    /** Searching: a round of requests is under way. */
    ROUND,
    /** Searching: it waits out its backoff after a failed round. */
    BACKOFF,
    /** Searching: it waits for its lost node to answer again, under {@link TargetPolicy#PREVIOUS_FIRST}. */
    GRACE,
    /** Searching: the node that would ask is itself isolated. */
    OFFLINE,
    /** Searching: the operator has stopped all searches. */
    STOPPED,
    /** Copying: no stream is free at the source or the target yet. */
    QUEUED,
    /** Copying: the stream runs. */
    STREAMING,
    /** Copying: the previous replica catches up. */
    RESYNCING;

    private static final Phase[] VALUES = values();

    static Phase of(byte ordinal) {
        return VALUES[ordinal];
    }
}
