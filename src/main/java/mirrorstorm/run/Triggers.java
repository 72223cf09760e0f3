package mirrorstorm.run;

import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.model.TimedIntervention;

/** When a plan harms the cluster. */
public final class Triggers {

    private Triggers() {}

    /** When the first trigger of a plan happens, nanoseconds since the start; empty if it has none. */
    public static OptionalLong firstNanos(List<TimedIntervention> plan) {
        return plan.stream()
                .filter(timed -> timed.intervention().isTrigger())
                .mapToLong(TimedIntervention::timeNanos)
                .findFirst();
    }

    /** When the last trigger of a plan happens, nanoseconds since the start; empty if it has none. */
    public static OptionalLong lastNanos(List<TimedIntervention> plan) {
        return plan.stream()
                .filter(timed -> timed.intervention().isTrigger())
                .mapToLong(TimedIntervention::timeNanos)
                .max();
    }
}
