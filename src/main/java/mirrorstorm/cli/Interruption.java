package mirrorstorm.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: asks a run to stop, and waits a moment for it to put its temporary files away before the program ends.
 * Asked from any thread, looked at by the one that runs.
 */
final class Interruption {

    /** How long the end of the program waits for the run to stop. */
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean isAsked;

    /** Says that a run, and whatever it was writing, was stopped before its end. */
    static final class StoppedException extends IOException {
        StoppedException(String message) {
            super(message);
        }
    }

    /** Listens to the operating system from now on. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "interruption"));
    }

    /** The program is about to end by itself, or because somebody said so. */
    private void onShutdown() {
        isAsked = true;
        try {
            boolean unused = stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void ask() {
        isAsked = true;
    }

    /** Whether somebody wants the run to stop. */
    boolean isAsked() {
        return isAsked;
    }

    /** Nothing is left to be put away. */
    void stopped() {
        stopped.countDown();
    }
}
