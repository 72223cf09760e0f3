package mirrorstorm.model;

/** Where a volume that lost a replica re-mirrors to. */
public enum TargetPolicy {
    /** At once to any node with room: 2011. */
    NEW_NODE,
    /** To the previous node if it answers within the grace: one of the remedies that AWS announced. */
    PREVIOUS_FIRST
}
