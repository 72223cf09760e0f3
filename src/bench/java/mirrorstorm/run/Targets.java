package mirrorstorm.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Every target of the performance page against what this machine does, in fresh machines, medians: the engine first,
 * then the event list, then painting. Run: {@code mvn -Pbench test -Dbench.main=mirrorstorm.run.Targets}. Takes about
 * ten minutes, most of it the reference engine.
 */
public final class Targets {

    private static final int REPEATS = 5;

    private Targets() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.printf("%-52s %10s %10s %10s  %s%n", "engine", "target", "measured", "cpu", "");
        double[] event = median(List.of(), "WholeRun", "EVENT", "96", "RATES");
        row("aws-2011, network part, 96 h, s", 0.5, median(List.of(), "WholeRun", "NETWORK", "96", "RATES"), true);
        row("aws-2011, whole event, 96 h, s", 2, event, true);
        row("aws-2011, first 12 h, s", 0.4, median(List.of(), "WholeRun", "EVENT", "12", "RATES"), true);
        row("bytes allocated an event, 1 h to 7 h", 1, new double[] {event[3], Double.NaN}, true);
        double[] large = child(List.of("-Xmx1g"), "WholeRun", "LARGE", "96", "RATES");
        row("10,000 nodes, 1,000,000 volumes, 96 h, 1 GiB, s", 30, large, true);
        row("seek in aws-2011, p95, s", 0.1, seek(child(List.of(), "Seeks", "EVENT", "400")), true);
        row("seek in the 10,000 nodes, p95, s", 1, seek(child(List.of(), "Seeks", "LARGE", "60")), true);
        double[] fast = median(List.of(), "WholeRun", "EVENT", "2", "RATES");
        double[] plain = child(List.of(), "WholeRun", "EVENT", "2", "ROUNDS");
        double[] ratio = {plain[0] / fast[0], plain[1] / fast[1]};
        row("first 2 h, --engine rounds / rates", 20, ratio, false);
        show("mirrorstorm.engine.HoldComparison");
        show("org.openjdk.jmh.Main", "StageBench");
    }

    private static void row(String what, double target, double[] measured, boolean isMost) {
        boolean isMet = isMost ? measured[0] <= target : measured[0] >= target;
        System.out.printf(
                Locale.ROOT,
                "%-52s %10s %10.3f %10.3f  %s%n",
                what,
                (isMost ? "<= " : ">= ") + target,
                measured[0],
                measured[1],
                isMet ? "met" : "MISSED");
    }

    private static double[] seek(double[] percentiles) {
        return new double[] {percentiles[1], Double.NaN};
    }

    /** The run whose wall clock is the median of some. */
    private static double[] median(List<String> options, String main, String... args)
            throws IOException, InterruptedException {
        List<double[]> results = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            results.add(child(options, main, args));
        }
        results.sort((one, other) -> Double.compare(one[0], other[0]));
        return results.get(REPEATS / 2);
    }

    private static double[] child(List<String> options, String main, String... args)
            throws IOException, InterruptedException {
        Process process = start(options, "mirrorstorm.run." + main, args)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) {
            double[] failed = new double[8];
            Arrays.fill(failed, Double.NaN);
            return failed;
        }
        return Arrays.stream(printed.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static void show(String main, String... args) throws IOException, InterruptedException {
        System.out.println();
        start(List.of(), main, args).inheritIO().start().waitFor();
    }

    private static ProcessBuilder start(List<String> options, String main, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main);
        command.addAll(List.of(args));
        return new ProcessBuilder(command);
    }
}
