package mirrorstorm.run.compare;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalLong;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.StateChange;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Finds the first moment at which two variants differ: the first change of state that only one of them makes. */
public final class FirstDivergence {

    private static final int STEPS_EACH = 2_000;

    /** A change of state, as the trace has it. */
    public record Step(long timeNanos, StateChange change, int subject, int detail) {}

    /**
     * Where two runs part.
     *
     * @param timeNanos when that is, nanoseconds since the start
     * @param inOne     what happens then in the one and not in the other; empty if nothing does
     * @param inOther   what happens then in the other and not in the one; empty if nothing does
     */
    public record Divergence(long timeNanos, Optional<Step> inOne, Optional<Step> inOther) {}

    /** One of the two, and its changes that the other has not made yet. */
    private static final class Side {

        private final Simulation simulation;
        private final ArrayDeque<Step> ahead = new ArrayDeque<>();

        Side(Scenario scenario, int replication, EngineKind engine) {
            simulation = new Simulation(scenario.settings(), scenario.seed(), replication, engine, scenario.plan());
            simulation.listen((time, change, subject, detail) -> ahead.add(new Step(time, change, subject, detail)));
        }

        /** Takes the run on until it has made a change that is not compared yet; whether there was one in time. */
        boolean fill(long endNanos, CancellationToken work) {
            int steps = 0;
            while (ahead.isEmpty() && simulation.nextNanos() <= endNanos) {
                if (++steps % STEPS_EACH == 0) {
                    work.goOn();
                }
                simulation.step();
            }
            return !ahead.isEmpty();
        }
    }

    private FirstDivergence() {}

    /** When the two first differ, nanoseconds since the start, as {@link #first} finds it. */
    public static OptionalLong firstNanos(
            Scenario one, Scenario other, int replication, EngineKind engine, CancellationToken work) {
        return nanos(first(one, other, replication, engine, work));
    }

    static OptionalLong nanos(Optional<Divergence> moment) {
        return moment.map(known -> OptionalLong.of(known.timeNanos())).orElseGet(OptionalLong::empty);
    }

    /**
     * Where the two first differ; empty if they never do up to the shorter horizon. Looked for in one replication,
     * whose random numbers both share.
     */
    public static Optional<Divergence> first(
            Scenario one, Scenario other, int replication, EngineKind engine, CancellationToken work) {
        long end = Math.min(one.horizon().toNanos(), other.horizon().toNanos());
        Side left = new Side(one, replication, engine);
        Side right = new Side(other, replication, engine);
        for (long compared = 1; ; compared++) {
            if (compared % STEPS_EACH == 0) {
                work.goOn();
            }
            boolean hasLeft = left.fill(end, work);
            boolean hasRight = right.fill(end, work);
            if (!hasLeft && !hasRight) {
                return Optional.empty();
            }
            Step a = left.ahead.poll();
            Step b = right.ahead.poll();
            if (a == null || b == null || !a.equals(b)) {
                long at = Math.min(timeOf(a), timeOf(b));
                return Optional.of(new Divergence(at, then(a, at), then(b, at)));
            }
        }
    }

    private static long timeOf(@Nullable Step step) {
        return step == null ? Long.MAX_VALUE : step.timeNanos();
    }

    private static Optional<Step> then(@Nullable Step step, long timeNanos) {
        return Optional.ofNullable(step).filter(each -> each.timeNanos() == timeNanos);
    }
}
