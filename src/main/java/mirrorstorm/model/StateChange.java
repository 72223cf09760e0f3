package mirrorstorm.model;

/** The vocabulary of the trace: every change of a run's state, each with a subject and a detail. */
public enum StateChange {
    /** A node's state; detail: the new state's ordinal. */
    NODE_STATE,
    /** A node's quarantine; detail: 1 begins, 0 ends. */
    NODE_QUARANTINE,
    /** A node joined; detail: its rack. */
    NODE_JOINED,
    /** A volume's state; detail: the new state's ordinal. */
    VOLUME_STATE,
    /** A volume claimed space; detail: the node. */
    SPACE_CLAIMED,
    /** A volume's copy began; detail: the target node. */
    COPY_STARTED,
    /** A volume's copy ended well; detail: the target node. */
    COPY_FINISHED,
    /** A volume's primary; detail: 1 it waits for a new one to be elected, 0 it does not any more. */
    ELECTION_PENDING,
    /** Somebody did something; subject: its position in the run's list of interventions; detail: 0. */
    INTERVENTION
}
