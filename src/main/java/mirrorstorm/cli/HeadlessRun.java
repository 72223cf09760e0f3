package mirrorstorm.cli;

import java.util.Optional;
import mirrorstorm.engine.Nanos;
import mirrorstorm.run.Run;
import mirrorstorm.run.RunResult;
import mirrorstorm.scenario.Durations;

/** Takes a run to its end with nobody watching, in slices, so that it can tell how far it is and be stopped. */
final class HeadlessRun {

    /** Events from one look up to the next: less than anybody notices, however busy the run is. */
    private static final int EVENTS_EACH = 1_000;

    private final Interruption interruption;
    private final Progress clock;
    private final Optional<Progress> progress;

    /**
     * A way to run.
     *
     * @param clock    measures the time in the real world
     * @param progress told on the way; empty for nobody
     */
    HeadlessRun(Interruption interruption, Progress clock, Optional<Progress> progress) {
        this.interruption = interruption;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Takes the run to its horizon. Where it stops to look up on the way changes nothing.
     *
     * @throws Interruption.StoppedException if somebody wanted it to stop before
     */
    RunResult toEnd(Run run) throws Interruption.StoppedException {
        long end = run.horizonNanos();
        long now = 0;
        while (now < end) {
            if (interruption.isAsked()) {
                String time = Durations.rough(Nanos.toSeconds(now));
                throw new Interruption.StoppedException(OptionProblems.TEXTS.text("stopped", time));
            }
            run.advanceTo(end, EVENTS_EACH);
            now = run.simulation().clockNanos();
            if (progress.isPresent()) {
                progress.get().at(now, end);
            }
        }
        return run.result(clock.wallSeconds());
    }
}
