package mirrorstorm.ui.forecast;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import mirrorstorm.run.ForkPoint;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.run.forecast.Question;
import org.jspecify.annotations.Nullable;

/** A forecast in the making: one thread makes it, another takes what is known, and only the latest. */
final class ForecastJob implements Runnable {

    private final int number;
    private final int run;
    private final ForkPoint present;
    private final Question question;
    private final CancellationToken work = new CancellationToken();
    private final AtomicReference<@Nullable Forecast> latest = new AtomicReference<>();
    private volatile boolean isOver;

    ForecastJob(int number, int run, ForkPoint present, Question question) {
        this.number = number;
        this.run = run;
        this.present = present;
        this.question = question;
    }

    @Override
    public void run() {
        try {
            latest.set(Forecast.of(present, question, work, latest::set));
        } catch (CancellationException e) {
            work.cancel(); // it may have been an interrupt
        } finally {
            isOver = true;
        }
    }

    void cancel() {
        work.cancel();
    }

    Question question() {
        return question;
    }

    ForkPoint present() {
        return present;
    }

    /** Whether nothing more will come; to be asked before {@link #take}. */
    boolean isOver() {
        return isOver;
    }

    int doneCount() {
        return work.doneCount();
    }

    double doneShare() {
        return work.doneShare();
    }

    /** What has become known since the last call. */
    Optional<ForecastRecord> take() {
        Forecast known = latest.getAndSet(null);
        return known == null ? Optional.empty() : Optional.of(new ForecastRecord(number, run, present.plan(), known));
    }
}
