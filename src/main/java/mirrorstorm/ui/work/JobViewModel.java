package mirrorstorm.ui.work;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mirrorstorm.engine.Nanos;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/**
 * The {@link BackgroundJob}s of a window that take seconds to hours, one at a time: how far the present one is, how
 * long it still takes, pause and stop. Belongs to the thread that calls {@link #onFrame}.
 *
 * @param <T> what is handed over, again and again
 */
public final class JobViewModel<T> {

    /** Time left is not told from less than this share: it would jump about. */
    private static final double SHARE_TOLD = 0.02;

    /** How a piece of work stands. */
    public enum State {
        READY,
        RUNNING,
        PAUSED,
        DONE,
        CANCELLED
    }

    private final Executor worker;
    private final LongSupplier nanos;
    private final Consumer<T> receiver;
    private final Supplier<String> far;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(UiMessages.text("work.ready"));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable BackgroundJob<T> job;
    private long lastNanos;
    private long workedNanos;

    /**
     * @param worker   runs one piece of work at a time
     * @param nanos    a clock, for the time left
     * @param receiver takes what was found out, in a frame
     * @param far      how far it is in words, such as {@code 12 of 64 cells}
     */
    public JobViewModel(Executor worker, LongSupplier nanos, Consumer<T> receiver, Supplier<String> far) {
        this.worker = worker;
        this.nanos = nanos;
        this.receiver = receiver;
        this.far = far;
    }

    /** Begins a piece of work; one that goes on is given up, and nothing of it is handed over any more. */
    public void start(BackgroundJob.Task<T> task) {
        cancel();
        problem.set("");
        lastNanos = nanos.getAsLong();
        workedNanos = 0;
        state.set(State.RUNNING);
        BackgroundJob<T> fresh = BackgroundJob.start(worker, task);
        job = fresh;
        refresh(fresh);
    }

    /** Lets it wait. */
    public void pause() {
        if (job != null && state.get() == State.RUNNING) {
            job.token().pause();
            state.set(State.PAUSED);
            refresh(job);
        }
    }

    /** Goes on with what waits. */
    public void resume() {
        if (job != null && state.get() == State.PAUSED) {
            job.token().resume();
            lastNanos = nanos.getAsLong();
            state.set(State.RUNNING);
            refresh(job);
        }
    }

    /** Ends it; what was handed over stays. */
    public void cancel() {
        if (job != null && isOpen()) {
            job.token().cancel();
            state.set(State.CANCELLED);
            refresh(job);
        }
    }

    private boolean isOpen() {
        return state.get() == State.RUNNING || state.get() == State.PAUSED;
    }

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        BackgroundJob<T> current = job;
        if (current == null || !isOpen()) {
            return false;
        }
        long now = nanos.getAsLong();
        if (state.get() == State.RUNNING) {
            workedNanos += now - lastNanos;
        }
        lastNanos = now;
        boolean isOver = !current.onFrame(receiver);
        if (isOver) {
            problem.set(current.problem()
                    .map(each -> String.valueOf(each.getMessage()))
                    .orElse(""));
            state.set(current.isDone() ? State.DONE : State.CANCELLED);
        }
        refresh(current);
        return !isOver;
    }

    private void refresh(BackgroundJob<T> of) {
        double share = of.token().doneShare();
        progress.set(state.get() == State.DONE ? 1 : share);
        String done = far.get();
        status.set(
                switch (state.get()) {
                    case READY -> UiMessages.text("work.ready");
                    case PAUSED -> UiMessages.text("work.paused", done);
                    case CANCELLED -> UiMessages.text("work.cancelled", done);
                    case DONE -> UiMessages.text("work.done", done, spanText((double) workedNanos));
                    case RUNNING ->
                        share < SHARE_TOLD
                                ? UiMessages.text("work.running", done)
                                : UiMessages.text("work.left", done, spanText(workedNanos / share * (1 - share)));
                });
    }

    private static String spanText(double spanNanos) {
        return Times.span(Duration.ofSeconds(Math.max(1, Math.round(Nanos.toSeconds(spanNanos)))));
    }

    /** How it stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether it runs or waits. */
    public BooleanBinding openProperty() {
        return state.isEqualTo(State.RUNNING).or(state.isEqualTo(State.PAUSED));
    }

    /** How much is done, a share. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** How far it is and how long it still takes, in words. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Why it ended before it was done; empty if it did not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
