package mirrorstorm.ui.playback;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.AutoSpeed;
import mirrorstorm.run.Goal;
import mirrorstorm.run.Inspection;
import mirrorstorm.run.SpeedSmoother;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** One run as it is played: how fast time passes, where it is to go. Lives on the simulation's thread. */
final class Playback {

    private static final int EVENTS_AT_A_TIME = 200;
    private static final long NEVER = -1;

    /** How long the achieved speed is averaged over, nanoseconds. */
    private static final long ACHIEVED_OVER_NANOS = 500_000_000L;

    private final Timeline timeline;
    private final int number;
    private final LongSupplier nanoTime;

    /** In the fastest mode a picture is made this often, nanoseconds: the rest of the time is the simulation's. */
    private static final long FAST_VIEW_NANOS = 250_000_000L;

    private final PlaybackSettings settings;
    private final PlaybackClock clock;
    private final AutoSpeed autoSpeed;
    private final SpeedSmoother smoother = new SpeedSmoother();
    private Inspection.Subject subject = new Inspection.Subject.Nothing();
    private boolean isPlaying;
    private Speed speed;
    private long viewedNanos;

    private @Nullable Seek seek;
    private @Nullable StopReason stopReason;

    private long measuredFromNanos;
    private double measuredSimulated;
    private double achieved = Double.NaN;

    private final Map<String, TimedIntervention> dragged = new HashMap<>();
    private final Set<TimedIntervention> passing = new HashSet<>();

    private @Nullable RunHistory history;
    private int revision;
    private long copiedNanos;
    private long copiedReachedNanos = NEVER;

    /**
     * @param settings shared with whoever opens the next run
     * @throws IllegalArgumentException if the capacity does not hold the volumes
     */
    Playback(Scenario scenario, int number, LongSupplier nanoTime, PlaybackSettings settings) {
        this.settings = settings;
        this.timeline = new Timeline(scenario, EngineKind.RATES, SeriesSpacing.nanosFor(scenario.horizon()));
        this.number = number;
        this.nanoTime = nanoTime;
        this.autoSpeed = new AutoSpeed(scenario.plan(), scenario.horizon());
        this.speed = scenario.plan().stream()
                .mapToLong(TimedIntervention::timeNanos)
                .filter(timeNanos -> timeNanos > 0)
                .mapToObj(Speed::toReach)
                .findFirst()
                .orElseGet(() -> Speed.toReach(scenario.horizon().toNanos()));
        this.clock = new PlaybackClock(nanoTime);
    }

    Scenario scenario() {
        return timeline.scenario();
    }

    long timeNanos() {
        return timeline.clockNanos();
    }

    /** Whether time passes, or the run is on its way somewhere. */
    boolean isActive() {
        return isPlaying || seek != null;
    }

    /** Whether the run is on its way to where it is about to be shown. */
    boolean isUnderWay() {
        return seek != null && !seek.isShown(nanoTime.getAsLong());
    }

    /** A copy of where the run stands. */
    NumberedForkPoint capture() {
        return new NumberedForkPoint(number, timeline.present());
    }

    // Requests

    /** A seek that is seen ends where it is when somebody pauses; one that is not seen goes on. */
    void play(boolean wanted) {
        if (!wanted && seek != null && seek.isShown(nanoTime.getAsLong())) {
            seek = null;
        }
        if (wanted && !isPlaying) {
            stopReason = null;
            smoother.forget();
            clock.restart();
            forgetAchieved();
        }
        isPlaying = wanted;
    }

    void setSpeed(Speed wanted) {
        speed = wanted;
        forgetAchieved();
    }

    /** Another mode was set. */
    void beginMode() {
        smoother.forget();
        forgetAchieved();
    }

    void inspect(Inspection.Subject wanted) {
        subject = wanted;
    }

    void seek(long timeNanos) {
        depart(new Goal.At(Math.max(0, timeNanos)), false);
    }

    void runTo(Goal goal) {
        depart(goal, true);
    }

    private void depart(Goal goal, boolean isPausing) {
        stopReason = null;
        seek = new Seek(timeline, goal, isPausing, nanoTime.getAsLong());
    }

    void abandon() {
        seek = null;
    }

    void step() {
        stand();
        timeline.step();
    }

    void stepBack() {
        stand();
        timeline.stepBack();
    }

    private void stand() {
        abandon();
        stopReason = null;
        isPlaying = false;
    }

    void intervene(Intervention intervention) {
        change(() -> {
            timeline.intervene(intervention);
            dragged.clear();
            noteDrag();
        });
    }

    void interveneFurther(Intervention intervention) {
        change(() -> {
            timeline.interveneFurther(intervention);
            noteDrag();
        });
    }

    void undo() {
        change(timeline::undo);
    }

    void redo() {
        change(timeline::redo);
    }

    // A request may come late: whatever names a branch that is no more does nothing.

    void switchTo(int branch) {
        change(() -> {
            if (branch < timeline.branches().size()) {
                timeline.switchTo(branch);
            }
        });
    }

    void rename(int branch, String name) {
        change(() -> {
            if (branch < timeline.branches().size()) {
                timeline.rename(branch, name);
            }
        });
    }

    void delete(int branch) {
        change(() -> {
            int count = timeline.branches().size();
            if (branch >= count || count == 1) {
                return;
            }
            if (branch == timeline.presentBranch()) {
                timeline.switchTo(branch == 0 ? 1 : branch - 1);
            }
            timeline.delete(branch);
        });
    }

    private void change(Runnable action) {
        abandon();
        stopReason = null;
        action.run();
        history = null;
    }

