package mirrorstorm.run.forecast;

import java.time.Duration;
import mirrorstorm.run.batch.Replications;

/**
 * What is asked of a forecast.
 *
 * @param plan        what people do in the futures
 * @param futures     how many there are, in [1, {@link #FUTURES_MAX}]
 * @param window      how far a future goes at most
 * @param threads     how many futures are run at a time
 */
public record Question(Plan plan, int futures, Duration window, int threads) {

    /** More would say nothing new. */
    public static final int FUTURES_MAX = 10_000;

    /** How far a future goes where nothing else is said. */
    public static final Duration WINDOW = Duration.ofDays(2);

    /** How many futures there are where nothing else is said: the ends of a 90 % interval stand on five of them. */
    public static final int FUTURES = 100;

    /** What people do in the futures. */
    public enum Plan {
        /** What the run's timeline has still to come happens as planned. */
        AS_PLANNED,
        /** Nothing that is still to come is done, neither by an operator nor to the cluster. */
        IF_NOBODY_ACTS
    }

    public Question {
        if (futures < 1 || futures > FUTURES_MAX || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("no question: " + futures + " futures of " + window);
        }
    }

    /** The question that is scored: as planned, 100 futures of 48 hours, on all cores. */
    public static Question usual() {
        return new Question(Plan.AS_PLANNED, FUTURES, WINDOW, Replications.cores());
    }

    /** The usual question on all cores but one, and on one at least: a window beside it stays quick. */
    public static Question besideTheWindow() {
        return new Question(Plan.AS_PLANNED, FUTURES, WINDOW, Math.max(1, Replications.cores() - 1));
    }

    /** The same with another number of futures. */
    public Question withFutures(int other) {
        return new Question(plan, other, window, threads);
    }

    /** The same with people doing something else. */
    public Question withPlan(Plan other) {
        return new Question(other, futures, window, threads);
    }

    /** The same with so many futures at a time, which changes no answer. */
    public Question withThreads(int other) {
        return new Question(plan, futures, window, other);
    }
}
