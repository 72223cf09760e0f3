package mirrorstorm.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Subject;
import mirrorstorm.run.MilestoneResult;
import mirrorstorm.run.RunResult;
import mirrorstorm.run.SubjectOutcome;
import mirrorstorm.run.Summary;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.Spread;

/** What a run came to, in a few lines for people. */
final class SummaryText {

    private static final double PERCENT = 100;
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
                stuckKey(summary),
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
        if (summary.underReplicated() > 0) {
            line(text, "summary.underReplicated", percent(summary.underReplicated()));
        }
        text.append(outcome(summary)).append('\n');
        subjects(text, summary);
        milestones(text, scenario, result);
        line(text, "summary.trace", summary.traceHash());
        return text.toString();
    }

    private static String engine(RunResult result) {
        return result.engine().name().toLowerCase(Locale.ROOT);
    }

    private static String outcome(Summary summary) {
        if (!summary.recovered()) {
            return TEXTS.text("summary.notRecovered");
        } else if (summary.recoveryNanos().isEmpty()) {
            return TEXTS.text("summary.neverBroken");
        }
        return TEXTS.text(
                "summary.recovered",
                Durations.rough(Nanos.toSeconds(summary.recoveryNanos().getAsLong())));
    }

    private static String stuckKey(Summary summary) {
        if (!summary.evidence().shows("stuckPeak")) {
            return "summary.stuckUnknown";
        }
        return summary.stuckPeak() > 0 ? "summary.stuck" : "summary.stuckBriefly";
    }

    /** What collapsed, and where there is more than volumes, what became of each. */
    private static void subjects(StringBuilder text, Summary summary) {
        for (Subject subject : Subject.values()) {
            SubjectOutcome outcome = summary.subjects().get(subject);
            if (outcome != null && summary.subjects().size() > 1) {
                String name = TEXTS.text("summary.subject." + subject);
                line(text, "summary.subject", name, recovery(outcome));
            }
            if (outcome != null && outcome.collapsed()) {
                String key = subject == Subject.VOLUMES ? "summary.collapsed" : "summary.collapsed." + subject;
                line(text, key);
            }
        }
    }

    private static String recovery(SubjectOutcome outcome) {
        if (!outcome.recovered()) {
            return TEXTS.text("summary.subject.not");
        }
        return outcome.recoveryNanos().isPresent()
                ? TEXTS.text(
                        "summary.subject.at",
                        Durations.rough(Nanos.toSeconds(outcome.recoveryNanos().getAsLong())))
                : TEXTS.text("summary.subject.never");
    }

    private static void milestones(StringBuilder text, Scenario scenario, RunResult run) {
        List<MilestoneResult> milestones = run.milestones();
        if (milestones.isEmpty()) {
            return;
        }
        Optional<Spread> spread = run.spread();
        String title = spread.isPresent() ? "summary.milestones.spread" : "summary.milestones";
        text.append('\n').append(TEXTS.text(title)).append('\n');
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
                    number(result.simulated()),
                    spread.flatMap(known -> known.band(milestone.id()))
                            .map(band -> withBand(TEXTS.text("summary." + verdict), band))
                            .orElse(TEXTS.text("summary." + verdict))));
        }
        text.append('\n');
        spread.ifPresent(known -> spread(text, scenario, known, milestones));
    }

    private static String withBand(String verdict, Spread.Band band) {
        String ends = TEXTS.text("summary.band", number(band.p05()), number(band.p95()));
        return String.format(Locale.ROOT, "%-16s  %s", verdict, ends);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** Where this run lies among those that differ from it by chance alone. */
    private static void spread(StringBuilder text, Scenario scenario, Spread spread, List<MilestoneResult> milestones) {
        int all = milestones.size();
        line(
                text,
                "summary.spread",
                spread.replications(),
                spread.medianWithin(),
                all,
                Math.round(PERCENT * spread.allWithin()));
        if (milestones.stream().allMatch(MilestoneResult::isReached)) {
            double[] values =
                    milestones.stream().mapToDouble(MilestoneResult::simulated).toArray();
            line(text, "summary.spread.wilder", Math.round(PERCENT * spread.wilderThan(values)));
        }
        if (scenario.seed() == Library.bundled(scenario.id()).seed()) {
            line(text, "summary.spread.chosen", scenario.seed());
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
