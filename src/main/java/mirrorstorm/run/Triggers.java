package mirrorstorm.run;

import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.model.Intervention;
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

    /**
     * Whether it may break something anew: a trigger, a lever that is moved, an API that is closed. The latter are
     * what operators do, but also how calls come to fail where storage plays no part.
     */
    private static boolean isDisturbance(Intervention intervention) {
        return intervention.isTrigger()
                || intervention instanceof Intervention.Set
                || intervention instanceof Intervention.DisableApi;
    }

    /** When the last of a plan happens that may break anything anew, nanoseconds since the start; empty for none. */
    public static OptionalLong lastDisturbanceNanos(List<TimedIntervention> plan) {
        return plan.stream()
                .filter(timed -> isDisturbance(timed.intervention()))
                .mapToLong(TimedIntervention::timeNanos)
                .max();
    }
}
