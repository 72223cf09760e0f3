package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.animation.AnimationTimer;

/** Frames, as the toolkit draws them: how far apart they are. */
final class Frames extends AnimationTimer {

    private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
    private long before;

    @Override
    public void handle(long nowNanos) {
        if (before != 0) {
            millis.add((nowNanos - before) / 1e6);
        }
        before = nowNanos;
    }

    /** Milliseconds from one frame to the next since the last call, the smallest first. */
    List<Double> take() {
        synchronized (millis) {
            List<Double> taken = new ArrayList<>(millis);
            millis.clear();
            Collections.sort(taken);
            return taken;
        }
    }
}
