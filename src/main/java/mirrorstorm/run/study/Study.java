package mirrorstorm.run.study;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import mirrorstorm.run.batch.CancellationToken;

/**
 * A question that takes many runs to answer. The answer depends on the question alone: the number of threads, pauses
 * and whatever else the computer does change nothing. The command line and the windows run every study in the same way.
 *
 * @param <P> what is told on the way, part by part
 * @param <R> what it comes to
 */
@FunctionalInterface
public interface Study<P, R> {

    /**
     * Makes the runs; blocks until that is done.
     *
     * @param threads how many runs at a time, &gt;= 1
     * @param work    is told how many runs there are and how many are done, and may call it off
     * @param told    gets what is known so far, on this thread
     * @throws CancellationException if the work was cancelled
     * @throws IOException           if a file that it needs cannot be read or written; the message says which
     */
    R answer(int threads, CancellationToken work, Consumer<P> told) throws IOException;
}
