package mirrorstorm.picture.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Runs;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {

    private static final double FRAME = 1 / 60.0;

    private final Snapshot storm = Runs.STORM;
    private final StageLayout layout = StageLayout.of(storm, 800, 600);

    private Traffic watched(long seed, int frames, double simSecondsEach) {
        Traffic traffic = new Traffic(seed);
        for (int i = 0; i < frames; i++) {
            traffic.advance(storm, layout, FRAME, simSecondsEach);
        }
        return traffic;
    }

    @ParameterizedTest(name = "{0} simulated seconds a frame")
    @ValueSource(doubles = {1e-5, 1e-3, FRAME, 1, 60, 720})
    void dotsAreBoundedAtEverySpeed(double simSecondsEach) {
        Traffic traffic = new Traffic(1);
        for (int i = 0; i < 400; i++) {
            traffic.advance(storm, layout, FRAME, simSecondsEach);
            assertThat(traffic.dotCount()).isLessThanOrEqualTo(4 * storm.nodeCount() + 500);
        }
        assertThat(traffic.dotCount()).isLessThanOrEqualTo(Traffic.DOTS_MAX);
    }

    @Test
    void dotsInFlightStandStillWhileTheRunIsPaused() {
        Traffic traffic = watched(1, 200, FRAME);
        int count = traffic.dotCount();
        float[] before = Arrays.copyOf(traffic.progress, count);
        double flow = traffic.flowSeconds;
        for (int i = 0; i < 50; i++) {
            traffic.advance(storm, layout, FRAME, 0);
        }
        assertThat(count).isPositive();
        assertThat(traffic.dotCount()).isEqualTo(count);
        assertThat(Arrays.copyOf(traffic.progress, count)).isEqualTo(before);
        assertThat(traffic.flowSeconds).isEqualTo(flow);
    }

    @Test
    void theSameSeedDrawsTheSameDots() {
        Traffic one = watched(5, 150, FRAME);
        Traffic same = watched(5, 150, FRAME);
        Traffic other = watched(6, 150, FRAME);
        assertThat(same.dotCount()).isEqualTo(one.dotCount());
        assertThat(Arrays.copyOf(same.target, same.count)).isEqualTo(Arrays.copyOf(one.target, one.count));
        assertThat(Arrays.copyOf(other.target, 50)).isNotEqualTo(Arrays.copyOf(one.target, 50));
    }

    @Test
    void asManyDotsFlyAsTheRatioSays() {
        Traffic traffic = watched(1, 400, FRAME);
        long out = countOf(traffic, Traffic.OUT);
        double expected = storm.probesPerSecond() * Traffic.FLIGHT_SECONDS / traffic.probesPerDot();
        // Poisson by nature, and flights differ in length by up to 30 %
        assertThat((double) out).isCloseTo(expected, within(5 * Math.sqrt(expected) + 0.05 * expected));
    }

    @Test
    void aStormLooksLikeOneBecauseTheRatioFollowsFromTheSpeedAlone() {
        Scenario backsOff = Library.bundled("aws-2011").withLever("search.backoff.policy", BackoffPolicy.FULL_JITTER);
        Snapshot calmer = Runs.at(backsOff, 60 * Runs.MINUTE, Runs.MINUTE).snapshot();
        assertThat(calmer.probesPerSecond()).isLessThan(storm.probesPerSecond() / 50);
        StageLayout calmerLayout = StageLayout.of(calmer, 800, 600);
        Traffic stormy = new Traffic(1);
        Traffic calm = new Traffic(1);
        for (int i = 0; i < 300; i++) {
            stormy.advance(storm, layout, FRAME, 60 * FRAME);
            calm.advance(calmer, calmerLayout, FRAME, 60 * FRAME);
        }
        assertThat(calm.probesPerDot()).isEqualTo(stormy.probesPerDot());
        assertThat(calm.dotCount()).isLessThan(stormy.dotCount() / 20);
    }

    @Test
    void inSlowMotionEveryDotIsOneProbe() {
        assertThat(watched(1, 100, FRAME / 1000).probesPerDot()).isEqualTo(1);
    }

    @Test
    void sourcesAreDrawnInProportionToTheirSearches() {
        long[] sent = new long[storm.nodeCount()];
        Traffic traffic = new Traffic(3);
        for (int i = 0; i < 3_000; i++) {
            traffic.advance(storm, layout, 0.25, 0.25);
            for (int dot = 0; dot < traffic.count; dot++) {
                sent[traffic.source[dot]]++;
            }
        }
        double total = Arrays.stream(sent).sum();
        long searches = 0;
        for (int node = 0; node < storm.nodeCount(); node++) {
            searches += storm.searching(node);
        }
        double chiSquare = 0;
        int cells = 0;
        for (int node = 0; node < storm.nodeCount(); node++) {
            double expected = total * storm.searching(node) / searches;
            if (storm.searching(node) == 0) {
                assertThat(sent[node]).isZero();
            } else {
                assertThat(sent[node] / expected).as("node %d", node).isBetween(0.7, 1.4);
                chiSquare += (sent[node] - expected) * (sent[node] - expected) / expected;
                cells++;
            }
        }
        // a dot is counted in several frames, which multiplies the statistic by less than ten
        assertThat(chiSquare / cells).isLessThan(10);
    }

    @Test
    void nodesThatAreUpRefuseAndOthersDoNotAnswer() {
        Snapshot snapshot = Runs.at(Runs.isolating(new NodeTarget.Racks(List.of(0))), 20 * Runs.SECOND, Runs.SECOND)
                .snapshot();
        Traffic traffic = Traffic.settled(snapshot, StageLayout.of(snapshot, 600, 400), 1);
        int back = 0;
        for (int i = 0; i < traffic.count; i++) {
            boolean isUp = snapshot.nodeState(traffic.target[i]) == NodeState.UP;
            assertThat(traffic.isRefused[i]).isEqualTo(isUp);
            if (traffic.kind[i] == Traffic.BACK) {
                back++;
                assertThat(isUp).isTrue();
            }
        }
        assertThat(back).isPositive();
    }

    @Test
    void aCalmClusterHasNoTraffic() {
        Snapshot calm = Runs.CALM;
        Traffic traffic = Traffic.settled(calm, StageLayout.of(calm, 800, 600), 1);
        assertThat(traffic.dotCount()).isZero();
        assertThat(traffic.streamCount()).isZero();
    }

    @Test
    void copiesAreExact() {
        Snapshot snapshot = Runs.small(50 * Runs.SECOND).snapshot();
        Traffic traffic = Traffic.settled(snapshot, StageLayout.of(snapshot, 600, 400), 1);
        int streaming = 0;
        for (int volume = 0; volume < snapshot.volumeCount(); volume++) {
            streaming += snapshot.isStreaming(volume) ? 1 : 0;
        }
        assertThat(traffic.streamCount()).isEqualTo(streaming).isPositive();
        for (int i = 0; i < traffic.streamCount; i++) {
            Snapshot.Copy copy = snapshot.copy(traffic.streamVolume[i]);
            assertThat(traffic.streamSource[i]).isEqualTo(copy.source());
            assertThat(traffic.streamTarget[i]).isEqualTo(copy.target());
            assertThat((double) traffic.streamProgress[i]).isCloseTo(copy.progress(), within(1e-6));
        }
    }

    @Test
    void everyClaimIsADot() {
        Timeline run = Runs.small(30 * Runs.SECOND);
        Snapshot before = run.snapshot();
        StageLayout place = StageLayout.of(before, 600, 400);
        Traffic traffic = new Traffic(1);
        traffic.advance(before, place, FRAME, FRAME);
        run.advanceTo(30 * Runs.SECOND + 500_000_000);
        Snapshot after = run.snapshot();
        traffic.advance(after, place, FRAME, 0.5);
        int claimed = 0;
        for (int volume = 0; volume < after.volumeCount(); volume++) {
            boolean wasSearching = before.volumeState(volume).isStuck();
            claimed += wasSearching && !after.volumeState(volume).isStuck() ? 1 : 0;
        }
        assertThat(countOf(traffic, Traffic.CLAIM)).isEqualTo(claimed).isPositive();
    }

    @Test
    void ofThousandsOfClaimsAtOnceOnlyASampleIsSeenAndTheRatioIsKnown() {
        Timeline run = Runs.at(Library.bundled("aws-2011-class"), 10 * Runs.MINUTE, Runs.MINUTE);
        Snapshot before = run.snapshot();
        run.advanceTo(10 * Runs.MINUTE + Runs.SECOND);
        Snapshot after = run.snapshot();
        StageLayout place = StageLayout.of(before, 800, 500);
        Traffic traffic = claiming(1, before, after, place);
        int claims = after.volumeCount(VolumeState.COPYING) - before.volumeCount(VolumeState.COPYING);
        assertThat(claims).isGreaterThan(4_000);
        assertThat(traffic.claimsPerDot()).isGreaterThanOrEqualTo(10);
        double expected = claims / traffic.claimsPerDot();
        int seen = (int) countOf(traffic, Traffic.CLAIM);
        assertThat((double) seen).isCloseTo(expected, within(5 * Math.sqrt(expected)));
        assertThat(Arrays.copyOf(claiming(1, before, after, place).volume, seen))
                .as("drawn by the display's own generator, from its seed")
                .isEqualTo(Arrays.copyOf(traffic.volume, seen))
                .isNotEqualTo(Arrays.copyOf(claiming(2, before, after, place).volume, seen));
    }

    private static Traffic claiming(long seed, Snapshot before, Snapshot after, StageLayout place) {
        Traffic traffic = new Traffic(seed);
        traffic.advance(before, place, FRAME, FRAME);
        traffic.advance(after, place, FRAME, 1);
        return traffic;
    }

    @Test
    void goingBackInTimeForgetsWhatWasInFlight() {
        Traffic traffic = watched(1, 100, FRAME);
        Snapshot earlier = Runs.CALM;
        traffic.advance(earlier, StageLayout.of(earlier, 800, 600), FRAME, FRAME);
        assertThat(traffic.dotCount()).isZero();
    }

    @Test
    void aFollowedDotStartsAtAVolumeThatAsks() {
        Snapshot snapshot = Runs.small(2 * Runs.MINUTE).snapshot();
        Traffic traffic = Traffic.settled(snapshot, StageLayout.of(snapshot, 600, 400), 1);
        assertThat(traffic.dotCount()).isPositive();
        for (int i = 0; i < traffic.count; i++) {
            assertThat(traffic.volume[i]).isNotNegative();
            assertThat(traffic.source[i]).isEqualTo(snapshot.sourceNode(traffic.volume[i]));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.5, 2", "2, 2", "3, 5", "7, 10", "10, 10", "11, 20", "430, 500", "999999, 1000000"})
    void ratiosAreRound(double value, double round) {
        assertThat(Traffic.roundUp(value)).isEqualTo(round);
    }

    private static long countOf(Traffic traffic, byte kind) {
        long count = 0;
        for (int i = 0; i < traffic.count; i++) {
            count += traffic.kind[i] == kind ? 1 : 0;
        }
        return count;
    }
}
