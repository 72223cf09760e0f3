package mirrorstorm.run.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Replication;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.scenario.Scenario;

/**
 * The latest moment at which a remedy still keeps an outcome, found by bisection over the moment, with the runs that
 * show it. Every moment is tried in the same replications, so chance does not tell one from another. It is taken that
 * there is one stretch of time in which it works. A remedy may also come too soon: whoever stops the searches while
 * nodes are still isolated stops those that would have found room. If the earliest moment does not work, the search
 * goes on halving towards it until a moment does. The tried moments are listed, for anybody to see.
 *
 * @param question what was asked
 * @param tried    the moments that were tried, in order of time
 * @param never    whether the remedy works at no moment that was tried
 */
public record LastExit(ExitQuestion question, List<Attempt> tried, boolean never) {

    /** After each so many replications it is looked whether they say enough. */
    private static final int LOOK_EACH = 20;

    /** Of each look: stricter than that of the result, because there are several. */
    private static final double LOOK_CONFIDENCE = 0.99;

    /**
     * One moment and how the remedy did there.
     *
     * @param timeNanos    when the remedy came, nanoseconds since the start; empty if it never came
     * @param successes    replications in which the outcome was kept
     * @param replications that were run
     */
    public record Attempt(OptionalLong timeNanos, int successes, int replications) {

        /** The share of replications in which the outcome was kept. */
        public Interval share() {
            return Interval.ofShare(successes, replications);
        }
    }

    public LastExit {
        tried = tried.stream()
                .sorted(Comparator.comparingLong(each -> each.timeNanos().orElse(Long.MAX_VALUE)))
                .toList();
    }

    /**
     * Looks for it; blocks until it is found.
     *
     * @param told of each moment that was tried, on this thread
     * @throws CancellationException if the work was cancelled
     */
    public static LastExit find(ExitQuestion question, int threads, CancellationToken work, Consumer<Attempt> told) {
        return new Search(question, threads, work, told).run();
    }

    /** The latest moment that was tried at which it works; empty if there is none. */
    public OptionalLong latestNanos() {
        return moments(this::works).max();
    }

    /** The earliest moment that was tried and is too late; empty if none is. */
    public OptionalLong tooLateNanos() {
        return tooLate(each -> !works(each));
    }

    /** The latest moment that was tried and is too soon; empty if none is. */
    public OptionalLong tooSoonNanos() {
        long earliest = moments(this::works).min().orElse(Long.MIN_VALUE);
        return moments(each -> !works(each)).filter(nanos -> nanos < earliest).max();
    }

    /** The latest moment at which it works for sure: the whole interval of the share is above what was asked. */
    public OptionalLong surelyNanos() {
        return moments(each -> each.share().low() >= question.share()).max();
    }

    /** The earliest moment from which it is too late for sure: the whole interval of the share is below. */
    public OptionalLong surelyTooLateNanos() {
        return tooLate(each -> each.share().high() < question.share());
    }

    private OptionalLong tooLate(Predicate<Attempt> fails) {
        long latest = latestNanos().orElse(Long.MIN_VALUE);
        return moments(fails).filter(nanos -> nanos > latest).min();
    }

    private LongStream moments(Predicate<Attempt> which) {
        return tried.stream()
                .filter(each -> each.timeNanos().isPresent() && which.test(each))
                .mapToLong(each -> each.timeNanos().orElseThrow());
    }

    /** Whether it works often enough there. */
    public boolean works(Attempt attempt) {
        return attempt.share().value() >= question.share();
    }

    /** How it goes if the remedy never comes. */
    public Attempt without() {
        return tried.get(tried.size() - 1);
    }

    /** One search. */
    private static final class Search {

        private final ExitQuestion question;
        private final int threads;
        private final CancellationToken work;
        private final Consumer<Attempt> told;
        private final List<Attempt> tried = new ArrayList<>();

        Search(ExitQuestion question, int threads, CancellationToken work, Consumer<Attempt> told) {
            this.question = question;
            this.threads = threads;
            this.work = work;
            this.told = told;
        }

        LastExit run() {
            long resolution = question.resolution().toNanos();
            long low = question.from().toNanos();
            long high = question.to().toNanos();
            long steps = 2L + 64 - Long.numberOfLeadingZeros((high - low) / resolution + 1);
            work.plan(Math.toIntExact((steps + 1) * question.replications()));
            attempt(OptionalLong.empty());
            boolean never = !works(attempt(OptionalLong.of(low)));
            boolean always = high > low && works(attempt(OptionalLong.of(high)));
            never &= !always;
            while (!always && high - low > resolution) {
                long middle = low + (high - low) / 2;
                long rounded = Math.min(high - 1, Math.max(low + 1, middle / resolution * resolution));
                if (works(attempt(OptionalLong.of(rounded)))) {
                    never = false;
                    low = rounded;
                } else {
                    high = rounded;
                }
            }
            work.finish(work.plannedCount() - work.doneCount());
            return new LastExit(question, tried, never);
        }

        private boolean works(Attempt attempt) {
            return attempt.share().value() >= question.share();
        }

        private Attempt attempt(OptionalLong timeNanos) {
            Scenario scenario = question.scenario();
            if (timeNanos.isPresent()) {
                List<TimedIntervention> plan = new ArrayList<>(scenario.plan());
                for (Intervention each : question.remedy()) {
                    plan.add(new TimedIntervention(timeNanos.getAsLong(), each));
                }
                scenario = scenario.withTimeline(plan);
            }
            Attempt attempt = new Attempt(timeNanos, 0, 0);
            while (attempt.replications() < question.replications() && !isClear(attempt)) {
                attempt = lookAgain(scenario, attempt);
            }
            work.finish(question.replications() - attempt.replications());
            tried.add(attempt);
            told.accept(attempt);
            return attempt;
        }

        private Attempt lookAgain(Scenario scenario, Attempt so) {
            int count = Math.min(LOOK_EACH, question.replications() - so.replications());
            List<Boolean> kept = Replications.all(count, threads, work, job -> question.criterion()
                    .holds(Replication.outcome(scenario, so.replications() + job, question.engine(), work)));
            int successes = (int) kept.stream().filter(each -> each).count();
            return new Attempt(so.timeNanos(), so.successes() + successes, so.replications() + count);
        }

        private boolean isClear(Attempt attempt) {
            if (attempt.replications() == 0) {
                return false;
            }
            Interval share = Interval.ofShare(attempt.successes(), attempt.replications(), LOOK_CONFIDENCE);
            return share.low() > question.share() || share.high() < question.share();
        }
    }
}
