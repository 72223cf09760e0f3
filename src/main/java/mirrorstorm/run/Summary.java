package mirrorstorm.run;

import java.util.Map;
import java.util.OptionalLong;
import mirrorstorm.metrics.Subject;

/**
 * What a run came to. Shares are of all volumes, in [0, 1]; the names are those of {@code run --json}.
 *
 * @param wallSeconds     how long the simulation took, in seconds of the real world
 * @param probes          nodes asked for space; under the rates engine an expectation
 * @param stuckPeak       largest share that stayed stuck for ten minutes on end
 * @param underReplicated share with a current replica within reach, but fewer than it should have
 * @param recovered       whether all that the scenario has is recovered, or was never broken
 * @param recoveryNanos   when the last of it recovered for the last time; empty if none ever had to, or not all did
 * @param subjects        what became of each of the things that the scenario has
 * @param evidence        what the run can show: peak and collapse are none of it if it is too short
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
        double underReplicated,
        boolean recovered,
        OptionalLong recoveryNanos,
        Map<Subject, SubjectOutcome> subjects,
        Evidence evidence,
        String traceHash) {

    public Summary {
        subjects = Map.copyOf(subjects);
    }
}
