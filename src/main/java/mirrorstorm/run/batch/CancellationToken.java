package mirrorstorm.run.batch;

import java.util.concurrent.CancellationException;

/**
 * A piece of long work, as seen from outside: how far it is, and whether it is to go on. Any thread may look and ask;
 * whoever does the work calls {@link #goOn} often.
 */
public final class CancellationToken {

    private int planned;
    private int done;
    private boolean isCancelled;
    private boolean isPaused;

    /** Asks for an end as soon as possible; cannot be taken back. */
    public synchronized void cancel() {
        isCancelled = true;
        notifyAll();
    }

    /** Asks to wait until {@link #resume}. */
    public synchronized void pause() {
        isPaused = true;
    }

    /** Lets paused work go on. */
    public synchronized void resume() {
        isPaused = false;
        notifyAll();
    }

    /** Whether an end was asked for. */
    public synchronized boolean isCancelled() {
        return isCancelled;
    }

    /** Whether it is to wait. */
    public synchronized boolean isPaused() {
        return isPaused;
    }

    /** How many parts are done. */
    public synchronized int doneCount() {
        return done;
    }

    /** How many parts there are, as far as is known. */
    public synchronized int plannedCount() {
        return planned;
    }

    /** How much is done, a share in [0, 1]; 0 before anything is known. */
    public synchronized double doneShare() {
        return planned == 0 ? 0 : (double) done / planned;
    }

    /** There will be so many parts more. */
    public synchronized void plan(int count) {
        planned += count;
    }

    /** Some parts are done, or turned out not to be needed. */
    public synchronized void finish(int count) {
        done += count;
    }

    /**
     * Waits while the work is paused.
     *
     * @throws CancellationException if it is to end, or this thread is
     */
    public synchronized void goOn() {
        while (isPaused && !isCancelled && !Thread.currentThread().isInterrupted()) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (isCancelled) {
            throw new CancellationException("the work was cancelled");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the thread was interrupted");
        }
    }
}
