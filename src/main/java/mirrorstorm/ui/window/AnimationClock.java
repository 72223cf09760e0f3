package mirrorstorm.ui.window;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The clock that dots on the stage fly by. Whoever asked for less motion sees them in steps: they are where they were
 * for a second and a half, then a little further. They stay true to what happens, but nothing streams.
 */
final class AnimationClock implements LongSupplier {

    /** Well below three changes a second. */
    static final long STEP_NANOS = 1_500_000_000L;

    private final LongSupplier nanoTime;
    private final BooleanSupplier isCalm;

    /** @param nanoTime the real world's clock, nanoseconds */
    AnimationClock(LongSupplier nanoTime, BooleanSupplier isCalm) {
        this.nanoTime = nanoTime;
        this.isCalm = isCalm;
    }

    @Override
    public long getAsLong() {
        long now = nanoTime.getAsLong();
        return isCalm.getAsBoolean() ? now - Math.floorMod(now, STEP_NANOS) : now;
    }
}
