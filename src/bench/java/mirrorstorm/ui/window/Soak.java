package mirrorstorm.ui.window;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javafx.stage.Stage;
import mirrorstorm.scenario.Library;
import org.slf4j.LoggerFactory;

/**
 * Unattended play, looped: after each minute what the heap holds once it was collected, how long frames took, and what
 * was logged. Arguments: minutes, and optionally the id of a bundled scenario. Fails if anything was logged as a
 * warning or worse, or if in the last quarter the heap or the median frame is more than a tenth above the second quarter;
 * slow frames are told too, but a machine that does other things beside has some.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=mirrorstorm.ui.window.Soak -Djmh.args="60"}
 */
public final class Soak {

    private static final long MINUTE_MILLIS = 60_000;
    private static final double MIB = 1024 * 1024;
    private static final double GROWTH_MAX = 1.1;

    private static final AtomicLong TROUBLES = new AtomicLong();

    private Soak() {}

    /** Counts what should not be logged. */
    private static final class Troubles extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                TROUBLES.incrementAndGet();
            }
        }
    }

    /** Plays for that many minutes. */
    public static void main(String[] given) {
        String[] args = Script.own(given);
        int minutes = Integer.parseInt(args.length > 0 ? args[0] : "60");
        String scenario = args.length > 1 ? args[1] : "aws-2011";
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            TROUBLES.incrementAndGet();
            thrown.printStackTrace();
        });
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Troubles troubles = new Troubles();
        troubles.start();
        root.addAppender(troubles);
        Script.play(() -> soak(minutes, scenario));
    }

    private static void soak(int minutes, String scenario) throws Exception {
        Path folder = Files.createTempDirectory("mirrorstorm-soak");
        Frames frames = new Frames();
        MainWindow window = Script.fx(() -> {
            MainWindow made = MainWindow.in(new Stage(), AppFolders.in(folder));
            made.begin(Library.bundled(scenario));
            made.models().actions().get("loop").run();
            frames.start();
            return made;
        });
        System.out.println("minute  heap MiB  frames  p50 ms  p99 ms  max ms  troubles  simulated h");
        List<Double> heaps = new ArrayList<>();
        List<Double> usual = new ArrayList<>();
        List<Double> slow = new ArrayList<>();
        for (int minute = 1; minute <= minutes; minute++) {
            Script.pause(MINUTE_MILLIS);
            List<Double> taken = frames.take();
            double hours = Script.fx(() -> window.models()
                    .playback()
                    .view()
                    .map(view -> view.timeNanos() / 3.6e12)
                    .orElse(Double.NaN));
            heaps.add(heapMiB());
            usual.add(at(taken, 0.5));
            slow.add(at(taken, 0.99));
            System.out.println(String.format(
                    Locale.ROOT,
                    "%6d  %8.1f  %6d  %6.1f  %6.1f  %6.1f  %8d  %11.1f",
                    minute,
                    heaps.get(heaps.size() - 1),
                    taken.size(),
                    at(taken, 0.5),
                    at(taken, 0.99),
                    at(taken, 1),
                    TROUBLES.get(),
                    hours));
            frames.take();
        }
        judge(heaps, usual, slow);
    }

    private static void judge(List<Double> heaps, List<Double> usual, List<Double> slow) {
        int quarter = Math.max(1, heaps.size() / 4);
        double heap = later(heaps, quarter, "heap, MiB");
        double frame = later(usual, quarter, "frames at the median, ms");
        later(slow, quarter, "frames at the 99th percentile, ms");
        if (TROUBLES.get() > 0 || heap > GROWTH_MAX || frame > GROWTH_MAX) {
            throw new IllegalStateException("that is not flat, or something was logged");
        }
    }

    /** The mean of the last quarter as a share of that of the second; the first warms up. */
    private static double later(List<Double> values, int quarter, String what) {
        double second =
                mean(values.subList(Math.min(quarter, values.size() - 1), Math.min(2 * quarter, values.size())));
        double last = mean(values.subList(values.size() - quarter, values.size()));
        System.out.println(
                String.format(Locale.ROOT, "%s: %.1f in the second quarter, %.1f in the last", what, second, last));
        return last / second;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.round(share * (sorted.size() - 1)));
    }

    /** What is left after a collection, as the collector found it: what was allocated since does not count. */
    private static double heapMiB() {
        System.gc();
        long used = 0;
        long last = -1;
        for (GarbageCollectorMXBean collector : ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class)) {
            GcInfo info = collector.getLastGcInfo();
            if (info != null && info.getEndTime() > last) {
                last = info.getEndTime();
                used = heapBytes(info.getMemoryUsageAfterGc());
            }
        }
        return used / MIB;
    }

    private static long heapBytes(Map<String, MemoryUsage> pools) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pools.get(pool.getName()).getUsed())
                .sum();
    }
}
