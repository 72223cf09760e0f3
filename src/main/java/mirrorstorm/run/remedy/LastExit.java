package mirrorstorm.run.remedy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.batch.Trial;
import mirrorstorm.run.batch.Work;
import mirrorstorm.scenario.Scenario;

/**
 * The latest moment at which a remedy still keeps an outcome, found by bisection over the moment, with the runs that
 * show it. Every moment is tried in the same replications, so chance does not tell one from another. It is taken that
 * what works late works sooner, too; the tried moments are listed, so that anybody can see whether it does.
 *
 * @param question what was asked
 * @param tried    the moments that were tried, in order of time
 * @param never    whether the remedy does not even work at the earliest moment
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
    public static LastExit find(ExitQuestion question, int threads, Work work, Consumer<Attempt> told) {
        return new Search(question, threads, work, told).run();
    }

    /** The latest moment that was tried at which it works; empty if there is none. */
    public OptionalLong latestNanos() {
        return tried.stream()
                .filter(each -> each.timeNanos().isPresent() && works(each))
                .mapToLong(each -> each.timeNanos().orElseThrow())
                .max();
    }

    /** The earliest moment that was tried and is too late; empty if none is. */
    public OptionalLong tooLateNanos() {
        return tried.stream()
                .filter(each -> each.timeNanos().isPresent() && !works(each))
                .mapToLong(each -> each.timeNanos().orElseThrow())
                .min();
    }

    /** The latest moment at which it works for sure: the whole interval of the share is above what was asked. */
    public OptionalLong surelyNanos() {
        return tried.stream()
                .filter(each -> each.timeNanos().isPresent() && each.share().low() >= question.share())
                .mapToLong(each -> each.timeNanos().orElseThrow())
                .max();
    }

    /** The earliest moment from which it is too late for sure: the whole interval of the share is below. */
    public OptionalLong surelyTooLateNanos() {
        return tried.stream()
                .filter(each -> each.timeNanos().isPresent() && each.share().high() < question.share())
                .mapToLong(each -> each.timeNanos().orElseThrow())
                .min();
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
        private final Work work;
        private final Consumer<Attempt> told;
        private final List<Attempt> tried = new ArrayList<>();

        Search(ExitQuestion question, int threads, Work work, Consumer<Attempt> told) {
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
            boolean always = !never && works(attempt(OptionalLong.of(high)));
            while (!never && !always && high - low > resolution) {
                long middle = low + (high - low) / 2;
                long rounded = Math.min(high - 1, Math.max(low + 1, middle / resolution * resolution));
                if (works(attempt(OptionalLong.of(rounded)))) {
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
                    .holds(Trial.outcome(scenario, so.replications() + job, question.engine(), work)));
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
