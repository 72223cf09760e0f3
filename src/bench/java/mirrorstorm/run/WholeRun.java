package mirrorstorm.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import mirrorstorm.model.EngineKind;

/**
 * One run in this machine's only task, warm-up included. Prints seconds of the wall clock and of this thread's
 * processor, events, and bytes allocated per event between the fifth hour, when queues have grown, and the seventh.
 * Arguments: case, hours, engine, and optionally how often it is done; told is the last time.
 */
public final class WholeRun {

    private static final long SAMPLE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final long GROWN_NANOS = Duration.ofHours(5).toNanos();
    private static final long LATER_NANOS = Duration.ofHours(7).toNanos();

    private WholeRun() {}

    public static void main(String[] args) {
        var scenario = BenchCase.valueOf(args[0]).scenario();
        long end = Duration.ofHours(Long.parseLong(args[1])).toNanos();
        EngineKind engine = EngineKind.valueOf(args[2]);
        int times = args.length > 3 ? Integer.parseInt(args[3]) : 1;
        for (int i = 1; i < times; i++) {
            new Run(scenario, 0, engine, SAMPLE_NANOS).advanceTo(end);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        Run run = new Run(scenario, 0, engine, SAMPLE_NANOS);
        run.advanceTo(Math.min(end, GROWN_NANOS));
        long events = run.simulation().eventCount();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        run.advanceTo(Math.min(end, LATER_NANOS));
        bytes = threads.getCurrentThreadAllocatedBytes() - bytes;
        events = run.simulation().eventCount() - events;
        run.advanceTo(end);
        Summary summary = run.summary(0);
        System.out.printf(
                Locale.ROOT,
                "%.4f %.4f %d %.3f %.4f%n",
                (System.nanoTime() - wall) / 1e9,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e9,
                summary.events(),
                bytes / (double) Math.max(1, events),
                summary.stuckPeak());
    }
}
