package mirrorstorm.cli;

import java.util.Optional;
import mirrorstorm.run.Run;
import mirrorstorm.run.RunResult;
import mirrorstorm.scenario.Durations;

/** Takes a run to its end with nobody watching, in slices, so that it can tell how far it is and be stopped. */
final class HeadlessRun {

    /** Stops to look up on the way; looking changes nothing. */
    private static final int SLICES = 2_000;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Interruption interruption;
    private final Progress clock;
    private final Optional<Progress> progress;

    /**
     * @param clock    measures the time in the real world
     * @param progress told on the way; empty for nobody
     */
    HeadlessRun(Interruption interruption, Progress clock, Optional<Progress> progress) {
        this.interruption = interruption;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Takes the run to its horizon.
     *
     * @throws Interruption.StoppedException if somebody wanted it to stop before
     */
    RunResult toEnd(Run run) throws Interruption.StoppedException {
        long end = run.horizonNanos();
        for (int slice = 1; slice <= SLICES; slice++) {
            if (interruption.isAsked()) {
                String now = Durations.rough(run.simulation().clockNanos() / NANOS_PER_SECOND);
                throw new Interruption.StoppedException(Complaints.TEXTS.text("stopped", now));
            }
            run.advanceTo((long) ((double) end * slice / SLICES));
            progress.ifPresent(told -> told.at(run.simulation().clockNanos(), end));
        }
        run.advanceTo(end);
        return run.result(clock.wallSeconds());
    }
}
