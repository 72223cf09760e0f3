package mirrorstorm.ui.window;

import java.util.List;
import javafx.animation.AnimationTimer;

/**
 * The one timer of the window. Each frame it asks every part for what is new; when nothing has been for a while it
 * rests until it is woken, so that a window that stands still costs nothing.
 */
final class FrameLoop extends AnimationTimer {

    /** How long nothing has to happen before the loop rests, nanoseconds. */
    private static final long REST_AFTER_NANOS = 500_000_000L;

    /** What takes part in every frame. */
    interface Part {

        /** Takes part in a frame; whether there is more to come by itself. */
        boolean onFrame();
    }

    private final List<Part> parts;
    private boolean isResting = true;
    private boolean isClosed;
    private long busyNanos = Long.MIN_VALUE;

    /** @param parts in the order in which they are asked */
    FrameLoop(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Something may be new. FX thread. */
    void wake() {
        busyNanos = Long.MIN_VALUE;
        if (isResting && !isClosed) {
            isResting = false;
            start();
        }
    }

    @Override
    public void handle(long nowNanos) {
        boolean isBusy = busyNanos == Long.MIN_VALUE;
        for (Part part : parts) {
            isBusy |= part.onFrame();
        }
        if (isBusy) {
            busyNanos = nowNanos;
        } else if (nowNanos - busyNanos > REST_AFTER_NANOS) {
            rest();
        }
    }

    /** Stops for good. */
    void close() {
        isClosed = true;
        rest();
    }

    private void rest() {
        isResting = true;
        stop();
    }
}
