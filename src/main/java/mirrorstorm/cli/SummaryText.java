package mirrorstorm.cli;

import java.util.List;
import java.util.Locale;
import mirrorstorm.engine.Nanos;
import mirrorstorm.run.MilestoneResult;
import mirrorstorm.run.RunResult;
import mirrorstorm.run.Summary;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.Scenario;

/** What a run came to, in a few lines for people. */
final class SummaryText {

    private static final MessageBundle TEXTS = OptionProblems.TEXTS;

    private SummaryText() {}

    /** The lines, each ending with {@code \n}. */
    static String of(Scenario scenario, RunResult result) {
        Summary summary = result.summary();
        StringBuilder text = new StringBuilder();
        line(
                text,
                "summary.title",
                MessageBundle.printable(scenario.title()),
                result.scenarioId(),
                result.seed(),
                engine(result));
        line(
                text,
                "summary.run",
                Durations.rough(summary.simulatedSeconds()),
                Durations.rough(summary.wallSeconds()),
                count(summary.events()),
                count(Math.round(summary.probes())));
        text.append('\n');
        line(
                text,
                summary.stuckPeak() > 0 ? "summary.stuck" : "summary.stuckBriefly",
                percent(summary.stuckPeak()),
                Durations.rough(summary.stuckPeakAtSeconds()),
                percent(summary.stuckPeakInstant()),
                count(summary.volumes()));
        line(
                text,
                "summary.end",
                percent(summary.stuckFinal()),
                percent(summary.unreachableFinal()),
                percent(summary.lost()));
        line(text, "summary.nodes", count(summary.nodes()), count(summary.nodesCrashed()));
        text.append(outcome(summary)).append('\n');
        milestones(text, result.milestones());
        line(text, "summary.trace", summary.traceHash());
        return text.toString();
    }

    private static String engine(RunResult result) {
        return result.engine().name().toLowerCase(Locale.ROOT);
    }

    private static String outcome(Summary summary) {
        if (summary.collapsed()) {
            return TEXTS.text("summary.collapsed");
        } else if (!summary.recovered()) {
            return TEXTS.text("summary.notRecovered");
        } else if (summary.recoveryNanos().isEmpty()) {
            return TEXTS.text("summary.neverBroken");
        }
        return TEXTS.text(
                "summary.recovered",
                Durations.rough(Nanos.toSeconds(summary.recoveryNanos().getAsLong())));
    }

    private static void milestones(StringBuilder text, List<MilestoneResult> milestones) {
        if (milestones.isEmpty()) {
            return;
        }
        text.append('\n').append(TEXTS.text("summary.milestones")).append('\n');
        for (MilestoneResult result : milestones) {
            Milestone milestone = result.milestone();
            String verdict = !result.isReached() ? "notReached" : result.within() ? "within" : "off";
            text.append(String.format(
                    Locale.ROOT,
                    "  %-26s %-12s %-10s %10s %10s  %s\n",
                    milestone.id(),
                    when(milestone),
                    milestone.metric(),
                    Numbers.text(milestone.published()),
                    Double.isNaN(result.simulated()) ? "-" : String.format(Locale.ROOT, "%.4f", result.simulated()),
                    TEXTS.text("summary." + verdict)));
        }
        text.append('\n');
    }

    private static String when(Milestone milestone) {
        if (milestone.when() instanceof Milestone.Within within) {
            return Durations.format(within.from()) + "-" + Durations.format(within.to());
        }
        return milestone.when() instanceof Milestone.At at ? Durations.format(at.time()) : "";
    }

    private static void line(StringBuilder text, String key, Object... arguments) {
        text.append(TEXTS.text(key, arguments)).append('\n');
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
