package mirrorstorm.run.forecast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import mirrorstorm.metrics.Subject;
import mirrorstorm.run.ForkPoint;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Replications;

/**
 * What many futures from one moment say together: immutable. Each future starts from the present state with fresh
 * random numbers, always the same for the same number, so a lever moved is judged with the same luck. A future ends
 * when all that the scenario has is recovered for ten minutes and nothing is to come that may break it, or at the end
 * of the window; one that is not recovered by then counts as beyond the horizon and is never dropped.
 *
 * @param question  what was asked
 * @param timeNanos the present, nanoseconds since the start of the run
 * @param futures   how many are in it so far
 * @param fan       how they spread
 * @param recovery  how long until the cluster is recovered, nanoseconds from the present: half of the futures are by
 *                  {@code value}, and one more future would lie between {@code low} and {@code high} with 90 %;
 *                  infinite where that lies beyond the window
 * @param beyond    the share of futures that are not recovered within the window
 * @param collapse  for each of the things that the scenario has the share of futures in which it collapses
 * @param standing  whether something is wrong at the present moment
 */
public record Forecast(
        Question question,
        long timeNanos,
        int futures,
        Fan fan,
        Interval recovery,
        Interval beyond,
        Map<Subject, Interval> collapse,
        ForkPoint.Standing standing) {

    public Forecast {
        collapse = Collections.unmodifiableMap(new EnumMap<>(collapse));
    }

    /** Samples of a future after its first: every half hour of two days. */
    static final int STEPS = 96;

    /** How probably the truth lies in the interval of the recovery. */
    static final double CONFIDENCE = 0.9;

    /** With fewer than these a fan has no edges to speak of. */
    private static final int FIRST = 4;

    /**
     * Runs the futures; blocks until all are done.
     *
     * @param partial told, on this thread, what the first so many futures say, more often at first; always the first
     *                ones by number, as those that end soon would bias it
     * @throws CancellationException if the work was cancelled
     */
    public static Forecast of(
            ForkPoint present, Question question, CancellationToken work, Consumer<Forecast> partial) {
        List<Future> futures = new ArrayList<>();
        work.plan(question.futures());
        Replications.run(
                question.futures(),
                question.threads(),
                work,
                () -> new FutureRunner(present, question, STEPS, work)::future,
                (index, future) -> {
                    futures.add(future);
                    if (isWorthTelling(futures.size()) && futures.size() < question.futures()) {
                        partial.accept(of(present, question, futures));
                    }
                });
        return of(present, question, futures);
    }

    /** At 4, 6, 9, 13, 19 ... futures: each time half as many again. */
    private static boolean isWorthTelling(int count) {
        int next = FIRST;
        while (next < count) {
            next += next / 2;
        }
        return next == count;
    }

    private static Forecast of(ForkPoint present, Question question, List<Future> futures) {
        double[] recovery =
                futures.stream().mapToDouble(Forecast::recoveryNanos).sorted().toArray();
        int beyond = (int) futures.stream()
                .filter(future -> future.recoveryNanos().isEmpty())
                .count();
        Map<Subject, Interval> collapse = new EnumMap<>(Subject.class);
        for (Subject subject : Subject.of(present.scenario().settings())) {
            long collapsed = futures.stream()
                    .filter(future -> future.collapsed().contains(subject))
                    .count();
            collapse.put(subject, Interval.ofShare((int) collapsed, futures.size()));
        }
        return new Forecast(
                question,
                present.timeNanos(),
                futures.size(),
                Fan.of(present.timeNanos(), question.window().toNanos() / STEPS, futures),
                Interval.predictionInterval(recovery, CONFIDENCE),
                Interval.ofShare(beyond, futures.size()),
                collapse,
                present.standing());
    }

    private static double recoveryNanos(Future future) {
        return future.recoveryNanos().isPresent() ? future.recoveryNanos().getAsLong() : Double.POSITIVE_INFINITY;
    }

    /**
     * How long it takes in the run itself, nanoseconds from the present, as planned and judged like a future;
     * infinite if beyond the window. This is what a forecast is scored against.
     */
    public static double truthNanos(ForkPoint present, Question question, CancellationToken work) {
        return recoveryNanos(new FutureRunner(present, question, STEPS, work).truth());
    }

    /** The share of futures in which these collapse; NaN if the scenario has none. */
    public Interval collapse(Subject subject) {
        return collapse.getOrDefault(subject, new Interval(Double.NaN, Double.NaN, Double.NaN));
    }

    /** Whether nothing is wrong, and nothing will be in nine futures of ten: there is no recovery to speak of. */
    public boolean isQuiet() {
        return standing != ForkPoint.Standing.BROKEN && recovery.high() == 0;
    }

    /** Whether what happened lies in the interval of {@link #recovery}. */
    public boolean covers(double truthNanos) {
        return truthNanos >= recovery.low() && truthNanos <= recovery.high();
    }
}
