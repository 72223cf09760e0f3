package mirrorstorm.ui.work;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
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
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;
import org.jspecify.annotations.Nullable;

/**
 * Work of a window that takes seconds to hours: one piece at a time, on a thread of its own, which hands over what it
 * finds out. Everything but the work itself belongs to the thread that calls {@link #onFrame}.
 *
 * @param <T> what is handed over, again and again
 */
public final class BackgroundJob<T> {

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

    /** The work itself; called on the worker's thread. */
    @FunctionalInterface
    public interface Task<T> {

        /**
         * Does it, or as much of it as is wanted.
         *
         * @throws CancellationException if the work was cancelled
         * @throws IOException           if a file that it needs cannot be read or written; the message says which
         */
        void run(CancellationToken work, Consumer<T> deliver) throws IOException;
    }

    /** What one piece of work hands from its thread to the other. */
    private static final class Delivery<T> {
        private final CancellationToken work = new CancellationToken();
        private final Queue<T> parts = new ConcurrentLinkedQueue<>();
        private volatile String problem = "";
        private volatile boolean isWhole;
        private volatile boolean isOver;
    }

    private final Executor worker;
    private final LongSupplier nanos;
    private final Consumer<T> receiver;
    private final Supplier<String> far;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READY);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(UiMessages.text("work.ready"));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private @Nullable Delivery<T> delivery;
    private long lastNanos;
    private long workedNanos;

    /**
     * @param worker   runs one piece of work at a time
     * @param nanos    a clock, for the time left
     * @param receiver takes what was found out, in a frame
     * @param far      how far it is in words, such as {@code 12 of 64 cells}
     */
    public BackgroundJob(Executor worker, LongSupplier nanos, Consumer<T> receiver, Supplier<String> far) {
        this.worker = worker;
        this.nanos = nanos;
        this.receiver = receiver;
        this.far = far;
    }

    /** Begins a piece of work; one that goes on is given up, and nothing of it is handed over any more. */
    public void start(Task<T> task) {
        cancel();
        Delivery<T> fresh = new Delivery<>();
        delivery = fresh;
        problem.set("");
        lastNanos = nanos.getAsLong();
        workedNanos = 0;
        state.set(State.RUNNING);
        worker.execute(() -> run(task, fresh));
        refresh(fresh);
    }

    private static <T> void run(Task<T> task, Delivery<T> delivery) {
        try {
            delivery.work.goOn();
            task.run(delivery.work, delivery.parts::add);
            delivery.isWhole = true;
        } catch (CancellationException e) {
            delivery.work.cancel(); // it may have been an interrupt
        } catch (IOException e) {
            delivery.problem = String.valueOf(e.getMessage());
        } finally {
            delivery.isOver = true;
        }
    }

    /** Lets it wait. */
    public void pause() {
        if (delivery != null && state.get() == State.RUNNING) {
            delivery.work.pause();
            state.set(State.PAUSED);
            refresh(delivery);
        }
    }

    /** Goes on with what waits. */
    public void resume() {
        if (delivery != null && state.get() == State.PAUSED) {
            delivery.work.resume();
            lastNanos = nanos.getAsLong();
            state.set(State.RUNNING);
            refresh(delivery);
        }
    }

    /** Ends it; what was handed over stays. */
    public void cancel() {
        if (delivery != null && isOpen()) {
            delivery.work.cancel();
            state.set(State.CANCELLED);
            refresh(delivery);
        }
    }

    private boolean isOpen() {
        return state.get() == State.RUNNING || state.get() == State.PAUSED;
    }

    /** Takes what came since the last frame; whether there is more to come. */
    public boolean onFrame() {
        Delivery<T> current = delivery;
        if (current == null || !isOpen()) {
            return false;
        }
        boolean isOver = current.isOver; // asked before the parts are taken: then none is left behind
        long now = nanos.getAsLong();
        if (state.get() == State.RUNNING) {
            workedNanos += now - lastNanos;
        }
        lastNanos = now;
        for (T part = current.parts.poll(); part != null; part = current.parts.poll()) {
            receiver.accept(part);
        }
        if (isOver) {
            problem.set(current.problem);
            state.set(current.isWhole ? State.DONE : State.CANCELLED);
        }
        refresh(current);
        return !isOver;
    }

    private void refresh(Delivery<T> of) {
        double share = of.work.doneShare();
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
