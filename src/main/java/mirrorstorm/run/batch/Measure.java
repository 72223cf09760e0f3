package mirrorstorm.run.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One number that says what a run came to. Shares are of all volumes, in [0, 1]; what can only be true or false is 1
 * or 0, so that its mean is a share of runs. The names are those of the summary of {@code run --json}, where it has
 * them.
 */
public enum Measure {
    /** Largest share that stayed stuck for ten minutes on end. */
    STUCK_PEAK("stuckPeak", Kind.SHARE),
    /** Largest share that was stuck at any moment. */
    STUCK_PEAK_INSTANT("stuckPeakInstant", Kind.SHARE),
    /** Share stuck at the end. */
    STUCK_FINAL("stuckFinal", Kind.SHARE),
    /** Share stuck, on average over the run. */
    STUCK_MEAN("stuckMean", Kind.SHARE),
    /** Share without a current replica within reach at the end. */
    UNREACHABLE_FINAL("unreachableFinal", Kind.SHARE),
    /** Share lost. */
    LOST("lost", Kind.SHARE),
    /** Crashes. */
    NODES_CRASHED("nodesCrashed", Kind.COUNT),
    /** Whether half of the volumes stayed stuck for ten minutes on end. */
    COLLAPSED("collapsed", Kind.TRUTH),
    /** Whether all that the scenario has is recovered at the end, or was never broken. */
    RECOVERED("recovered", Kind.TRUTH),
    /**
     * When the last of it recovered for the last time; 0 if it was never broken. The end of the run if it has not: the
     * mean is restricted to the horizon (Irwin 1949), see {@link #isRestricted}.
     */
    RECOVERY_SECONDS("recoverySeconds", Kind.SECONDS),
    /** Nodes asked for space. */
    PROBES("probes", Kind.COUNT),
    /** Share of the API calls of the other zones that failed, over the whole run. */
    API_ERROR_SHARE("apiErrorShareMean", Kind.SHARE),
    /** Share with a current replica within reach at the end, but fewer than it should have. */
    UNDER_REPLICATED_FINAL("underReplicatedFinal", Kind.SHARE),
    /** As {@link #RECOVERED}, of volumes alone. */
    RECOVERED_VOLUMES("recoveredVolumes", Kind.TRUTH),
    /** As {@link #RECOVERED}, of API calls alone. */
    RECOVERED_CALLS("recoveredCalls", Kind.TRUTH),
    /** As {@link #RECOVERED}, of databases alone. */
    RECOVERED_DATABASES("recoveredDatabases", Kind.TRUTH),
    /** As {@link #RECOVERY_SECONDS}, of volumes alone. */
    RECOVERY_SECONDS_VOLUMES("recoverySecondsVolumes", Kind.SECONDS),
    /** As {@link #RECOVERY_SECONDS}, of API calls alone. */
    RECOVERY_SECONDS_CALLS("recoverySecondsCalls", Kind.SECONDS),
    /** As {@link #RECOVERY_SECONDS}, of databases alone. */
    RECOVERY_SECONDS_DATABASES("recoverySecondsDatabases", Kind.SECONDS),
    /** Whether half of the API calls failed for ten minutes on end. */
    COLLAPSED_CALLS("collapsedCalls", Kind.TRUTH),
    /** Whether half of the databases stayed stuck for ten minutes on end. */
    COLLAPSED_DATABASES("collapsedDatabases", Kind.TRUTH);

    /** What sort of number it is. */
    public enum Kind {
        SHARE,
        COUNT,
        SECONDS,
        TRUTH
    }

    private final String key;
    private final Kind kind;

    Measure(String key, Kind kind) {
        this.key = key;
        this.kind = kind;
    }

    /** Its name in files and on the command line. */
    public String key() {
        return key;
    }

    /** What sort of number it is. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is a time that may lie beyond the horizon, and then is the horizon's. */
    public boolean isRestricted() {
        return kind == Kind.SECONDS;
    }

    /** Whether it says of volumes what another measure says of all that the scenario has. */
    public boolean isOfVolumesAlone() {
        return this == RECOVERED_VOLUMES || this == RECOVERY_SECONDS_VOLUMES;
    }

    /** What says whether such a time lies within the horizon: its recovery is the one that is timed. */
    Measure recovered() {
        return switch (this) {
            case RECOVERY_SECONDS_VOLUMES -> RECOVERED_VOLUMES;
            case RECOVERY_SECONDS_CALLS -> RECOVERED_CALLS;
            case RECOVERY_SECONDS_DATABASES -> RECOVERED_DATABASES;
            default -> RECOVERED;
        };
    }

    /** All names, in order. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Measure::key).toList();
    }

    /** The measure of that name. */
    public static Optional<Measure> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}
