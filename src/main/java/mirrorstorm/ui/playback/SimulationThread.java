package mirrorstorm.ui.playback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import mirrorstorm.model.Intervention;
import mirrorstorm.run.Goal;
import mirrorstorm.run.Inspection;
import mirrorstorm.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * The only door between the FX thread and the simulation. Requests go in, views of the run come out. A request that
 * only repeats the one before it with a later value takes its place, and a view replaces the one that nobody has
 * taken: a slow side drops, never lags.
 *
 * <p>Time passes in <i>passes</i>: each frame of the window asks for one, and a pass that could not finish asks for
 * the next itself. A pass takes about {@link #PASS_NANOS}, so that requests are served soon however hard the
 * simulation has to work; whatever simulated time cannot be reached meanwhile is given up, and the achieved speed
 * says so.
 *
 * <p>Every request has a number. A view carries the number of the last one served, so that a slider knows when what
 * it sees is what it asked for.
 */
public final class SimulationThread {

    /** More unanswered requests than this mean that the simulation hangs; further ones are dropped. */
    static final int REQUESTS_MAX = 256;

    /** How long a pass works before it looks for requests again, nanoseconds. */
    static final long PASS_NANOS = 30_000_000L;

    /** How often the course is copied at most, nanoseconds. */
    static final long COURSE_NANOS = 125_000_000L;

    /** A seek that takes longer than this is shown on its way, nanoseconds. */
    static final long SEEK_SHOWN_NANOS = 150_000_000L;

    /** Time that passes between two passes counts up to this, nanoseconds: a window that hung does not jump. */
    static final long ELAPSED_MAX = 250_000_000L;

    private final Executor executor;
    private final LongSupplier nanoTime;

    // Shared by both threads; the queue and what belongs to it under its own lock.
    private final Deque<Request> requests = new ArrayDeque<>();
    private long asked;
    private boolean isPassQueued;
    private boolean isPassing;
    private volatile boolean isActive;
    private volatile boolean isWanted = true;
    private final AtomicReference<@Nullable RunView> latest = new AtomicReference<>();
    private final AtomicReference<@Nullable NumberedForkPoint> forkPoint = new AtomicReference<>();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private final AtomicReference<@Nullable String> refusal = new AtomicReference<>();

    // The simulation's side.
    private @Nullable Playback playback;
    private Playback.Drive drive = Playback.Drive.PLAIN;
    private int runs;
    private long served;

    /**
     * @param executor runs one task at a time; the simulation never leaves it
     * @param nanoTime the real world's clock, nanoseconds
     */
    public SimulationThread(Executor executor, LongSupplier nanoTime) {
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    // The window's side

    /** Starts another run in place of the present one, if it can be run at all; see {@link #takeRefusal}. */
    public long open(Scenario scenario, boolean isPlaying) {
        return ask(new Request.Open(scenario, isPlaying));
    }

    /** Lets time pass by itself, or stops it. */
    public long play(boolean isPlaying) {
        return ask(new Request.Play(isPlaying));
    }

    /** Lets time pass at this speed whenever it passes by itself. */
    public long run(Speed speed) {
        return ask(new Request.Run(speed));
    }

    /** Takes the run to any time of its past or future, nanoseconds since its start. */
    public long seek(long timeNanos) {
        return ask(new Request.Seek(timeNanos));
    }

    /** Lets time pass in another way whenever it passes by itself. */
    public long shift(PlaybackMode mode) {
        return ask(new Request.Shift(mode));
    }

    /** Takes the run to the next moment that is a goal, and pauses there. */
    public long runTo(Goal goal) {
        return ask(new Request.To(goal));
    }

    /** Ends the run's way to wherever it was to go; it stands where it is. */
    public long abandon() {
        return ask(new Request.Abandon());
    }

    /** Stops from now on wherever one of these is reached while time passes. */
    public long breakAt(List<Goal> goals) {
        return ask(new Request.Breakpoints(goals));
    }

    /** Looks into one thing from now on: every view says more of it. */
    public long inspect(Inspection.Subject subject) {
        return ask(new Request.Inspect(subject));
    }

    /** Copies where the run stands once it is there, see {@link #takeForkPoint}; changes nothing. */
    public long capture() {
        return ask(new Request.Capture());
    }

    /** Pauses at the next change of state. */
    public long step() {
        return ask(new Request.Step());
    }

    /** Pauses at the last change of state before now. */
    public long stepBack() {
        return ask(new Request.StepBack());
    }

    /** Does something now. */
    public long intervene(Intervention intervention) {
        return ask(new Request.Intervene(intervention));
    }

    /** Goes on with the last intervention, as a slider that is still being dragged: both are undone together. */
    public long interveneFurther(Intervention intervention) {
        return ask(new Request.Further(intervention));
    }

    /** Goes to another branch of the run, at the same moment. */
    public long switchTo(int branch) {
        return ask(new Request.Switch(branch));
    }

    /** Calls a branch something; an empty name takes its name away. */
    public long rename(int branch, String name) {
        return ask(new Request.Rename(branch, name));
    }

    /** Drops a branch; if the run is on it, it goes to the one before first. The only branch stays. */
    public long delete(int branch) {
        return ask(new Request.Delete(branch));
    }

    /** Takes back the last change. */
    public long undo() {
        return ask(new Request.Undo());
    }

    /** Makes the last change that was taken back again. */
    public long redo() {
        return ask(new Request.Redo());
    }

    /** A frame has begun: time may pass, and whatever is new is wanted. */
    public void frame() {
        isWanted = true;
        if (isActive) {
            queuePass();
        }
    }

    /** What is to be seen; empty if nothing is new since the last call. */
    public Optional<RunView> takeLatest() {
        return Optional.ofNullable(latest.getAndSet(null));
    }

    /** The last copy that was asked for, once it is made; once. */
    public Optional<NumberedForkPoint> takeForkPoint() {
        return Optional.ofNullable(forkPoint.getAndSet(null));
    }

    /** The fault that stopped the run, once. */
    public Optional<Failure> takeFailure() {
        return Optional.ofNullable(failure.getAndSet(null));
    }

    /** Why the last scenario to be opened cannot be run, once; the run that was open goes on. */
    public Optional<String> takeRefusal() {
        return Optional.ofNullable(refusal.getAndSet(null));
    }

    /** Whether nothing will be new before something is asked for. */
    public boolean isIdle() {
        synchronized (requests) {
            return !isActive && !isPassQueued && !isPassing && requests.isEmpty() && latest.get() == null;
        }
    }

    private long ask(Request request) {
        long number;
        synchronized (requests) {
            Request before = requests.peekLast();
            if (before != null && request.replaces(before)) {
                requests.removeLast();
            }
            if (requests.size() < REQUESTS_MAX) {
                requests.addLast(request);
            }
            asked++;
            number = asked;
        }
        queuePass();
        return number;
    }

    private void queuePass() {
        synchronized (requests) {
            if (isPassQueued) {
                return;
            }
            isPassQueued = true;
        }
        executor.execute(this::pass);
    }

    // The simulation's side

    private void pass() {
        synchronized (requests) {
            isPassQueued = false;
            isPassing = true;
        }
        boolean isUnfinished = false;
        try {
            isUnfinished = work();
        } catch (RuntimeException | Error cause) {
            fail(cause);
        }
        if (isUnfinished) {
            queuePass();
        }
        synchronized (requests) {
            isPassing = false;
        }
    }

    private boolean work() {
        long deadline = nanoTime.getAsLong() + PASS_NANOS;
        boolean isUnfinished = serveRequests();
        Playback now = playback;
        if (now == null) {
            return isUnfinished;
        }
        isUnfinished |= !now.goOn(deadline);
        isActive = now.isActive();
        if (isWanted || !isActive) {
            Optional<RunView> view = now.view(served);
            view.ifPresent(latest::set);
            isWanted = view.isEmpty();
        }
        return isUnfinished;
    }

    /** Whether some are left that have to wait. */
    private boolean serveRequests() {
        while (true) {
            Request next;
            synchronized (requests) {
                next = requests.peekFirst();
                Playback now = playback;
                boolean mustWait = next != null && now != null && now.isUnderWay() && next.waitsForArrival();
                if (next == null || mustWait) {
                    return mustWait;
                }
                requests.removeFirst();
                served = asked - requests.size();
            }
            serve(next);
        }
    }

    private void serve(Request request) {
        drive = drive.after(request);
        if (request instanceof Request.Open open) {
            open(open);
        } else if (request instanceof Request.Capture && playback != null) {
            forkPoint.set(playback.capture());
        } else if (playback != null) {
            playback.serve(request);
        }
    }

    private void open(Request.Open open) {
        try {
            playback = new Playback(open.scenario(), runs + 1, nanoTime, drive);
            runs++;
            playback.serve(new Request.Play(open.isPlaying()));
        } catch (IllegalArgumentException e) {
            refusal.set(String.valueOf(e.getMessage()));
        }
    }

    private void fail(Throwable cause) {
        Playback broken = playback;
        failure.set(
                broken == null
                        ? new Failure(cause, "", 0, 0)
                        : new Failure(
                                cause, broken.scenario().id(), broken.scenario().seed(), broken.timeNanos()));
        playback = null;
        isActive = false;
    }
}
