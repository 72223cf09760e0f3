package mirrorstorm.run.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** Says which job failed; the cause says how. */
    public static final class FailedException extends RuntimeException {

        private final int index;

        FailedException(int index, int count, Throwable cause) {
            super("run " + index + " of " + count + " (counted from 0) failed: " + cause.getMessage(), cause);
            this.index = index;
        }

        /** The number of the job. */
        public int index() {
            return index;
        }
    }

    private record Numbered<T>(int index, T result) {}

    private final int count;
    private final int threads;
    private final CancellationToken work;
    private final Supplier<IntFunction<T>> worker;

    /** What does jobs and does none just now: never more than there are threads. */
    private final Queue<IntFunction<T>> idle = new ConcurrentLinkedQueue<>();

    private final AtomicInteger workerCount = new AtomicInteger();

    private Replications(int count, int threads, CancellationToken work, Supplier<IntFunction<T>> worker) {
        this.count = count;
        this.threads = threads;
        this.work = work;
        this.worker = worker;
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
     * Nobody works on when this returns or throws: what comes next may use what the jobs used.
     *
     * @param threads how many at a time, &gt;= 1
     * @param worker  makes what does jobs, one at a time, with whatever memory they share; asked at most once for each
     *                thread
     * @throws CancellationException if the work was cancelled before all were done
     * @throws FailedException       if a job failed: the first that did, and the others are given up
     */
    public static <T> void run(
            int count, int threads, CancellationToken work, Supplier<IntFunction<T>> worker, Receiver<T> receiver) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, was " + threads);
        }
        if (count > 0) {
            new Replications<T>(count, Math.min(threads, count), work, worker).run(receiver);
        }
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

    private void run(Receiver<T> receiver) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "replications");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<Numbered<T>> done = new ExecutorCompletionService<>(pool);
            Map<Integer, T> early = new HashMap<>();
            int submitted = 0;
            for (int index = 0; index < count; index++) {
                for (; submitted < count && submitted - index < AHEAD_MAX * threads; submitted++) {
                    int next = submitted;
                    done.submit(() -> new Numbered<>(next, result(next)));
                }
                receiver.accept(index, take(index, early, done));
            }
        } finally {
            end(pool);
        }
    }

    /** One job, on a thread of the pool. */
    private T result(int index) {
        work.goOn();
        try {
            IntFunction<T> mine = idle.poll();
            if (mine == null) {
                mine = worker.get();
                assert workerCount.incrementAndGet() <= threads : "one for each thread";
            }
            T result = mine.apply(index);
            idle.add(mine);
            work.finish(1);
            return result;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | Error problem) { // the one handler of this thread
            throw new FailedException(index, count, problem);
        }
    }

    private static <T> T take(int index, Map<Integer, T> early, CompletionService<Numbered<T>> done) {
        try {
            @Nullable T known = early.remove(index);
            while (known == null) {
                Numbered<T> next = done.take().get();
                if (next.index() == index) {
                    known = next.result();
                } else {
                    early.put(next.index(), next.result());
                }
            }
            return known;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new AssertionError("a job throws nothing else", e);
        }
    }

    private static CancellationException interrupted(InterruptedException cause) {
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }

    /** Interrupts the jobs that go on, and waits until they have seen it. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean isInterrupted = false;
        boolean isOver = false;
        while (!isOver) {
            try {
                isOver = pool.awaitTermination(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
