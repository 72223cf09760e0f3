package mirrorstorm.ui.playback;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;

/** A simulation's thread whose queue and clock are in the hand of the test. */
public final class HeldSimulation {

    public static final long SECOND = 1_000_000_000L;

    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final AtomicLong clock = new AtomicLong();
    private long tickNanos;
    public final SimulationThread simulation = new SimulationThread(queue::add, this::read);
    public final PlaybackViewModel playback = new PlaybackViewModel(simulation);

    /** One with a small scenario opened, paused at its start. */
    public static HeldSimulation paused() {
        return paused(Library.bundled("first-steps"));
    }

    /** One with this scenario opened, paused at its start. */
    public static HeldSimulation paused(Scenario scenario) {
        HeldSimulation held = new HeldSimulation();
        held.simulation.open(scenario, false);
        held.settle();
        return held;
    }

    /** From now on the real world's clock goes on by this whenever the simulation looks at it. */
    public void tick(long nanos) {
        tickNanos = nanos;
    }

    private long read() {
        return clock.addAndGet(tickNanos);
    }

    public long now() {
        return clock.get();
    }

    /** The real world's clock goes on. */
    public void elapse(long nanos) {
        clock.addAndGet(nanos);
    }

    /** How many passes wait. */
    public int queued() {
        return queue.size();
    }

    /** Lets the simulation's thread do everything that it has been asked for. */
    public void work() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    /** Lets the simulation's thread do one pass of what it has been asked for. */
    public void pass() {
        Runnable next = queue.poll();
        if (next != null) {
            next.run();
        }
    }

    /** A frame of the window. */
    public void frame() {
        playback.onFrame();
    }

    /** Everything is done and shown. */
    public void settle() {
        frame();
        work();
        frame();
    }

    /** Plays for that long, at sixty frames a second. */
    public void play(long nanos) {
        long frames = nanos * 60 / SECOND;
        for (long i = 0; i < frames; i++) {
            elapse(SECOND / 60);
            settle();
        }
    }

    public RunView view() {
        return playback.view().orElseThrow();
    }
}