    /** Remembers which places a lever only passes through. */
    private void noteDrag() {
        TimedIntervention last = timeline.live().get(timeline.live().size() - 1);
        if (last.intervention() instanceof Intervention.Set set) {
            TimedIntervention before = dragged.put(set.lever(), last);
            if (before != null) {
                passing.add(before);
            }
        }
    }

    // Time

    /** Takes the run forward; whether it got as far as it should by now, before {@code deadlineNanos}. */
    boolean goOn(long deadlineNanos) {
        long elapsedNanos = clock.look();
        if (seek != null) {
            return seekOn(seek, deadlineNanos);
        }
        return !isPlaying || playOn(elapsedNanos, deadlineNanos);
    }

    private boolean seekOn(Seek way, long deadlineNanos) {
        boolean isThere = advance(way.targetNanos(), deadlineNanos);
        if (way.look()) {
            isThere = advance(way.targetNanos(), deadlineNanos);
        }
        if (!isThere) {
            return false;
        }
        if (way.isPausing()) {
            if (way.isInVain()) {
                timeline.seek(way.fromNanos());
                stopReason = new StopReason(way.goal(), timeline.clockNanos(), false);
            } else {
                stopReason = new StopReason(way.goal(), timeline.clockNanos(), true);
            }
            isPlaying = false;
        }
        seek = null;
        smoother.forget();
        forgetAchieved();
        return true;
    }

    private boolean playOn(long elapsedNanos, long deadlineNanos) {
        long before = timeline.clockNanos();
        long due = settings.mode() == PlaybackMode.FAST ? timeline.horizonNanos() - before : due(elapsedNanos);
        boolean isThere = advance(before + due, deadlineNanos);
        if (isThere) {
            clock.went(due);
        } else {
            clock.forgive();
        }
        measure(elapsedNanos, timeline.clockNanos() - before);
        stopAtBreakpoint(before);
        if (timeline.clockNanos() >= timeline.horizonNanos()) {
            isPlaying = false;
        }
        return isThere || !isPlaying;
    }

    private long due(long elapsedNanos) {
        if (settings.mode() == PlaybackMode.AUTO) {
            double wanted = autoSpeed.nanosPerSecond(timeline.scene());
            speed = Speed.nearest(smoother.follow(wanted, PlaybackClock.seconds(elapsedNanos)));
        }
        return clock.due(elapsedNanos, speed);
    }

    /** Stops at the first breakpoint that was passed since {@code beforeNanos}. */
    private void stopAtBreakpoint(long beforeNanos) {
        long now = timeline.clockNanos();
        for (Goal goal : settings.breakpoints()) {
            long at = timeline.first(goal, beforeNanos, now).orElse(Long.MAX_VALUE);
            if (at <= now && (stopReason == null || at < stopReason.timeNanos())) {
                stopReason = new StopReason(goal, at, true);
            }
        }
        if (stopReason != null) {
            isPlaying = false;
            timeline.seek(stopReason.timeNanos());
        }
    }

    private boolean advance(long timeNanos, long deadlineNanos) {
        boolean isThere = timeline.seekBriefly(timeNanos, EVENTS_AT_A_TIME);
        while (!isThere && nanoTime.getAsLong() < deadlineNanos) {
            isThere = timeline.seekBriefly(timeNanos, EVENTS_AT_A_TIME);
        }
        return isThere;
    }

    private void measure(long elapsedNanos, long simulatedNanos) {
        measuredFromNanos += elapsedNanos;
        measuredSimulated += simulatedNanos;
        if (measuredFromNanos >= ACHIEVED_OVER_NANOS) {
            achieved = Nanos.ofSeconds(measuredSimulated / measuredFromNanos);
            measuredFromNanos = 0;
            measuredSimulated = 0;
        }
    }

    private void forgetAchieved() {
        measuredFromNanos = 0;
        measuredSimulated = 0;
        achieved = Double.NaN;
    }

    // Views

    /** What is to be seen; empty during a short seek, of which only the end is shown, and mostly at full speed. */
    Optional<RunView> view(long served) {
        long now = nanoTime.getAsLong();
        boolean isRarelySeen = isPlaying && settings.mode() == PlaybackMode.FAST && now - viewedNanos < FAST_VIEW_NANOS;
        if (isUnderWay() || isRarelySeen) {
            return Optional.empty();
        }
        viewedNanos = now;
        return Optional.of(new RunView(
                timeline.snapshot(),
                historyNow(),
                timeline.story(),
                timeline.inspect(subject),
                isPlaying,
                Optional.ofNullable(seek).map(Seek::seekProgress),
                Optional.ofNullable(stopReason),
                settings.mode(),
                speed,
                achieved,
                served));
    }

    private RunHistory historyNow() {
        RunHistory known = history;
        long nowNanos = nanoTime.getAsLong();
        boolean isOld = timeline.reachedNanos() != copiedReachedNanos
                && (nowNanos - copiedNanos >= SimulationThread.HISTORY_NANOS || !isActive());
        if (known != null && !isOld) {
            return known;
        }
        copiedNanos = nowNanos;
        copiedReachedNanos = timeline.reachedNanos();
        RunHistory copy = new RunHistory(
                number,
                ++revision,
                timeline.scenario(),
                timeline.recorded(),
                timeline.plan(),
                timeline.live(),
                Set.copyOf(passing),
                timeline.logEntries(),
                timeline.series(),
                new Branches(timeline.branches(), timeline.presentBranch(), timeline.ghosts()),
                timeline.undoCount(),
                timeline.canRedo());
        history = copy;
        return copy;
    }
}
