package mirrorstorm.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mirrorstorm.metrics.OutcomeTracker;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;

/**
 * What a run is able to show at all. What it cannot show is neither true nor false nor 0: a share that stays for ten
 * minutes on end cannot be seen where the run ends nine minutes after its trigger, and calls that nobody makes do not
 * recover.
 *
 * @param subjects     what there is to be broken
 * @param triggerNanos when volumes can first be stuck, nanoseconds since the start
 * @param endNanos     how far the run goes, or has gone
 */
public record Evidence(Set<Subject> subjects, long triggerNanos, long endNanos) {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.run.run");

    /** What has to stay for ten minutes on end, and of what. */
    private static final Map<String, Subject> SUSTAINED = Map.of(
            "stuckPeak", Subject.VOLUMES,
            "stuckPeakAtSeconds", Subject.VOLUMES,
            "collapsed", Subject.VOLUMES,
            "collapsedCalls", Subject.CALLS,
            "collapsedDatabases", Subject.DATABASES);

    /** What an outcome of API calls is called that does not end like it. */
    private static final Set<String> OF_CALLS = Set.of("apiErrorSharePeak", "apiErrorShareMean");

    /** What a whole run of the scenario can show. */
    public static Evidence of(Scenario scenario) {
        return of(scenario, scenario.plan(), scenario.horizon().toNanos());
    }

    /** What a run can show in which this was and will be done, up to a moment. */
    static Evidence of(Scenario scenario, List<TimedIntervention> plan, long endNanos) {
        return new Evidence(
                Subject.of(scenario.settings()), Triggers.firstNanos(plan).orElse(0), endNanos);
    }

    /** Whether it can show something that stays for ten minutes on end. */
    public boolean showsSustained(Subject subject) {
        return subjects.contains(subject) && endNanos >= sustainedFromNanos(subject);
    }

    private long sustainedFromNanos(Subject subject) {
        return (subject == Subject.CALLS ? 0 : triggerNanos) + OutcomeTracker.SUSTAINED_NANOS;
    }

    /** Whether it can show an outcome of that name, as {@code run --json} has it. */
    public boolean shows(String key) {
        return problemWith(key).isEmpty();
    }

    /** Why it cannot show an outcome of that name, and what would help; empty if it can. */
    public Optional<ValueException> problemWith(String key) {
        for (Subject subject : Subject.values()) {
            boolean isOfIt = key.endsWith(subject.suffix()) || (subject == Subject.CALLS && OF_CALLS.contains(key));
            if (isOfIt && !subjects.contains(subject)) {
                return Optional.of(problem("evidence." + subject.suffix(), key));
            }
        }
        Subject sustained = SUSTAINED.get(key);
        if (sustained == null || showsSustained(sustained)) {
            return Optional.empty();
        }
        String which = sustained == Subject.CALLS ? "evidence.short.calls" : "evidence.short";
        return Optional.of(problem(which, key, text(endNanos), text(sustainedFromNanos(sustained))));
    }

    private static ValueException problem(String which, Object... arguments) {
        return new ValueException(TEXTS.text(which, arguments), TEXTS.text(which + ".cure", arguments));
    }

    private static String text(long nanos) {
        return Durations.format(Duration.ofNanos(nanos));
    }
}
