package mirrorstorm.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;

/** Reads the values of options. What is wrong is complained about, and something harmless taken instead. */
final class Options {

    private Options() {}

    static Duration duration(String option, Optional<String> text, Duration absent, OptionProblems problems) {
        try {
            return text.isPresent() ? Durations.parse(text.get()) : absent;
        } catch (ValueException e) {
            problems.add(option, e);
            return absent;
        }
    }

    /** A whole number in [1, max]. */
    static int count(String option, Optional<String> text, int absent, int max, OptionProblems problems) {
        if (text.isEmpty()) {
            return absent;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        problems.add(option, OptionProblems.TEXTS.text("count.wrong", max, MessageBundle.clipped(text.get())), "");
        return absent;
    }

    /** A share, more than 0 and less than 1. */
    static double share(String option, Optional<String> text, double absent, OptionProblems problems) {
        if (text.isEmpty()) {
            return absent;
        }
        OptionalDouble share = Numbers.parseShare(text.get());
        if (share.isPresent() && share.getAsDouble() > 0 && share.getAsDouble() < 1) {
            return share.getAsDouble();
        }
        problems.add(option, OptionProblems.TEXTS.text("share.wrong", MessageBundle.clipped(text.get())), "");
        return absent;
    }

    /** A goal, which runs of the scenario are able to show. */
    static Optional<Criterion> criterion(String option, String text, Scenario scenario, OptionProblems problems) {
        try {
            return Optional.of(Criterion.parse(text, scenario));
        } catch (ValueException e) {
            problems.add(option, e);
            return Optional.empty();
        }
    }

    static Optional<Output> output(String option, Optional<String> text, OptionProblems problems) {
        return text.flatMap(named -> Output.of(option, named, problems));
    }
}
