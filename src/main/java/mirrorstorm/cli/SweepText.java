package mirrorstorm.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.SweepPlan;

/** A sweep as a table for people: a row for each cell. */
final class SweepText {

    private static final int WIDTH = 14;

    private SweepText() {}

    static String of(SweepPlan plan, Collection<Cell> cells) {
        StringBuilder text = new StringBuilder();
        text.append(OptionProblems.TEXTS.text(
                        "sweep.title",
                        plan.scenario().title(),
                        plan.scenario().id(),
                        plan.scenario().seed(),
                        MeasureText.meanTitle(plan.measure())))
                .append('\n');
        List<String> paths =
                plan.axes().stream().map(Axis::lever).map(lever -> lever.path()).toList();
        text.append(columns(paths, paths))
                .append(OptionProblems.TEXTS.text("sweep.columns"))
                .append('\n');
        for (Cell cell : cells) {
            Interval mean = cell.mean(plan.measure());
            String median = MeasureText.median(
                    plan.measure(), cell.medianUnrestricted(plan.measure()).value());
            text.append(columns(plan.valueTexts(cell.index()), paths))
                    .append(String.format(
                            Locale.ROOT,
                            "%18s %10s   %-22s %5d%n".replace("%n", "\n"),
                            median,
                            MeasureText.value(plan.measure(), mean.value()),
                            ends(plan.measure(), mean),
                            cell.outcomes().size()));
        }
        return text.toString();
    }

    private static String ends(Measure measure, Interval mean) {
        return mean.hasEnds()
                ? OptionProblems.TEXTS.text(
                        "interval", MeasureText.value(measure, mean.low()), MeasureText.value(measure, mean.high()))
                : OptionProblems.TEXTS.text("interval.none");
    }

    private static String columns(List<String> texts, List<String> paths) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            int width = Math.max(WIDTH, paths.get(i).length());
            row.append(texts.get(i))
                    .append(" ".repeat(width - Math.min(width, texts.get(i).length()) + 2));
        }
        return row.toString();
    }
}
