package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnimationClockTest {

    private final AtomicLong now = new AtomicLong(10 * AnimationClock.STEP_NANOS + 7);
    private final AtomicBoolean isCalm = new AtomicBoolean();
    private final AnimationClock clock = new AnimationClock(now::get, isCalm::get);

    @Test
    void itIsTheClockUntilSomebodyAsksForLessMotion() {
        assertThat(clock.getAsLong()).isEqualTo(now.get());
    }

    @Test
    void thenItGoesInSteps() {
        isCalm.set(true);
        assertThat(clock.getAsLong()).isEqualTo(10 * AnimationClock.STEP_NANOS);
        now.addAndGet(AnimationClock.STEP_NANOS - 8);
        assertThat(clock.getAsLong()).isEqualTo(10 * AnimationClock.STEP_NANOS);
        now.addAndGet(1);
        assertThat(clock.getAsLong()).isEqualTo(11 * AnimationClock.STEP_NANOS);
    }

    @Test
    void stepsAreAsLongBeforeZero() {
        isCalm.set(true);
        now.set(-1);
        assertThat(clock.getAsLong()).isEqualTo(-AnimationClock.STEP_NANOS);
    }
}
