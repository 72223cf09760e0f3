package mirrorstorm.model;

/** What a volume is doing. A volume is in exactly one of these states. */
public enum VolumeState {
    /** All replicas are current. */
    MIRRORED,
    /** A replica was given up and the volume asks for space, or waits to ask. Its I/O hangs. */
    SEARCHING,
    /** Space is claimed and a copy runs or queues. I/O works again. */
    COPYING,
    /** No live node holds a current replica. */
    UNREACHABLE,
    /** It is being brought back from a snapshot or from the disks of dead nodes. */
    RESTORING,
    /** It cannot be brought back. */
    LOST;

    private static final VolumeState[] VALUES = values();

    static VolumeState of(byte ordinal) {
        return VALUES[ordinal];
    }

    /** Whether a volume in this state can be in that one next: the arrows of the life of a volume. */
    boolean mayBecome(VolumeState next) {
        return switch (this) {
            case MIRRORED -> next == SEARCHING || next == UNREACHABLE || next == LOST;
            case SEARCHING -> next != MIRRORED;
            case COPYING -> next != RESTORING;
            case UNREACHABLE -> next != MIRRORED;
            case RESTORING -> next == MIRRORED || next == UNREACHABLE;
            case LOST -> false;
        };
    }

    /** Whether I/O hangs in this state. */
    public boolean isStuck() {
        return this != MIRRORED && this != COPYING;
    }
}
