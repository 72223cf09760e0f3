package mirrorstorm.run;

import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;

/** Tells what harms a cluster from what an operator does about it. */
public final class Triggers {

    private Triggers() {}

    /** Whether it takes nodes away or makes them fail: not something that an operator would do against a storm. */
    public static boolean isTrigger(Intervention intervention) {
        return intervention instanceof Intervention.Isolate
                || intervention instanceof Intervention.Crash
                || intervention instanceof Intervention.PowerLoss
                || intervention instanceof Intervention.Destroy
                || intervention instanceof Intervention.Leak;
    }

    /** When the first trigger of a plan happens, nanoseconds since the start; empty if it has none. */
    public static OptionalLong firstNanos(List<TimedIntervention> plan) {
        return plan.stream()
                .filter(timed -> isTrigger(timed.intervention()))
                .mapToLong(TimedIntervention::timeNanos)
                .findFirst();
    }

    /** When the last trigger of a plan happens, nanoseconds since the start; empty if it has none. */
    public static OptionalLong lastNanos(List<TimedIntervention> plan) {
        return plan.stream()
                .filter(timed -> isTrigger(timed.intervention()))
                .mapToLong(TimedIntervention::timeNanos)
                .max();
    }
}
