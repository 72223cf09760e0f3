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
    /** Whether it is recovered at the end, or was never broken. */
    RECOVERED("recovered", Kind.TRUTH),
    /** When it recovered for the last time; the end of the run if it has not, 0 if it was never broken. */
    RECOVERY_SECONDS("recoverySeconds", Kind.SECONDS),
    /** Nodes asked for space. */
    PROBES("probes", Kind.COUNT),
    /** Share of the API calls of the other zones that failed, over the whole run. */
    API_ERROR_SHARE("apiErrorShareMean", Kind.SHARE);

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

    /** All names, in order. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Measure::key).toList();
    }

    /** The measure of that name. */
    public static Optional<Measure> ofKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }
}
