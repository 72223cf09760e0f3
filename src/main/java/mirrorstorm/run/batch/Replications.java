package mirrorstorm.run.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import mirrorstorm.run.Run;
import org.jspecify.annotations.Nullable;

/**
 * Does independent jobs, numbered from 0, on several threads, and hands their results over in order of their number,
 * on the thread that called: however many threads there are, the same results arrive in the same order.
 *
 * @param <T> what a job gives
 */
public final class Replications<T> {

    /** Results that may wait for an earlier one, for each thread: bounds memory when one job takes long. */
    private static final int AHEAD_MAX = 64;

    /** Events from one look at whether to go on to the next: less than anybody notices. */
    private static final int EVENTS_EACH = 1_000;

    /** Takes the result of a job; called in order of the jobs. */
    @FunctionalInterface
    public interface Receiver<T> {
        void accept(int index, T result);
    }

    private final int count;
    private final CancellationToken work;
    private final Map<Integer, T> results = new HashMap<>();
    private int nextIndex;
    private int delivered;
    private boolean isOver;
    private @Nullable Throwable failure;

    private Replications(int count, CancellationToken work) {
        this.count = count;
        this.work = work;
    }

    /** As many threads as there are cores. */
    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The results of {@code count} jobs that need no memory of their own. */
    public static <T> List<T> all(int count, int threads, CancellationToken work, IntFunction<T> job) {
        List<T> results = new ArrayList<>();
        run(count, threads, work, () -> job, (index, result) -> results.add(result));
        return results;
    }

    /**
     * Does {@code count} jobs. Each finished one counts as one part of {@code work}, which the caller has planned.
     *
     * @param threads how many at a time, &gt;= 1
     * @param worker  asked once by each thread: makes what does its jobs, with whatever memory they share
     * @throws CancellationException if the work was cancelled before all were done
     */
    public static <T> void run(
            int count, int threads, CancellationToken work, Supplier<IntFunction<T>> worker, Receiver<T> receiver) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, was " + threads);
        }
        new Replications<T>(count, work).run(Math.min(threads, count), worker, receiver);
    }

    /** Takes a run to a time, nanoseconds since its start, as far as the work is to go on. */
    public static void advance(Run run, long timeNanos, CancellationToken work) {
        long end = Math.min(timeNanos, run.horizonNanos());
        while (run.simulation().clockNanos() < end) {
            work.goOn();
            run.advanceBriefly(end, EVENTS_EACH);
        }
        run.advanceTo(end);
    }

    private void run(int threads, Supplier<IntFunction<T>> worker, Receiver<T> receiver) {
        List<Thread> pool = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> work(worker, AHEAD_MAX * threads), "replications-" + i);
            thread.setDaemon(true);
            thread.start();
            pool.add(thread);
        }
        try {
            for (int index = 0; index < count; index++) {
                receiver.accept(index, take(index));
            }
        } finally {
            end(pool);
        }
    }

    private void work(Supplier<IntFunction<T>> worker, int aheadMax) {
        try {
            IntFunction<T> job = worker.get();
            for (int index = next(aheadMax); index < count; index = next(aheadMax)) {
                work.goOn();
                put(index, job.apply(index));
            }
        } catch (RuntimeException | Error problem) { // the one handler of this thread
            fail(problem);
        }
    }

    private synchronized int next(int aheadMax) {
        while (!isOver && nextIndex < count && nextIndex - delivered >= aheadMax) {
            await();
        }
        return isOver ? count : nextIndex++;
    }

    private synchronized void put(int index, T result) {
        results.put(index, result);
        work.finish(1);
        notifyAll();
    }

    private synchronized void fail(Throwable problem) {
        if (failure == null) {
            failure = problem;
        }
        isOver = true;
        notifyAll();
    }

    private synchronized T take(int index) {
        while (!results.containsKey(index)) {
            Throwable problem = failure;
            if (problem instanceof Error error) {
                throw error;
            } else if (problem instanceof RuntimeException exception) {
                throw exception;
            }
            await();
        }
        T result = results.remove(index);
        assert result != null : index;
        delivered = index + 1;
        notifyAll();
        return result;
    }

    @SuppressWarnings("WaitNotInLoop") // both callers ask again in a loop
    private void await() {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Nobody works on when this returns: what comes next may use what the jobs used. */
    private void end(List<Thread> pool) {
        synchronized (this) {
            isOver = true;
            notifyAll();
        }
        for (Thread thread : pool) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
