package mirrorstorm.run;

import java.util.OptionalLong;

/**
 * What a run came to. Shares are of all volumes, in [0, 1]; the names are those of {@code run --json}.
 *
 * @param wallSeconds     how long the simulation took, in seconds of the real world
 * @param probes          nodes asked for space; under the rates engine an expectation
 * @param stuckPeak       largest share that stayed stuck for ten minutes on end
 * @param recoveryNanos   when the cluster recovered for the last time; empty if it never had to, or did not
 */
public record Summary(
        double simulatedSeconds,
        double wallSeconds,
        long events,
        double probes,
        int nodes,
        int volumes,
        int nodesCrashed,
        double stuckPeak,
        double stuckPeakAtSeconds,
        double stuckPeakInstant,
        boolean collapsed,
        double stuckFinal,
        double unreachableFinal,
        double lost,
        boolean recovered,
        OptionalLong recoveryNanos,
        String traceHash) {}
