package mirrorstorm.ui.playback;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mirrorstorm.run.Goal;
import mirrorstorm.run.Snapshot;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/**
 * What transport, clock and scrubber show and what they can ask for. Knows no controls, so it is tested without a
 * screen. FX thread only, except in tests, which have no toolkit.
 */
public final class PlaybackViewModel {

    /** How much time of play a jump forward or back passes over, seconds of the real world. */
    private static final double JUMP_SECONDS = 10;

    /** An achieved speed below this share of the wanted one is worth saying. */
    private static final double ACHIEVED_FROM = 0.95;

    private final SimulationThread simulation;
    private final Edits edits;
    private final ReadOnlyObjectWrapper<RunView> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunHistory> history = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Speed> speed = new ReadOnlyObjectWrapper<>(Speed.MINUTE_PER_SECOND);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper atStart = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper atEnd = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper clockText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper timeOfDayText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper dateText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper achievedText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper seedText = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<PlaybackMode> mode = new ReadOnlyObjectWrapper<>(PlaybackMode.RUN);
    private final ReadOnlyBooleanWrapper seeking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper stopReasonText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper goalProblem = new ReadOnlyStringWrapper("");
    private @Nullable RunView shown;
    private long modeAsked;
    private long speedAsked;
    private long playAsked;

    public PlaybackViewModel(SimulationThread simulation) {
        this.simulation = simulation;
        edits = new Edits(simulation::undo, simulation::redo);
    }

    /** Called once a frame; whether anything new is to be seen. */
    public boolean onFrame() {
        simulation.frame();
        Optional<RunView> newest = simulation.takeLatest();
        newest.ifPresent(this::show);
        return newest.isPresent();
    }

    private void show(RunView now) {
        shown = now;
        if (now.served() >= modeAsked) {
            mode.set(now.mode());
        }
        if (now.served() >= speedAsked) {
            // a speed that changes all the time is read to two digits
            speed.set(
                    now.mode() == PlaybackMode.AUTO
                            ? Speed.atPosition(now.speed().position())
                            : now.speed());
        }
        if (now.served() >= playAsked) {
            playing.set(now.isPlaying());
        }
        Scenario scenario = now.history().scenario();
        atStart.set(now.timeNanos() == 0);
        atEnd.set(now.isOver());
        edits.follow(now.history());
        clockText.set(Times.clock(now.timeNanos(), speed.get().nanosPerSecond()));
        timeOfDayText.set(Times.timeOfDay(scenario.origin(), now.timeNanos()));
        dateText.set(Times.date(scenario.origin(), now.timeNanos()));
        achievedText.set(achieved(now));
        seeking.set(now.isSeeking());
        progress.set(now.seekProgress().map(SeekProgress::progress).orElse(0.0));
        stopReasonText.set(now.stopReason().map(GoalText::of).orElse(""));
        seedText.set(Long.toString(scenario.seed()));
        history.set(now.history());
        view.set(now);
    }

    private static String achieved(RunView now) {
        if (now.isSeeking()) {
            return now.seekProgress()
                    .map(seekProgress -> UiMessages.text("playback.travelling", GoalText.of(seekProgress.goal())))
                    .orElse("");
        }
        if (now.mode() == PlaybackMode.FAST) {
            return now.isPlaying() && !Double.isNaN(now.achieved()) ? Speed.text(now.achieved()) : "";
        }
        double share = now.achieved() / now.speed().nanosPerSecond();
        boolean isWorthSaying = now.isPlaying() && share < ACHIEVED_FROM;
        return isWorthSaying ? UiMessages.text("playback.achieved", Speed.text(now.achieved())) : "";
    }

    // Commands

    /** Lets time pass, or stops it; at the end of the run it begins again. */
    public void togglePlay() {
        if (atEnd.get()) {
            simulation.seek(0);
        }
        play(atEnd.get() || !playing.get());
    }

    /** Lets time pass, or stops it. */
    public void play(boolean isPlaying) {
        playAsked = simulation.play(isPlaying);
        playing.set(isPlaying);
    }

    /** Pauses at the next change of state. */
    public void step() {
        playAsked = simulation.step();
        playing.set(false);
    }

    /** Pauses at the last change of state before now. */
    public void stepBack() {
        playAsked = simulation.stepBack();
        playing.set(false);
    }

    /** Jumps over what would be played in ten seconds. */
    public void jump() {
        seekBy(JUMP_SECONDS * speed.get().nanosPerSecond());
    }

    /** Jumps back over what would be played in ten seconds. */
    public void jumpBack() {
        seekBy(-JUMP_SECONDS * speed.get().nanosPerSecond());
    }

    private void seekBy(double nanos) {
        if (shown != null) {
            seek((long) Math.max(0, shown.timeNanos() + nanos));
        }
    }

    /** Takes the run to any time of its past or future, nanoseconds since its start. */
    public void seek(long timeNanos) {
        simulation.seek(timeNanos);
    }

    /** Takes the run to its start. */
    public void toStart() {
        simulation.seek(0);
    }

