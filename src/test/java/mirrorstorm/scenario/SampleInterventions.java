package mirrorstorm.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;

/** Interventions of every kind there is, made by their formats: a new kind is among them as soon as it has a row. */
public final class SampleInterventions {

    private SampleInterventions() {}

    /** Of each kind one with all of its keys, and if some of them are optional one without those. */
    public static List<Intervention> all() {
        List<Intervention> all = new ArrayList<>();
        for (InterventionFormat format : InterventionFormat.ALL) {
            Intervention whole = format.make(values(format, true));
            Intervention partial = format.make(values(format, false));
            all.add(whole);
            if (!partial.equals(whole)) {
                all.add(partial);
            }
        }
        return all;
    }

    private static List<Object> values(InterventionFormat format, boolean isWhole) {
        return format.keys().stream()
                .map(key -> isWhole ? value(key) : format.absent(key).orElseGet(() -> value(key)))
                .toList();
    }

    private static Object value(InterventionFormat.Key key) {
        return switch (key) {
            case TARGET -> new NodeTarget.Share(0.25);
            case TARGET_OR_ALL -> new NodeTarget.All();
            case FOR, OVER -> Duration.ofMinutes(3);
            case COUNT -> 17;
            case ZONE -> "us-east-1a";
            case API -> RequestKind.CREATE_VOLUME;
            case RATE, THROTTLE -> new Rate(2);
            case LEAK_RATE -> new Rate(0.001);
            case SUCCESS_SHARE, SPREAD -> 0.5;
            case LEVER -> "search.probes";
            case VALUE -> 4;
        };
    }
}
