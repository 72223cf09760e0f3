package mirrorstorm.run.cause;

import java.time.Duration;
import java.util.function.UnaryOperator;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.ControlPlaneScope;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.scenario.Scenario;

/**
 * Something without which it might not have happened, and what the scenario is without it. Those of 2011: what the
 * post-mortem of 29 April 2011 names and sets out to change.
 */
public enum Cause {
    /** Nodes asked again at once. Without it: full jitter from 1 s to 5 min (Brooker 2015). */
    NO_BACKOFF("no-backoff", Cause::withBackoff),
    /** Closing many requests at once could crash a node. Without it: it cannot. */
    RACE("race", scenario -> scenario.withLever("race.probability", 0.0)),
    /** The cluster was too full to take the mirrors. Without it: ten points of space more. */
    TOO_LITTLE_ROOM("too-little-room", Cause::withRoom),
    /** What failed nodes held kept its space. Without it: they offer it again when they are back. */
    QUARANTINE("quarantine", scenario -> scenario.withLever("cluster.quarantine", false)),
    /** All zones shared one pool of threads. Without it: each has its own. */
    SHARED_THREADS("shared-threads", scenario -> scenario.withLever("controlPlane.scope", ControlPlaneScope.PER_ZONE)),
    /** Operators took hours. Without it: whatever they do comes ten times as soon after the trigger. */
    LATE_OPERATORS(
            "late-operators",
            scenario -> RelativePlan.recorded(scenario).faster(Cause.SOONER).in(scenario));

    /** How many times sooner operators act who are not late. */
    public static final int SOONER = 10;

    private static final double MORE_ROOM = 0.1;
    private static final double UTILISATION_MIN = 0.05;

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // no operator here keeps anything
    private final UnaryOperator<Scenario> without;

    Cause(String key, UnaryOperator<Scenario> without) {
        this.key = key;
        this.without = without;
    }

    private static Scenario withBackoff(Scenario scenario) {
        return scenario.withLever("search.backoff.policy", BackoffPolicy.FULL_JITTER)
                .withLever("search.backoff.base", Duration.ofSeconds(1))
                .withLever("search.backoff.cap", Duration.ofMinutes(5));
    }

    private static Scenario withRoom(Scenario scenario) {
        double utilisation = Math.max(UTILISATION_MIN, scenario.cluster().utilisation() - MORE_ROOM);
        return scenario.withLever(
                "cluster.utilisation", Math.min(utilisation, scenario.cluster().utilisation()));
    }

    /** Its name in files and on the command line. */
    public String key() {
        return key;
    }

    /** The scenario without this cause; as it is if it has not got it. */
    public Scenario removedFrom(Scenario scenario) {
        return without.apply(scenario);
    }
}
