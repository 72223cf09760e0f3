package mirrorstorm.cli;

import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.engine.Nanos;
import mirrorstorm.picture.text.DifferenceText;
import mirrorstorm.run.remedy.LastExit;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;

/** What remedies do, in some lines for people. */
final class RemedyText {

    private static final double PERCENT = 100;

    private RemedyText() {}

    static String of(LastExit exit, List<String> interventions) {
        StringBuilder text = new StringBuilder();
        Scenario scenario = exit.question().scenario();
        add(text, "exit.title", scenario.title(), scenario.id(), scenario.seed());
        add(
                text,
                "exit.question",
                String.join(", ", interventions),
                exit.question().criterion().text(),
                Math.round(PERCENT * exit.question().share()));
        OptionalLong latest = exit.latestNanos();
        OptionalLong tooLate = exit.tooLateNanos();
        if (exit.never()) {
            add(text, "exit.never");
        } else if (tooLate.isEmpty()) {
            add(text, "exit.always", time(exit.question().to().toNanos()));
        } else {
            add(text, "exit.found", time(latest.orElseThrow()), time(tooLate.getAsLong()));
        }
        exit.tooSoonNanos().ifPresent(nanos -> add(text, "exit.soon", time(nanos)));
        exit.surelyNanos().ifPresent(nanos -> add(text, "exit.surely", time(nanos)));
        exit.surelyTooLateNanos().ifPresent(nanos -> add(text, "exit.surelyLate", time(nanos)));
        add(text, "exit.tried");
        exit.tried()
                .forEach(attempt -> text.append("  ").append(attempt(attempt)).append('\n'));
        return text.toString();
    }

    static String attempt(LastExit.Attempt attempt) {
        String key = attempt.timeNanos().isPresent() ? "exit.attempt" : "exit.attempt.none";
        return OptionProblems.TEXTS.text(
                key,
                time(attempt.timeNanos().orElse(0)),
                attempt.successes(),
                attempt.replications(),
                ForecastText.share(attempt.share()));
    }

    static String of(Scenario scenario, Runbook runbook, int moves) {
        StringBuilder text = new StringBuilder();
        add(text, "runbook.title", scenario.title(), scenario.id(), scenario.seed());
        add(
                text,
                "runbook.question",
                moves,
                runbook.criterion().text(),
                runbook.with().size());
        add(text, "runbook.success", ForecastText.share(runbook.success()));
        add(text, "runbook.without", ForecastText.share(runbook.successIfNobodyActs()));
        add(
                text,
                "runbook.gain",
                DifferenceText.whole(runbook.gain().value()),
                DifferenceText.wholeRange(runbook.gain()));
        return text.toString();
    }

    private static String time(long nanos) {
        return Durations.rough(Nanos.toSeconds(nanos));
    }

    private static void add(StringBuilder text, String key, Object... arguments) {
        text.append(OptionProblems.TEXTS.text(key, arguments)).append('\n');
    }
}
