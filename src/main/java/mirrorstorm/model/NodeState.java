package mirrorstorm.model;

/** What a node is doing. Whether it is quarantined is a flag beside this. */
public enum NodeState {
    /** Running and reachable. */
    UP,
    /** Alive, but reaches nobody: both its networks are lost. */
    ISOLATED,
    /** Its process is dead; the data on it is intact. */
    CRASHED,
    /** Its data is gone. */
    DESTROYED;

    private static final NodeState[] VALUES = values();

    static NodeState of(byte ordinal) {
        return VALUES[ordinal];
    }

    /** Whether a node in this state can be in that one next. */
    boolean mayBecome(NodeState next) {
        return next == UP ? this == ISOLATED || this == CRASHED : next.ordinal() > ordinal();
    }

    /** Whether the data on such a node still exists. */
    public boolean hasData() {
        return this != DESTROYED;
    }
}
