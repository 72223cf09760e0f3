package mirrorstorm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.scenario.Scenario;

/**
 * The days of a fitted scenario, every six hours since the trigger: medians over replications, and from the 5th to the
 * 95th percentile. Prints comma-separated values, and Markdown beside an earlier such file, for
 * {@code src/docs/fit.md}.
 *
 * <p>Arguments: scenario or file, replications, index of the first one, the file to write, and an earlier one to put
 * beside it.
 */
public final class DaysTable {

    private static final int STEP_HOURS = 6;
    private static final int LAST_HOUR = 96;

    /** The trigger comes ten minutes after the start of the run. */
    private static final Duration TRIGGER = Duration.ofMinutes(10);

    private static final List<Metric> METRICS = List.of(
            Metric.INSTANCES_STUCK,
            Metric.RESTORED,
            Metric.STUCK,
            Metric.SEARCHING,
            Metric.AWAITING_ELECTION,
            Metric.LOOP_GAIN);

    private DaysTable() {}

    public static void main(String[] args) throws Exception {
        Scenario scenario = MilestoneRuns.scenario(args[0], List.of());
        int first = Integer.parseInt(args[2]);
        List<Series> runs = IntStream.range(first, first + Integer.parseInt(args[1]))
                .parallel()
                .mapToObj(
                        replication -> MilestoneRuns.run(scenario, replication).series())
                .toList();
        Path file = Path.of(args[3]);
        Files.writeString(file, lines(runs));
        if (args.length > 4) {
            printBeside(Path.of(args[4]), file);
        }
    }

    private static String lines(List<Series> runs) {
        StringBuilder lines = new StringBuilder("hour");
        METRICS.forEach(metric -> lines.append("," + metric.key() + ",p5,p95"));
        for (int hour = 0; hour <= LAST_HOUR; hour += STEP_HOURS) {
            lines.append("\n").append(hour);
            for (Metric metric : METRICS) {
                double[] values = values(runs, metric, hour);
                lines.append(String.format(
                        Locale.ROOT,
                        ",%.5f,%.5f,%.5f",
                        MilestoneRuns.median(values),
                        MilestoneRuns.quantile(values, 0.05),
                        MilestoneRuns.quantile(values, 0.95)));
            }
        }
        return lines.append("\n").toString();
    }

    /** At the hour 0 nothing has happened yet but the trigger itself; the last is the end of the run, ten minutes early. */
    private static double[] values(List<Series> runs, Metric metric, int hour) {
        int minute = (int) TRIGGER.plusHours(hour).toMinutes();
        return runs.stream()
                .mapToDouble(series -> series.get(metric, Math.min(minute, series.size() - 1)))
                .sorted()
                .toArray();
    }

    private static void printBeside(Path before, Path after) throws IOException {
        List<double[]> old = read(before);
        List<double[]> now = read(after);
        System.out.println("| hours | databases stuck, before | after | volumes restored, before | after |"
                + " restored but not usable, before | after |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int i = 0; i < now.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (Metric metric : List.of(Metric.INSTANCES_STUCK, Metric.RESTORED, Metric.AWAITING_ELECTION)) {
                int column = 1 + 3 * METRICS.indexOf(metric);
                cells.add(percent(old.get(i), column, metric));
                cells.add(percent(now.get(i), column, metric));
            }
            System.out.printf(Locale.ROOT, "| %.0f | %s |%n", now.get(i)[0], String.join(" | ", cells));
        }
    }

    private static String percent(double[] row, int column, Metric metric) {
        String format = metric == Metric.RESTORED ? "%.2f %% (%.2f to %.2f)" : "%.1f %% (%.1f to %.1f)";
        return String.format(Locale.ROOT, format, 100 * row[column], 100 * row[column + 1], 100 * row[column + 2]);
    }

    /** The rows of such a file, without its heading. */
    static List<double[]> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
