package mirrorstorm.ui.playback;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** One run as it is played: how fast time passes, where it is to go. Lives on the simulation's thread. */
final class Playback {

    private static final int EVENTS_AT_A_TIME = 200;
    private static final long NOWHERE = -1;

    /** How long the achieved speed is averaged over, nanoseconds. */
    private static final long ACHIEVED_OVER_NANOS = 500_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;

    private final Timeline timeline;
    private final int number;
    private final LongSupplier nanoTime;

    private boolean isPlaying;
    private Speed speed;
    private long lastPassNanos;
    private double oweNanos;

    private long destinationNanos = NOWHERE;
    private long departedNanos;

    private long measuredFromNanos;
    private double measuredSimulated;
    private double achieved = Double.NaN;

    private final Map<String, TimedIntervention> dragged = new HashMap<>();
    private final Set<TimedIntervention> passing = new HashSet<>();

    private @Nullable Course course;
    private int revision;
    private long copiedNanos;
    private long copiedReachedNanos = NOWHERE;

    /** @throws IllegalArgumentException if the capacity does not hold the volumes */
    Playback(Scenario scenario, int number, LongSupplier nanoTime) {
        this.timeline = new Timeline(scenario, EngineKind.RATES, SeriesSpacing.nanosFor(scenario.horizon()));
        this.number = number;
        this.nanoTime = nanoTime;
        this.speed = scenario.plan().stream()
                .mapToLong(TimedIntervention::timeNanos)
                .filter(timeNanos -> timeNanos > 0)
                .mapToObj(Speed::toReach)
                .findFirst()
                .orElseGet(() -> Speed.toReach(scenario.horizon().toNanos()));
        this.lastPassNanos = nanoTime.getAsLong();
    }

    Scenario scenario() {
        return timeline.scenario();
    }

    long timeNanos() {
        return timeline.clockNanos();
    }

    /** Whether time passes, or the run is on its way somewhere. */
    boolean isActive() {
        return isPlaying || destinationNanos != NOWHERE;
    }

    /** Whether the run is on its way to where it is about to be shown. */
    boolean isUnderWay() {
        return destinationNanos != NOWHERE && !isJourneyShown();
    }

    private boolean isJourneyShown() {
        return nanoTime.getAsLong() - departedNanos > SimulationThread.JOURNEY_SHOWN_NANOS;
    }

    // Requests

    void serve(Request request) {
        if (request instanceof Request.Play play) {
            setPlaying(play.isPlaying());
        } else if (request instanceof Request.Run run) {
            speed = run.speed();
            forgetAchieved();
        } else if (request instanceof Request.Seek seek) {
            destinationNanos = Math.max(0, Math.min(seek.timeNanos(), timeline.horizonNanos()));
            departedNanos = nanoTime.getAsLong();
        } else {
            destinationNanos = NOWHERE;
            change(request);
        }
    }

    private void change(Request request) {
        if (request instanceof Request.Step) {
            setPlaying(false);
            timeline.step();
        } else if (request instanceof Request.StepBack) {
            setPlaying(false);
            timeline.stepBack();
        } else {
            if (request instanceof Request.Intervene intervene) {
                timeline.intervene(intervene.intervention());
                dragged.clear();
                noteDrag();
            } else if (request instanceof Request.Further further) {
                timeline.interveneFurther(further.intervention());
                noteDrag();
            } else if (request instanceof Request.Undo) {
                timeline.undo();
            } else if (request instanceof Request.Redo) {
                timeline.redo();
            }
            course = null;
        }
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

    /** A journey that is seen ends where it is when somebody pauses; one that is not seen goes on. */
    private void setPlaying(boolean wanted) {
        if (!wanted && isJourneyShown()) {
            destinationNanos = NOWHERE;
        }
        if (wanted && !isPlaying) {
            lastPassNanos = nanoTime.getAsLong();
            oweNanos = 0;
            forgetAchieved();
        }
        isPlaying = wanted;
    }

    // Time

    /** Takes the run forward; whether it got as far as it should by now, before {@code deadlineNanos}. */
    boolean goOn(long deadlineNanos) {
        long nowNanos = nanoTime.getAsLong();
        long elapsedNanos = nowNanos - lastPassNanos;
        lastPassNanos = nowNanos;
        if (destinationNanos != NOWHERE) {
            return travel(deadlineNanos);
        }
        return !isPlaying || playOn(elapsedNanos, deadlineNanos);
    }

    private boolean travel(long deadlineNanos) {
        boolean isThere = seek(destinationNanos, deadlineNanos);
        if (isThere) {
            destinationNanos = NOWHERE;
            forgetAchieved();
        }
        return isThere;
    }

    private boolean playOn(long elapsedNanos, long deadlineNanos) {
        long before = timeline.clockNanos();
        oweNanos += speed.nanosPerSecond() * Math.min(elapsedNanos, SimulationThread.ELAPSED_MAX) / NANOS_PER_SECOND;
        long due = (long) oweNanos;
        boolean isThere = seek(before + due, deadlineNanos);
        // what could not be reached in time is given up: the speed drops instead of the window
        oweNanos = isThere ? oweNanos - due : 0;
        measure(elapsedNanos, timeline.clockNanos() - before);
        if (timeline.clockNanos() >= timeline.horizonNanos()) {
            isPlaying = false;
        }
        return isThere;
    }

    private boolean seek(long timeNanos, long deadlineNanos) {
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
            achieved = measuredSimulated / measuredFromNanos * NANOS_PER_SECOND;
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

    /** What is to be seen; empty on a short journey, of which only the end is shown. */
    Optional<RunView> view(long served) {
        if (isUnderWay()) {
            return Optional.empty();
        }
        return Optional.of(new RunView(
                timeline.snapshot(), courseNow(), isPlaying, destinationNanos != NOWHERE, speed, achieved, served));
    }

    private Course courseNow() {
        Course known = course;
        long nowNanos = nanoTime.getAsLong();
        boolean isOld = timeline.reachedNanos() != copiedReachedNanos
                && (nowNanos - copiedNanos >= SimulationThread.COURSE_NANOS || !isActive());
        if (known != null && !isOld) {
            return known;
        }
        copiedNanos = nowNanos;
        copiedReachedNanos = timeline.reachedNanos();
        Course copy = new Course(
                number,
                ++revision,
                timeline.scenario(),
                timeline.recorded(),
                timeline.plan(),
                timeline.live(),
                Set.copyOf(passing),
                timeline.happenings(),
                timeline.series(),
                timeline.canUndo(),
                timeline.canRedo());
        course = copy;
        return copy;
    }
}
