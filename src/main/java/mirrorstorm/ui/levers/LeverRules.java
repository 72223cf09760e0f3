package mirrorstorm.ui.levers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.Intervention;
import mirrorstorm.scenario.Levers;

/**
 * What else has to move when a lever moves, so that what is set makes sense: the first and the longest wait of a
 * backoff take each other along, and moving a wait while there is no backoff picks one.
 */
final class LeverRules {

    private static final String BASE = ".base";
    private static final String CAP = ".cap";
    private static final String POLICY = ".policy";

    private LeverRules() {}

    /**
     * Everything to be set so that the lever has the value, that itself last.
     *
     * @param known the present values of all levers, by path
     */
    static List<Intervention.Set> changes(String path, Object value, Function<String, Object> known) {
        List<Intervention.Set> changes = new ArrayList<>();
        boolean isBase = path.endsWith(BASE);
        if (isBase || path.endsWith(CAP)) {
            String family = path.substring(0, path.lastIndexOf('.'));
            policy(family, known).ifPresent(changes::add);
            String otherPath = family + (isBase ? CAP : BASE);
            int order = ((Duration) value).compareTo((Duration) known.apply(otherPath));
            if (isBase ? order > 0 : order < 0) {
                changes.add(new Intervention.Set(otherPath, value));
            }
        }
        changes.add(new Intervention.Set(path, value));
        return changes;
    }

    /** Full jitter, if there is a policy and it is to go on at once. */
    private static Optional<Intervention.Set> policy(String family, Function<String, Object> known) {
        String path = family + POLICY;
        boolean isNone = Levers.find(path).isPresent() && known.apply(path) == BackoffPolicy.NONE;
        return isNone ? Optional.of(new Intervention.Set(path, BackoffPolicy.FULL_JITTER)) : Optional.empty();
    }
}
