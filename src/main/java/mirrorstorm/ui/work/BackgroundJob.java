package mirrorstorm.ui.work;

import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.scenario.ScenarioException;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on another thread, which hands over what it finds out. The one way of the window to have something
 * done beside it: whoever starts a job asks it in every frame, and nothing waits for it. A fault of ours is left to the
 * thread that it happens on; the job then is over without being done.
 *
 * @param <T> what is handed over, once or again and again
 */
public final class BackgroundJob<T> {

    /** The work itself; called on the worker's thread. */
    @FunctionalInterface
    public interface Task<T> {

        /**
         * Does it, or as much of it as is wanted.
         *
         * @param token says how far it is, and whether to go on
         * @throws CancellationException if the work was cancelled
         * @throws IOException           if a file that it needs cannot be read or written; the message says which
         * @throws ScenarioException     if a scenario that it reads is wrong
         */
        void run(CancellationToken token, Consumer<T> deliver) throws IOException, ScenarioException;
    }

    private final CancellationToken token = new CancellationToken();
    private final Queue<T> parts = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Exception problem;
    private volatile boolean isDone;
    private volatile boolean isOver;

    private BackgroundJob() {}

    /** Has something done, as soon as the worker comes to it. */
    public static <T> BackgroundJob<T> start(Executor worker, Task<T> task) {
        BackgroundJob<T> job = new BackgroundJob<>();
        worker.execute(() -> job.run(task));
        return job;
    }

    private void run(Task<T> task) {
        try {
            token.goOn();
            task.run(token, parts::add);
            isDone = true;
        } catch (CancellationException e) {
            token.cancel(); // it may have been an interrupt
        } catch (IOException | ScenarioException e) {
            problem = e;
        } finally {
            isOver = true;
        }
    }

    /** Hands over what came since the last frame; whether there is more to come. */
    public boolean onFrame(Consumer<? super T> receiver) {
        boolean hasMore = !isOver; // asked before the parts are taken: then none is left behind
        for (T part = parts.poll(); part != null; part = parts.poll()) {
            receiver.accept(part);
        }
        return hasMore;
    }

    /** How far it is, and what pauses and cancels it. */
    public CancellationToken token() {
        return token;
    }

    /** Whether nothing more will come. */
    public boolean isOver() {
        return isOver;
    }

    /** Whether it came to its end, and was neither cancelled nor failed. */
    public boolean isDone() {
        return isDone;
    }

    /** What went wrong, if something did: an {@link IOException} or a {@link ScenarioException}. */
    public Optional<Exception> problem() {
        return Optional.ofNullable(problem);
    }
}
