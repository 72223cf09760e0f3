package mirrorstorm.run;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mirrorstorm.model.EngineKind;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole run, single shots in fresh machines: what a user waits for, warm-up included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(7)
@Measurement(iterations = 1)
public class RunBench {

    private static final long SAMPLE_NANOS = Duration.ofMinutes(1).toNanos();

    @Param({"aws-2011", "aws-2011-fragile", "aws-2011-backoff"})
    String id = "aws-2011";

    @Param({"12h", "96h"})
    String until = "96h";

    private Scenario scenario = Scenario.DEFAULTS;

    @Setup
    public void open() {
        scenario = Library.bundled(id);
    }

    @Benchmark
    public String rates() {
        Run run = new Run(scenario, 0, EngineKind.RATES, SAMPLE_NANOS);
        run.advanceTo(Duration.ofHours(Long.parseLong(until.substring(0, until.length() - 1)))
                .toNanos());
        return run.summary(0).traceHash();
    }
}
