package mirrorstorm.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Every target of the performance page against what this machine does, in fresh machines, medians, as the tables of
 * that page: the engine, start-up and window (with a display), the event list, painting. Takes about ten minutes.
 *
 * <p>{@code xvfb-run -a mvn -Pbench test -Dbench.main=mirrorstorm.run.Targets}
 */
public final class Targets {

    private static final int REPEATS = 5;

    /** How a machine is started for one short run: it would be over before the second compiler has caught up. */
    private static final List<String> ONE_RUN = List.of("-XX:TieredStopAtLevel=1");

    private Targets() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        long from = System.nanoTime();
        Row.head();
        double[] network = median(ONE_RUN, "EngineRun", "NETWORK", "96");
        Row.atMost("`aws-2011`, network part, 96 h, the engine, s", 0.5, network[0], network[1]);
        double[] networkToo = median(List.of(), "EngineRun", "NETWORK", "96");
        Row.noted("the same with both compilers, s", networkToo[0], networkToo[1]);
        double[] engine = median(ONE_RUN, "EngineRun", "EVENT", "96");
        Row.atMost("`aws-2011`, whole event, 96 h, the engine, s", 2, engine[0], engine[1]);
        double[] event = median(List.of(), "WholeRun", "EVENT", "96", "RATES");
        Row.atMost("the same with both compilers, series, story and judgement, s", 2, event[0], event[1]);
        double[] first = median(ONE_RUN, "EngineRun", "EVENT", "12");
        Row.atMost("`aws-2011`, its first 12 h, the engine, s", 0.4, first[0], first[1]);
        double[] firstAll = median(ONE_RUN, "WholeRun", "EVENT", "12", "RATES");
        Row.noted("the same with series, story and judgement, s", firstAll[0], firstAll[1]);
        double[] firstToo = median(List.of(), "EngineRun", "EVENT", "12");
        Row.noted("the engine with both compilers, s", firstToo[0], firstToo[1]);
        double[] warm = child(List.of(), "WholeRun", "EVENT", "12", "RATES", "8");
        Row.noted("all told in a machine that is warm, s", warm[0], warm[1]);
        double[] large = child(List.of("-Xmx1g"), "WholeRun", "LARGE", "96", "RATES");
        Row.atMost("10,000 nodes, 1,000,000 volumes, 96 h, in 1 GiB, s", 30, large[0], large[1]);
        double[] fast = median(List.of(), "WholeRun", "EVENT", "2", "RATES");
        double[] plain = child(List.of(), "WholeRun", "EVENT", "2", "ROUNDS");
        Row.atLeast("first 2 h, `--engine rounds` / rates", 20, plain[0] / fast[0], plain[1] / fast[1]);
        Row.atMost("seek in `aws-2011`, 95th percentile, s", 0.1, seek("EVENT", "400"), Double.NaN);
        Row.atMost("seek in the 10,000 nodes, in 1 GiB, 95th percentile, s", 1, seek("LARGE", "60"), Double.NaN);
        Row.atMost("bytes allocated an event, 5 h to 7 h", 2, event[3], Double.NaN);
        if (System.getenv("DISPLAY") == null) {
            System.out.println("no display: start-up and window are left out; xvfb-run -a makes one");
        } else {
            show("mirrorstorm.ui.window.StartUp");
            show("mirrorstorm.ui.window.FxHold");
        }
        show("mirrorstorm.engine.HoldComparison");
        show("mirrorstorm.picture.stage.StageFrames");
        System.out.printf(Locale.ROOT, "%nall in %.0f s%n", (System.nanoTime() - from) / 1e9);
    }

    /** The 95th percentile. */
    private static double seek(String scenario, String count) throws IOException, InterruptedException {
        return child(List.of("-Xmx1g"), "Seeks", scenario, count)[1];
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
