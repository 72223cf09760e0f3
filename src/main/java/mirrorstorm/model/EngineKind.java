package mirrorstorm.model;

/** How failing rounds are simulated; the statistics are the same. */
public enum EngineKind {
    /** Only what changes the state is an event; rounds without backoff are rates. The default. */
    RATES,
    /** Every round is an event. The reference that the other is tested against. */
    ROUNDS
}
