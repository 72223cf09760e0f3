package mirrorstorm.model;

import static mirrorstorm.model.Trial.COPY;
import static mirrorstorm.model.Trial.SMALL;
import static mirrorstorm.model.Trial.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies: how long they take, how many run at a time, who goes first, and what a new speed does to them. */
class CopyingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Three nodes: whatever is lost on one can only be copied between the other two. */
    private static final Settings TRIANGLE =
            with(SMALL, "cluster.nodes", 3, "cluster.racks", 3, "cluster.volumes", 30, "copy.maxPerNode", 1);

    @Test
    void aHundredGibibytesAtFourteenMebibytesASecondTakeTwoHours() {
        // 100 * 1024 / 14 s: the copies that the fit of 2011 rests on.
        Settings settings = with(SMALL, "cluster.volumeGiB", 100, "copy.rateMiBps", 14.0);
        Trial trial = new Trial(settings, EngineKind.RATES, 1);
        trial.isolates(trial.other(0));
        assertThat(trial.runsUntil(() -> trial.phase(0) == Phase.STREAMING, HOUR))
                .isTrue();
        long nanos = trial.cluster.copyEndNanos(0) - trial.cluster.copyStartNanos(0);
        assertThat(Duration.ofNanos(nanos)).isEqualTo(Duration.ofNanos(7_314_285_714_285L));
        assertThat(trial.cluster.copyStartNanos(0)).isEqualTo(trial.simulation.clockNanos());
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, Duration.ofHours(3)))
                .isTrue();
        assertThat(trial.simulation.clockNanos()).isEqualTo(trial.cluster.copyEndNanos(0));
    }

    @ParameterizedTest
    @EnumSource
    void finishedCopiesAreCounted(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        int lost = trial.cluster.volumesOn(1).length;
        trial.isolates(1).runs(HOUR);
        assertThat(trial.simulation.finishedCopyCount()).isEqualTo(lost);
        assertThat(trial.simulation.streamCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void asManyStreamsRunAsANodeMayHaveAndTheRestQueue(int most) {
        Trial trial = new Trial(with(TRIANGLE, "copy.maxPerNode", most), EngineKind.RATES, 1);
        trial.isolates(0).runs(Duration.ofSeconds(30));
        long fromOneToTwo = IntStream.range(0, 30)
                .filter(v -> trial.state(v) == VolumeState.COPYING && trial.claim(v) == 2)
                .count();
        assertThat(fromOneToTwo).isGreaterThan(5);
        assertThat(trial.cluster.streamsOut(1)).isEqualTo(most);
        assertThat(trial.cluster.streamsIn(2)).isEqualTo(most);
        // Streams in do not count against streams out.
        assertThat(trial.cluster.streamsIn(1)).isEqualTo(most);
        assertThat(trial.simulation.streamCount()).isEqualTo(2 * most);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverClaimedFirstCopiesFirst(EngineKind engine) {
        Trial trial = new Trial(TRIANGLE, engine, 1);
        trial.isolates(0).runs(HOUR);
        for (int target = 1; target <= 2; target++) {
            assertThat(told(trial, StateChange.COPY_STARTED, target))
                    .isEqualTo(told(trial, StateChange.SPACE_CLAIMED, target))
                    .hasSizeGreaterThan(5);
        }
    }

    private static List<String> told(Trial trial, StateChange change, int target) {
        return trial.happened().stream()
                .filter(line -> line.startsWith(change.name()) && line.endsWith(" " + target))
                .map(line -> line.split(" ", -1)[1])
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aNewSpeedCountsForWhatIsLeft(EngineKind engine) {
        Trial trial = new Trial(SMALL, engine, 1);
        trial.isolates(trial.other(0));
        assertThat(trial.runsUntil(() -> trial.phase(0) == Phase.STREAMING, HOUR))
                .isTrue();
        long start = trial.simulation.clockNanos();
        trial.runs(COPY.dividedBy(2)).sets("copy.rateMiBps", 20.48);
        assertThat(trial.cluster.copyEndNanos(0)).isEqualTo(start + COPY.toNanos() * 3 / 4);
        // As if it had been that fast from the beginning: half done, so 25 of 50 seconds ago.
        assertThat(trial.cluster.copyStartNanos(0)).isEqualTo(start + COPY.toNanos() / 4);
        trial.runs(COPY.dividedBy(8)).sets("copy.rateMiBps", 10.24);
        assertThat(trial.cluster.copyEndNanos(0)).isEqualTo(start + COPY.toNanos() * 7 / 8);
        assertThat(trial.runsUntil(() -> trial.state(0) == VolumeState.MIRRORED, HOUR))
                .isTrue();
        assertThat(trial.simulation.clockNanos()).isEqualTo(start + COPY.toNanos() * 7 / 8);
    }

    @ParameterizedTest
    @EnumSource
    void queuedCopiesStartAtTheSpeedOfTheirTime(EngineKind engine) {
        Trial trial = new Trial(TRIANGLE, engine, 1);
        trial.isolates(0).runs(Duration.ofSeconds(30));
        int queued = firstIn(trial, Phase.QUEUED);
        trial.sets("copy.rateMiBps", 102.4);
        assertThat(trial.runsUntil(() -> trial.phase(queued) == Phase.STREAMING, HOUR))
                .isTrue();
        assertThat(trial.cluster.copyEndNanos(queued) - trial.cluster.copyStartNanos(queued))
                .isEqualTo(COPY.toNanos() / 10);
    }

    @ParameterizedTest
    @EnumSource
    void moreStreamsStartAtOnceAndFewerLetTheRunningOnesEnd(EngineKind engine) {
        Trial trial = new Trial(TRIANGLE, engine, 1);
        trial.isolates(0).runs(Duration.ofSeconds(30));
        trial.sets("copy.maxPerNode", 4);
        assertThat(trial.simulation.streamCount()).isEqualTo(8);
        trial.sets("copy.maxPerNode", 2);
        assertThat(trial.simulation.streamCount()).isEqualTo(8);
        // The oldest two end, then the six begun later, and only then is there place for others.
        trial.runs(COPY.minusSeconds(20));
        assertThat(trial.simulation.streamCount()).isEqualTo(6);
        trial.runs(Duration.ofSeconds(20));
        assertThat(trial.simulation.streamCount()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void aCopyThatIsUndoneMakesWayForTheNext(EngineKind engine) {
        // Of four nodes one is lost, then another: what is left can only be copied between the last two.
        Settings four = with(SMALL, "cluster.nodes", 4, "cluster.volumes", 40, "copy.maxPerNode", 1);
        Trial trial = new Trial(four, engine, 1);
        trial.isolates(0).runs(Duration.ofSeconds(30)).isolates(1);
        assertThat(trial.cluster.streamsIn(1) + trial.cluster.streamsOut(1)).isZero();
        for (int node = 2; node < 4; node++) {
            assertThat(trial.cluster.streamsIn(node)).isEqualTo(1);
            assertThat(trial.cluster.streamsOut(node)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void catchingUpTakesNoStream(EngineKind engine) {
        Trial trial = new Trial(with(TRIANGLE, "search.target", TargetPolicy.PREVIOUS_FIRST), engine, 1);
        int lost = trial.cluster.volumesOn(0).length;
        trial.isolates(0).heals(0);
        assertThat(trial.count(VolumeState.COPYING)).isEqualTo(lost).isGreaterThan(5);
        assertThat(trial.simulation.streamCount()).isZero();
    }

    private static int firstIn(Trial trial, Phase phase) {
        return IntStream.range(0, trial.cluster.volumeCount())
                .filter(volume -> trial.phase(volume) == phase)
                .findFirst()
                .orElseThrow();
    }
}
