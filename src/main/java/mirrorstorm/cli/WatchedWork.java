package mirrorstorm.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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
    private long startNanos;
    private volatile long toldNanos;

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
        ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(look -> {
            Thread thread = new Thread(look, "progress");
            thread.setDaemon(true);
            return thread;
        });
        startNanos = wallNanos.getAsLong();
        toldNanos = startNanos;
        ScheduledFuture<?> watch =
                watcher.scheduleWithFixedDelay(() -> look(work), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        try {
            return task.apply(work);
        } catch (CancellationException e) {
            String share = Long.toString(Math.round(100 * work.doneShare()));
            Interruption.StoppedException stopped =
                    new Interruption.StoppedException(OptionProblems.TEXTS.text("work.stopped", share));
            stopped.initCause(e);
            throw stopped;
        } finally {
            watch.cancel(false);
            watcher.shutdown();
        }
    }

    private void look(CancellationToken work) {
        if (console.interruption().isAsked()) {
            work.cancel();
        }
        long now = wallNanos.getAsLong();
        if (!isQuiet && now - toldNanos >= Progress.PAUSE_NANOS && work.doneCount() > 0) {
            toldNanos = now;
            tell(work, Nanos.toSeconds(now - startNanos));
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
