package mirrorstorm.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.DoubleSupplier;

/**
 * The event list against a binary heap in C and against a queue of objects, turn by turn in one run, as ratios of
 * medians. Needs gcc for the first. Run: {@code mvn -Pbench test -Dbench.main=mirrorstorm.engine.HoldComparison}.
 */
public final class HoldComparison {

    private static final int ROUNDS = 5;
    private static final int[] PENDING = {1_000, 100_000, 1_000_000};
    private static final int HOLDS = 1_000_000;

    private HoldComparison() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path hold = Path.of("target", "hold");
        boolean hasC = compile(hold);
        System.out.printf(
                Locale.ROOT,
                "%n| %s | %s | %s | %s | %s | %s | %s |%n|---|---|---|---|---|---|---|%n",
                "delays",
                "pending",
                "list, ns a hold",
                "C heap, ns",
                "queue of objects, ns",
                "C heap / list",
                "queue / list");
        for (String delays : List.of("exponential", "bimodal")) {
            for (int pending : PENDING) {
                DoubleSupplier list = () -> listNanos(pending, delays);
                DoubleSupplier queue = () -> queueNanos(pending, delays);
                DoubleSupplier c = () -> hasC ? cNanos(hold, pending, delays) : Double.NaN;
                double[] medians = medians(List.of(list, c, queue));
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %.0f | %.0f | %.0f | %.2f | %.1f |%n",
                        delays,
                        pending,
                        medians[0],
                        medians[1],
                        medians[2],
                        medians[1] / medians[0],
                        medians[2] / medians[0]);
            }
        }
        FutureEventList million = filled(1_000_000, new Delays("exponential"));
        System.out.printf(Locale.ROOT, "%n%.1f bytes a pending event at 10^6.%n", million.bytes() / 1e6);
    }

    private static double[] medians(List<DoubleSupplier> contestants) {
        List<List<Double>> results = new ArrayList<>();
        double warmUp = 0;
        for (DoubleSupplier contestant : contestants) {
            warmUp += contestant.getAsDouble();
            results.add(new ArrayList<>());
        }
        if (warmUp == 0) {
            throw new IllegalStateException("nothing takes no time");
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                results.get(i).add(contestants.get(i).getAsDouble());
            }
        }
        return results.stream()
                .mapToDouble(all ->
                        all.stream().sorted().skip(ROUNDS / 2).findFirst().orElse(Double.NaN))
                .toArray();
    }

    private static FutureEventList filled(int pending, Delays delays) {
        FutureEventList list = new FutureEventList();
        for (int i = 0; i < pending; i++) {
            list.schedule(delays.next(), i);
        }
        return list;
    }

    private static double listNanos(int pending, String kind) {
        Delays delays = new Delays(kind);
        FutureEventList list = filled(pending, delays);
        for (int i = 0; i < 2 * pending; i++) {
            list.schedule(delays.next(), list.next());
        }
        long from = System.nanoTime();
        for (int i = 0; i < HOLDS; i++) {
            int event = list.next();
            list.schedule(delays.next(), event);
        }
        return (System.nanoTime() - from) / (double) HOLDS;
    }

    private static double queueNanos(int pending, String kind) {
        Delays delays = new Delays(kind);
        PriorityQueue<EventListBench.Pending> queue = new PriorityQueue<>();
        for (int i = 0; i < pending; i++) {
            queue.add(new EventListBench.Pending(delays.next(), i, i));
        }
        long sequence = hold(queue, delays, pending, 2L * pending);
        long from = System.nanoTime();
        hold(queue, delays, sequence, HOLDS);
        return (System.nanoTime() - from) / (double) HOLDS;
    }

    private static long hold(
            PriorityQueue<EventListBench.Pending> queue, Delays delays, long firstSequence, long holds) {
        long sequence = firstSequence;
        for (long i = 0; i < holds; i++) {
            EventListBench.Pending first = queue.remove();
            queue.add(new EventListBench.Pending(first.timeNanos() + delays.next(), sequence++, first.event()));
        }
        return sequence;
    }

    private static boolean compile(Path hold) throws IOException, InterruptedException {
        Files.createDirectories(hold.toAbsolutePath().getParent());
        try {
            return new ProcessBuilder("gcc", "-O2", "-o", hold.toString(), "src/bench/c/hold.c", "-lm")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            System.out.println("gcc is not there (" + e.getMessage() + "): the C heap is left out");
            return false;
        }
    }

    private static double cNanos(Path hold, int pending, String kind) {
        List<String> command = Arrays.asList(
                hold.toAbsolutePath().toString(), Integer.toString(pending), Integer.toString(HOLDS), kind);
        try {
            Process process = new ProcessBuilder(command).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return Double.parseDouble(printed.strip());
        } catch (IOException e) {
            throw new IllegalStateException("cannot run " + command, e);
        }
    }
}
