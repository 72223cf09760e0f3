package mirrorstorm.scenario;

import java.time.Duration;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;

/**
 * Says interventions in the texts of one bundle. The key of a text is {@code PREFIX.NAME}, with the name and keys of
 * the {@link InterventionFormat}; {@code {0}}, {@code {1}} ... stand for the values of the keys, in their order. Where
 * the bundle has it, {@code PREFIX.NAME.KEY} is said when an optional key is given, and {@code .one} behind either when
 * the count is one.
 *
 * @param words how values are said
 */
public record InterventionMessages(MessageBundle bundle, String prefix, ValueWords words) {

    /** How the values of keys are said. */
    public interface ValueWords {

        String target(NodeTarget target);

        String span(Duration duration);

        String count(int count);

        String rate(Rate rate);

        String share(double share);

        String api(RequestKind api);

        /** What a lever is set to. */
        String setting(Lever lever, Object value);
    }

    /**
     * The text of an intervention.
     *
     * @throws java.util.MissingResourceException if the bundle has none
     */
    public String of(Intervention intervention) {
        InterventionFormat format = InterventionFormat.of(intervention);
        Object[] arguments = format.keys().stream()
                .map(key -> argument(key, format.valueOf(key, intervention), intervention))
                .toArray();
        return bundle.text(key(format, intervention), arguments);
    }

    private String key(InterventionFormat format, Intervention intervention) {
        String text = prefix + "." + format.name();
        boolean isOne = false;
        for (InterventionFormat.Key key : format.keys()) {
            Object value = format.valueOf(key, intervention);
            String with = text + "." + key.text();
            if (!key.isRequired() && format.isGiven(key, value) && has(with)) {
                text = with;
            }
            isOne |= key == InterventionFormat.Key.COUNT && value.equals(1);
        }
        return isOne && has(text + ".one") ? text + ".one" : text;
    }

    private boolean has(String text) {
        return bundle.find(text).isPresent();
    }

    private String argument(InterventionFormat.Key key, Object value, Intervention intervention) {
        return switch (key) {
            case TARGET, TARGET_OR_ALL -> words.target((NodeTarget) value);
            case FOR, OVER -> words.span((Duration) value);
            case COUNT -> words.count((int) value);
            case ZONE -> (String) value;
            case API -> words.api((RequestKind) value);
            case RATE, THROTTLE -> words.rate((Rate) value);
            // how long the spare memory lasts at the mean rate
            case LEAK_RATE -> words.span(Duration.ofNanos((long) ((Rate) value).meanNanos()));
            case SUCCESS_SHARE, SPREAD -> words.share((double) value);
            case LEVER -> Levers.require((String) value).title();
            case VALUE -> words.setting(Levers.require(((Intervention.Set) intervention).lever()), value);
        };
    }
}
