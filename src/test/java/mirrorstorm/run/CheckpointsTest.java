package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Fingerprint;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;
import org.junit.jupiter.api.Test;

/** The checkpoints of a run: where they lead, how many there are, and what they take. */
class CheckpointsTest {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long PLENTY = 1L << 40;
    private static final long STEP = MINUTE / 4;

    private final Run run = storm();

    private static Run storm() {
        return storm(Settings.DEFAULTS.controlPlane().other().rate());
    }

    private static Run storm(Rate calls) {
        Settings settings = SettingsPath.with(Settings.DEFAULTS, "cluster.nodes", 20);
        settings = SettingsPath.with(settings, "cluster.volumes", 400);
        settings = SettingsPath.with(settings, "cluster.utilisation", 0.95);
        settings = SettingsPath.with(settings, "race.probability", 1e-7);
        settings = SettingsPath.with(settings, "controlPlane.createVolume.rate", calls);
        settings = SettingsPath.with(settings, "controlPlane.other.rate", calls);
        TimedIntervention trigger = new TimedIntervention(
                5 * MINUTE, new Intervention.Isolate(new NodeTarget.Share(0.3), Duration.ofMinutes(1)));
        return new Run(Cases.scenario(settings, Duration.ofHours(1), List.of(trigger)), 0, EngineKind.RATES, MINUTE);
    }

    /** Runs to the end and looks every few seconds whether a checkpoint is due; what the run was at each. */
    private static List<String> runWith(Run run, Checkpoints checkpoints) {
        List<String> states = new ArrayList<>();
        for (long now = STEP; now <= run.horizonNanos(); now += STEP) {
            run.advanceTo(now);
            checkpoints.keepIfDue();
            states.add(Fingerprint.of(run.simulation()));
        }
        return states;
    }

    private void assertEachLeadsToItsMoment(Checkpoints checkpoints, List<String> states) {
        for (int i = checkpoints.count() - 1; i > 0; i--) {
            checkpoints.restore(i);
            assertThat(run.simulation().clockNanos()).isEqualTo(checkpoints.nanos(i));
            run.advanceTo((checkpoints.nanos(i) + STEP - 1) / STEP * STEP);
            int state = (int) (run.simulation().clockNanos() / STEP) - 1;
            assertThat(Fingerprint.of(run.simulation())).isEqualTo(states.get(state));
        }
    }

    @Test
    void eachLeadsToItsMoment() {
        Checkpoints checkpoints = new Checkpoints(run, 50, PLENTY);
        List<String> states = runWith(run, checkpoints);
        assertThat(checkpoints.count()).isBetween(20, Checkpoints.COUNT_MAX);
        assertEachLeadsToItsMoment(checkpoints, states);
    }

    @Test
    void whenThereAreTooManyEveryOtherOneIsDroppedAndTheOthersStayGood() {
        Checkpoints checkpoints = new Checkpoints(run, 1, PLENTY);
        List<String> states = runWith(run, checkpoints);
        assertThat(checkpoints.spacingWork()).isGreaterThan(1);
        assertThat(checkpoints.count()).isBetween(Checkpoints.COUNT_MAX / 2, Checkpoints.COUNT_MAX);
        assertEachLeadsToItsMoment(checkpoints, states);
    }

    @Test
    void theirMemoryIsBounded() {
        Checkpoints free = new Checkpoints(run, 1, PLENTY);
        runWith(run, free);
        long enough = free.bytes() / 2;
        Run other = storm();
        Checkpoints bounded = new Checkpoints(other, 1, enough);
        runWith(other, bounded);
        assertThat(bounded.bytes()).isLessThanOrEqualTo(enough);
        assertThat(bounded.count()).isBetween(Checkpoints.COUNT_MIN, free.count() - 1);
    }

    @Test
    void aFewAreKeptWhateverTheyTake() {
        Checkpoints checkpoints = new Checkpoints(run, 1, 1);
        List<String> states = runWith(run, checkpoints);
        assertThat(checkpoints.count()).isBetween(Checkpoints.COUNT_MIN / 2, Checkpoints.COUNT_MIN);
        assertEachLeadsToItsMoment(checkpoints, states);
    }

    @Test
    void whatLiesBehindAChangeIsForgotten() {
        Checkpoints checkpoints = new Checkpoints(run, 50, PLENTY);
        List<String> states = runWith(run, checkpoints);
        int before = checkpoints.count();
        checkpoints.forgetAfter(20 * MINUTE);
        assertThat(checkpoints.count()).isLessThan(before);
        assertThat(checkpoints.nanos(checkpoints.count() - 1)).isLessThanOrEqualTo(20 * MINUTE);
        assertEachLeadsToItsMoment(checkpoints, states);
        checkpoints.forgetAfter(-1);
        assertThat(checkpoints.count()).isEqualTo(1);
        checkpoints.restore(0);
        assertThat(run.simulation().eventCount()).isZero();
    }

    @Test
    void oneTakesASmallPartOfARun() {
        Run quiet = storm(new Rate(0)); // calls that wait are kept one by one
        Checkpoints checkpoints = new Checkpoints(quiet, 50, PLENTY);
        runWith(quiet, checkpoints);
        long whole = 160L * quiet.simulation().cluster().volumeCount();
        assertThat(checkpoints.bytes()).isLessThan(checkpoints.count() * whole / 2);
    }
}
