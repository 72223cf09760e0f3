package mirrorstorm.ui.playback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaybackClockTest {

    private static final long SECOND = 1_000_000_000L;

    private long now;
    private final PlaybackClock clock = new PlaybackClock(() -> now);

    private long dueAfter(long nanos, Speed speed) {
        now += nanos;
        return clock.due(clock.look(), speed);
    }

    @Test
    void simulatedTimeIsDueByTheSpeed() {
        assertThat(dueAfter(SECOND / 10, new Speed(60 * SECOND))).isEqualTo(6 * SECOND);
    }

    @Test
    void partsOfANanosecondAreKept() {
        assertThat(dueAfter(600, Speed.MIN)).isZero();
        assertThat(dueAfter(600, Speed.MIN)).isEqualTo(1);
        clock.went(1);
        assertThat(dueAfter(600, Speed.MIN)).isZero();
        assertThat(dueAfter(600, Speed.MIN)).isEqualTo(1);
    }

    @Test
    void aHangCountsOnlyALittleAndAPauseNotAtAll() {
        assertThat(dueAfter(60 * SECOND, new Speed(SECOND))).isEqualTo(PlaybackClock.ELAPSED_MAX);
        now += 60 * SECOND;
        clock.restart();
        assertThat(dueAfter(0, new Speed(SECOND))).isZero();
    }

    @Test
    void whatIsGivenUpIsNotDueAgain() {
        assertThat(dueAfter(SECOND / 10, new Speed(SECOND))).isEqualTo(SECOND / 10);
        clock.forgive();
        assertThat(dueAfter(SECOND / 100, new Speed(SECOND))).isEqualTo(SECOND / 100);
    }
}
