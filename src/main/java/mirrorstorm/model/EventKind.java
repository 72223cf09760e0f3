package mirrorstorm.model;

/** What can be pending in the future event list, and its packed form: kind (4 bits), subject (27 bits). */
enum EventKind {
    /** A volume's round ends. */
    ROUND_END,
    /** A volume has waited out its backoff. */
    BACKOFF_END,
    /** A volume has waited long enough for its previous node. */
    GRACE_END,
    /** A volume's copy, or its resynchronisation, ends. */
    COPY_END,
    /** A node joins; no subject. */
    NODE_JOIN,
    /** The memory of a leaking node is gone. */
    MEMORY_GONE,
    /** What an intervention did "for" a while is undone; subject: its group of nodes. */
    UNDO,
    /** A control plane thread is free again; subject: its slot. */
    SERVICE_END,
    /** The caller of an API call that it may retry has waited long enough. */
    CALL_TIMEOUT,
    /** A caller tries again. */
    CALL_RETRY,
    /** A volume asks again for a primary. */
    ELECTION_RETRY,
    /** The throttle lets one piled-up election through; no subject. */
    ELECTION_SEND,
    /** The operator restores the next volume; subject: from where. */
    RESTORE_NEXT,
    /** A volume is restored. */
    RESTORE_END;

    private static final EventKind[] VALUES = values();
    private static final int SUBJECT_BITS = 27;

    /** More subjects than this do not fit. */
    static final int SUBJECT_MAX = (1 << SUBJECT_BITS) - 1;

    int with(int subject) {
        assert subject >= 0 && subject <= SUBJECT_MAX : subject;
        return ordinal() << SUBJECT_BITS | subject;
    }

    static EventKind of(int event) {
        return VALUES[event >>> SUBJECT_BITS];
    }

    static int subjectOf(int event) {
        return event & SUBJECT_MAX;
    }
}
