package mirrorstorm.picture.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimSampleTest {

    private static final double FRAME = 1 / 60.0;
    private static final double WANTED = 400;

    private final ClaimSample sample = new ClaimSample();

    private void frames(int count, int claimsEach) {
        for (int i = 0; i < count; i++) {
            sample.advance(claimsEach, FRAME, WANTED);
        }
    }

    @Test
    void aFewClaimsAreAllSeen() {
        frames(600, 5);
        assertThat(sample.claimsPerDot()).isEqualTo(1);
    }

    @Test
    void aBurstIsThinnedInTheFrameInWhichItComes() {
        frames(1, 25_000);
        assertThat(25_000 / sample.claimsPerDot()).isBetween(WANTED / 2.5, WANTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 300, 2_000, 25_000})
    void asManyDotsAreOnTheirWayAsAreWantedHoweverManyClaimsThereAre(int claimsEach) {
        frames(600, claimsEach);
        double inFlight = claimsEach / FRAME * Traffic.FLIGHT_SECONDS / sample.claimsPerDot();
        assertThat(inFlight).isBetween(WANTED / 2.6, WANTED * 1.05);
    }

    @Test
    void afterTheBurstEveryClaimIsSeenAgain() {
        frames(1, 25_000);
        frames(300, 0);
        assertThat(sample.claimsPerDot()).isEqualTo(1);
    }

    @Test
    void theRatioDoesNotFlickerWithTheFrames() {
        frames(600, 1_000);
        double before = sample.claimsPerDot();
        for (int i = 0; i < 60; i++) {
            sample.advance(i % 2 == 0 ? 1_600 : 400, FRAME, WANTED);
            assertThat(sample.claimsPerDot()).isEqualTo(before);
        }
    }
}
