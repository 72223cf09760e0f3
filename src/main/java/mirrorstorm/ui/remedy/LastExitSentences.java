package mirrorstorm.ui.remedy;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.remedy.LastExit;
import mirrorstorm.ui.timeline.ExitMark;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;

/** A last exit in sentences and as a mark, with the runs that show it. */
final class LastExitSentences {

    private static final double PERCENT = 100;

    private LastExitSentences() {}

    static String of(Remedy remedy, LastExit exit) {
        String found = found(remedy, exit);
        OptionalLong tooSoon = exit.tooSoonNanos();
        return exit.never() || tooSoon.isEmpty()
                ? found
                : UiMessages.text("exit.soon", found, Times.brief(tooSoon.getAsLong()));
    }

    private static String found(Remedy remedy, LastExit exit) {
        String what = remedy.text();
        String keeps = criterion(exit.question().criterion());
        String asked = share(exit.question().share());
        String without = successes(exit.without());
        OptionalLong latest = exit.latestNanos();
        OptionalLong tooLate = exit.tooLateNanos();
        if (exit.never() || latest.isEmpty()) {
            LastExit.Attempt first = exit.tried().get(0);
            return UiMessages.text("exit.never", what, keeps, at(first), statistics(first), without);
        } else if (tooLate.isEmpty()) {
            String at = Times.brief(latest.getAsLong());
            return UiMessages.text("exit.always", what, keeps, at, statistics(attempt(exit, latest)), without);
        }
        return UiMessages.text(
                "exit.found",
                what,
                Times.brief(latest.getAsLong()),
                asked,
                keeps,
                statistics(attempt(exit, latest)),
                Times.brief(tooLate.getAsLong()),
                successes(attempt(exit, tooLate)),
                without);
    }

    /** The mark: the flag at the latest moment that works, the zone up to where it is too late for sure. */
    static Optional<ExitMark> mark(Remedy remedy, LastExit exit) {
        OptionalLong latest = exit.latestNanos();
        if (latest.isEmpty() || exit.tooLateNanos().isEmpty()) {
            return Optional.empty();
        }
        long surely = exit.surelyNanos().orElse(exit.question().from().toNanos());
        long late = exit.surelyTooLateNanos().orElse(exit.question().to().toNanos());
        String text = UiMessages.text(
                "exit.flag",
                remedy.text(),
                Times.brief(latest.getAsLong()),
                share(exit.question().share()),
                Times.brief(surely),
                Times.brief(late));
        return Optional.of(new ExitMark(latest.getAsLong(), Math.min(surely, latest.getAsLong()), late, text));
    }

    private static LastExit.Attempt attempt(LastExit exit, OptionalLong timeNanos) {
        return exit.tried().stream()
                .filter(each -> each.timeNanos().equals(timeNanos))
                .max(Comparator.comparingInt(LastExit.Attempt::replications))
                .orElseThrow();
    }

    private static String at(LastExit.Attempt attempt) {
        return Times.brief(attempt.timeNanos().orElse(0));
    }

    private static String successes(LastExit.Attempt attempt) {
        return UiMessages.text(
                "exit.of", UiMessages.count(attempt.successes()), UiMessages.count(attempt.replications()));
    }

    private static String statistics(LastExit.Attempt attempt) {
        Interval interval = attempt.share();
        return UiMessages.text("exit.statistics", successes(attempt), share(interval.low()), share(interval.high()));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", PERCENT * share);
    }

    /** Such as {@code peak stuck < 20 %}. */
    private static String criterion(Criterion criterion) {
        if (criterion.measure().kind() == Measure.Kind.TRUTH) {
            return criterion.text();
        }
        return MeasureText.title(criterion.measure()) + " "
                + criterion.operator().symbol() + " " + MeasureText.value(criterion.measure(), criterion.threshold());
    }
}
