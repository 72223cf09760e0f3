package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CalmClockTest {

    private final AtomicLong now = new AtomicLong(10 * CalmClock.STEP_NANOS + 7);
    private final AtomicBoolean isCalm = new AtomicBoolean();
    private final CalmClock clock = new CalmClock(now::get, isCalm::get);

    @Test
    void itIsTheClockUntilSomebodyAsksForLessMotion() {
        assertThat(clock.getAsLong()).isEqualTo(now.get());
    }

    @Test
    void thenItGoesInSteps() {
        isCalm.set(true);
        assertThat(clock.getAsLong()).isEqualTo(10 * CalmClock.STEP_NANOS);
        now.addAndGet(CalmClock.STEP_NANOS - 8);
        assertThat(clock.getAsLong()).isEqualTo(10 * CalmClock.STEP_NANOS);
        now.addAndGet(1);
        assertThat(clock.getAsLong()).isEqualTo(11 * CalmClock.STEP_NANOS);
    }

    @Test
    void stepsAreAsLongBeforeZero() {
        isCalm.set(true);
        now.set(-1);
        assertThat(clock.getAsLong()).isEqualTo(-CalmClock.STEP_NANOS);
    }
}
