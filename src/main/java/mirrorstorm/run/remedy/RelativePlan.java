package mirrorstorm.run.remedy;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Triggers;
import mirrorstorm.scenario.Scenario;

/**
 * What an operator does, relative to the first trigger: something that can be done again in another run.
 *
 * @param afterTrigger in order of time; the times are nanoseconds since the first trigger, or since the start where
 *                     there is none
 */
public record RelativePlan(List<TimedIntervention> afterTrigger) {

    public RelativePlan {
        afterTrigger = List.copyOf(afterTrigger);
    }

    /** What operators do in a recorded run from its first trigger on. */
    public static RelativePlan recorded(Scenario scenario) {
        long trigger = Triggers.firstNanos(scenario.plan()).orElse(0);
        return new RelativePlan(scenario.plan().stream()
                .filter(timed ->
                        timed.timeNanos() >= trigger && !timed.intervention().isTrigger())
                .map(timed -> new TimedIntervention(timed.timeNanos() - trigger, timed.intervention()))
                .toList());
    }

    /** The same, each so many times sooner after the trigger, and what takes a while done in as much less time. */
    public RelativePlan faster(int times) {
        return new RelativePlan(afterTrigger.stream()
                .map(timed -> new TimedIntervention(
                        timed.timeNanos() / times,
                        timed.intervention() instanceof Intervention.AddNodes add
                                ? new Intervention.AddNodes(
                                        add.count(), add.over().dividedBy(times))
                                : timed.intervention()))
                .toList());
    }

    /** The scenario with nobody doing anything from the first trigger on. */
    public static Scenario withoutAny(Scenario scenario) {
        long trigger = Triggers.firstNanos(scenario.plan()).orElse(0);
        return scenario.withTimeline(scenario.plan().stream()
                .filter(timed ->
                        timed.timeNanos() < trigger || timed.intervention().isTrigger())
                .toList());
    }

    /** The scenario with these interventions, and no others, from its first trigger on. */
    public Scenario in(Scenario scenario) {
        long trigger = Triggers.firstNanos(scenario.plan()).orElse(0);
        List<TimedIntervention> plan = new ArrayList<>(withoutAny(scenario).plan());
        for (TimedIntervention timed : afterTrigger) {
            plan.add(new TimedIntervention(trigger + timed.timeNanos(), timed.intervention()));
        }
        return scenario.withTimeline(plan);
    }
}
