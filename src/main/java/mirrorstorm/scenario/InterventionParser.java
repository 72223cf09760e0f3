package mirrorstorm.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mirrorstorm.model.Intervention;
import mirrorstorm.scenario.JsonValue.Place;

/**
 * Reads an intervention as people write it in a line: {@code stop-searches}, {@code add-nodes count=30 over=1h},
 * {@code set search.backoff.policy=full-jitter}. The names are those of a timeline, by the same
 * {@link InterventionFormat}s.
 */
public final class InterventionParser {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final String SET = "set";

    private InterventionParser() {}

    /**
     * The intervention that a text says. Whether it can be done in a scenario is for {@link ScenarioChecks} to say.
     *
     * @param origin what the problems name as their file, such as {@code --do}
     * @throws ScenarioException with everything that is wrong with it
     */
    public static Intervention read(String origin, String text) throws ScenarioException {
        ProblemCollector problems = new ProblemCollector(origin);
        FieldsReader entry = new FieldsReader(new JsonValue.Fields(Place.NONE, fields(text)), "", problems);
        Optional<Intervention> intervention = TimelineCodec.intervention(entry, List.of(), List.of());
        problems.throwIfAny();
        return intervention.orElseThrow(() -> new AssertionError("neither read nor refused: " + text));
    }

    private static List<JsonValue.Field> fields(String text) {
        String[] words = text.strip().split("\\s+", -1);
        List<JsonValue.Field> fields = new ArrayList<>();
        fields.add(field(TimelineCodec.DO, new JsonValue.Text(Place.NONE, words[0])));
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String name = equals < 0 ? words[i] : words[i].substring(0, equals);
            String value = equals < 0 ? "" : words[i].substring(equals + 1);
            if (words[0].equals(SET) && Levers.find(name).isPresent()) {
                fields.add(field(InterventionFormat.Key.LEVER.text(), new JsonValue.Text(Place.NONE, name)));
                fields.add(field(InterventionFormat.Key.VALUE.text(), scalar(value)));
            } else {
                fields.add(field(name, scalar(value)));
            }
        }
        return fields;
    }

    private static JsonValue.Field field(String name, JsonValue value) {
        return new JsonValue.Field(Place.NONE, name, value);
    }

    private static JsonValue scalar(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new JsonValue.Numeral(Place.NONE, text);
        } else if (text.equals("true") || text.equals("false")) {
            return new JsonValue.Switch(Place.NONE, text.equals("true"));
        }
        return new JsonValue.Text(Place.NONE, text);
    }
}
