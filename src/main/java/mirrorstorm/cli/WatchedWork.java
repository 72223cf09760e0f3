package mirrorstorm.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import mirrorstorm.engine.Nanos;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.scenario.Durations;

/** Does long work while another thread tells how far it is and looks whether somebody wants it to stop. */
final class WatchedWork {

    private static final long LOOK_MILLIS = 100;

    private final Console console;
    private final boolean isQuiet;
    private final LongSupplier wallNanos;

    /** @param isQuiet whether to keep progress to itself */
    WatchedWork(Console console, boolean isQuiet) {
        this.console = console;
        this.isQuiet = isQuiet;
        wallNanos = System::nanoTime;
    }

    /** Something that takes long; it plans its parts itself. */
    @FunctionalInterface
    interface Task<T, E extends Exception> {
        T apply(CancellationToken work) throws E;
    }

    /**
     * Does it.
     *
     * @throws Interruption.StoppedException if somebody wanted it to stop before its end
     */
    <T, E extends Exception> T run(Task<T, E> task) throws E, Interruption.StoppedException {
        CancellationToken work = new CancellationToken();
        CountDownLatch isOver = new CountDownLatch(1);
        Thread watcher = new Thread(() -> watch(work, isOver), "progress");
        watcher.setDaemon(true);
        watcher.start();
        try {
            return task.apply(work);
        } catch (CancellationException e) {
            String share = Long.toString(Math.round(100 * work.doneShare()));
            Interruption.StoppedException stopped =
                    new Interruption.StoppedException(OptionProblems.TEXTS.text("work.stopped", share));
            stopped.initCause(e);
            throw stopped;
        } finally {
            isOver.countDown();
        }
    }

    private void watch(CancellationToken work, CountDownLatch isOver) {
        long start = wallNanos.getAsLong();
        long told = start;
        try {
            while (!isOver.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (console.interruption().isAsked()) {
                    work.cancel();
                }
                long now = wallNanos.getAsLong();
                if (!isQuiet && now - told >= Progress.PAUSE_NANOS && work.doneCount() > 0) {
                    told = now;
                    tell(work, Nanos.toSeconds(now - start));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(CancellationToken work, double seconds) {
        double share = work.doneShare();
        console.err()
                .println(OptionProblems.TEXTS.text(
                        "work.progress",
                        work.doneCount(),
                        work.plannedCount(),
                        Math.round(100 * share),
                        Durations.rough(seconds * (1 - share) / share)));
    }
}
