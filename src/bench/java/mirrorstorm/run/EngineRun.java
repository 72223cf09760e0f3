package mirrorstorm.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Locale;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Simulation;

/**
 * The engine alone, in this machine's only task, warm-up included: no series, no story, no judgement. Prints seconds of
 * the wall clock and of this thread's processor, and events. Arguments: case, hours.
 */
public final class EngineRun {

    private EngineRun() {}

    public static void main(String[] args) {
        var scenario = BenchCase.valueOf(args[0]).scenario();
        long end = Duration.ofHours(Long.parseLong(args[1])).toNanos();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        Simulation simulation =
                new Simulation(scenario.settings(), scenario.seed(), 0, EngineKind.RATES, scenario.plan());
        simulation.advanceTo(end);
        System.out.printf(
                Locale.ROOT,
                "%.4f %.4f %d%n",
                (System.nanoTime() - wall) / 1e9,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e9,
                simulation.eventCount());
    }
}
