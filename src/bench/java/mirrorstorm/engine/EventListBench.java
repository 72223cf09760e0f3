package mirrorstorm.engine;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** The future event list on the hold model: take the earliest, schedule one a random delay later. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EventListBench {

    record Pending(long timeNanos, long sequence, int event) implements Comparable<Pending> {
        @Override
        public int compareTo(Pending other) {
            int byTime = Long.compare(timeNanos, other.timeNanos);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    @Param({"1000", "100000", "1000000", "10000000"})
    int pending;

    @Param({"exponential", "bimodal"})
    String delays;

    private final FutureEventList list = new FutureEventList();
    private final PriorityQueue<Pending> queue = new PriorityQueue<>();
    private Delays draw = new Delays("exponential");
    private long sequence;

    @Setup
    public void fill() {
        draw = new Delays(delays);
        for (int i = 0; i < pending; i++) {
            list.schedule(draw.next(), i);
            queue.add(new Pending(draw.next(), sequence++, i));
        }
    }

    @Benchmark
    public int futureEventList() {
        int event = list.next();
        list.schedule(draw.next(), event);
        return event;
    }

    @Benchmark
    public int priorityQueueOfObjects() {
        Pending first = queue.remove();
        queue.add(new Pending(first.timeNanos() + draw.next(), sequence++, first.event()));
        return first.event();
    }
}