    /** Takes the run to the furthest time that it was taken to; from there, to its end, which may take a while. */
    public void toEnd() {
        if (shown != null) {
            Snapshot now = shown.snapshot();
            if (now.timeNanos() < now.reachedNanos()) {
                simulation.seek(now.reachedNanos());
            } else {
                runTo(new Goal.At(now.horizonNanos()));
            }
        }
    }

    /** Lets time pass at this speed. */
    public void setSpeed(Speed wanted) {
        speedAsked = simulation.setSpeed(wanted);
        modeAsked = speedAsked;
        speed.set(wanted);
        mode.set(PlaybackMode.RUN);
    }

    /** Lets time pass in another way. */
    public void setMode(PlaybackMode wanted) {
        modeAsked = simulation.setMode(wanted);
        mode.set(wanted);
    }

    /** Takes the run to the next moment that is a goal, and pauses there. */
    public void runTo(Goal goal) {
        goalProblem.set("");
        playAsked = simulation.runTo(goal);
        playing.set(false);
    }

    /** Goes to the time or condition that somebody typed; what is wrong with it is in {@link #goalProblemProperty}. */
    public boolean typeGoal(String text) {
        Optional<Goal> goal = parseGoal(text);
        goal.ifPresent(this::runTo);
        return goal.isPresent();
    }

    /** The time or condition that somebody typed; if it is none, {@link #goalProblemProperty} says what is wrong. */
    public Optional<Goal> parseGoal(String text) {
        if (shown == null) {
            return Optional.empty();
        }
        try {
            Goal goal = GoalText.parse(text, shown.history().scenario().origin(), shown.timeNanos());
            goalProblem.set("");
            return Optional.of(goal);
        } catch (ValueException e) {
            goalProblem.set(e.getMessage());
            return Optional.empty();
        }
    }

    /** Ends the run's way to wherever it was to go. */
    public void abandon() {
        simulation.abandon();
    }

    /** Stops from now on wherever one of these is reached while time passes. */
    public void breakAt(List<Goal> goals) {
        simulation.breakAt(goals);
    }

    /** The next larger of the usual speeds. */
    public void faster() {
        setSpeed(speed.get().faster());
    }

    /** The next smaller of the usual speeds. */
    public void slower() {
        setSpeed(speed.get().slower());
    }

    /** Takes what somebody typed as a speed; whether it is one. */
    public boolean typeSpeed(String text) {
        Optional<Speed> typed = Speed.parse(text);
        typed.ifPresent(this::setSpeed);
        return typed.isPresent();
    }

    /** Starts the run again, with everything that was done in it, with the seed that was typed; whether it is one. */
    public boolean typeSeed(String text) {
        if (shown == null) {
            return false;
        }
        try {
            long seed = (Long) Levers.require("seed").parse(text.strip());
            Scenario recorded = shown.history().recorded();
            if (seed != recorded.seed()) {
                simulation.open(recorded.withSeed(seed), true);
            }
            return true;
        } catch (ValueException e) {
            return false;
        }
    }

    /** Starts the same scenario again, without what was done live. */
    public void startOver() {
        if (shown != null) {
            simulation.open(shown.history().scenario(), true);
        }
    }

    /** Takes back the last change. */
    public void undo() {
        edits.undo();
    }

    /** Makes the last change that was taken back again. */
    public void redo() {
        edits.redo();
    }

    /** What can be taken back: whoever changes something beside the run notes it here. */
    public Edits edits() {
        return edits;
    }

    // What is shown

    /** The newest view; empty before the first. */
    public Optional<RunView> view() {
        return Optional.ofNullable(shown);
    }

    /** The newest view; no value before the first. */
    public ReadOnlyObjectProperty<RunView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** The newest history; no value before the first. Changes less often than the view. */
    public ReadOnlyObjectProperty<RunHistory> historyProperty() {
        return history.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Speed> speedProperty() {
        return speed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PlaybackMode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /** Whether the run is on its way to a moment that was asked for. */
    public ReadOnlyBooleanProperty seekingProperty() {
        return seeking.getReadOnlyProperty();
    }

    /** How much of that way is done, in [0, 1]. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Why the run has stopped by itself, in a sentence; empty if it has not. */
    public ReadOnlyStringProperty stopReasonTextProperty() {
        return stopReasonText.getReadOnlyProperty();
    }

    /** What is wrong with the goal that was typed; empty if nothing is. */
    public ReadOnlyStringProperty goalProblemProperty() {
        return goalProblem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty atStartProperty() {
        return atStart.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty atEndProperty() {
        return atEnd.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return edits.canUndoProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return edits.canRedoProperty();
    }

    /** Simulated time since the start, with units. */
    public ReadOnlyStringProperty clockTextProperty() {
        return clockText.getReadOnlyProperty();
    }

    /** The time of day there and then. */
    public ReadOnlyStringProperty timeOfDayTextProperty() {
        return timeOfDayText.getReadOnlyProperty();
    }

    /** The date there and then. */
    public ReadOnlyStringProperty dateTextProperty() {
        return dateText.getReadOnlyProperty();
    }

    /** What speed is achieved, if it is not the wanted one. */
    public ReadOnlyStringProperty achievedTextProperty() {
        return achievedText.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty seedTextProperty() {
        return seedText.getReadOnlyProperty();
    }
}
