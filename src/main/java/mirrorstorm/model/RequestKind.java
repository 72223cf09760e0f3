package mirrorstorm.model;

/** What can be asked of the control plane. */
public enum RequestKind {
    /** A customer creates a volume. */
    CREATE_VOLUME,
    /** Any other API call of a customer. */
    OTHER,
    /** A volume asks for a new primary. */
    ELECT;

    private static final RequestKind[] VALUES = values();

    static RequestKind of(int ordinal) {
        return VALUES[ordinal];
    }
}
