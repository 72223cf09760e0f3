package mirrorstorm.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mirrorstorm.model.Intervention;
import mirrorstorm.scenario.JsonValue.Place;

/**
 * Reads what is to be done as people write it in a line: {@code stop-searches}, {@code add-nodes count=30 over=1h},
 * {@code set search.backoff.policy=full-jitter}. The names are those of a timeline.
 */
public final class InterventionParser {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private static final String SET = "set";

    private InterventionParser() {}

    /**
     * The intervention that a text says.
     *
     * @param origin what the problems name as their file, such as {@code --do}
     * @throws ScenarioException with everything that is wrong with it
     */
    public static Intervention read(String origin, String text) throws ScenarioException {
        String[] words = text.strip().split("\\s+", -1);
        List<JsonValue.Field> fields = new ArrayList<>();
        fields.add(field("at", new JsonValue.Text(Place.NONE, "0s")));
        fields.add(field("do", new JsonValue.Text(Place.NONE, words[0])));
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String name = equals < 0 ? words[i] : words[i].substring(0, equals);
            String value = equals < 0 ? "" : words[i].substring(equals + 1);
            if (words[0].equals(SET) && Levers.find(name).isPresent()) {
                fields.add(field("lever", new JsonValue.Text(Place.NONE, name)));
                fields.add(field("value", scalarType(value)));
            } else {
                fields.add(field(name, scalarType(value)));
            }
        }
        JsonValue entry = new JsonValue.Fields(Place.NONE, fields);
        JsonValue timeline = new JsonValue.Items(Place.NONE, List.of(entry));
        String file = JsonPrinter.file(new JsonValue.Fields(
                Place.NONE,
                List.of(
                        field("schema", new JsonValue.Numeral(Place.NONE, Integer.toString(Scenario.SCHEMA))),
                        field("timeline", timeline))));
        return ScenarioReader.read(origin, file).timeline().get(0).intervention();
    }

    private static JsonValue.Field field(String name, JsonValue value) {
        return new JsonValue.Field(Place.NONE, name, value);
    }

    private static JsonValue scalarType(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new JsonValue.Numeral(Place.NONE, text);
        } else if (text.equals("true") || text.equals("false")) {
            return new JsonValue.Switch(Place.NONE, text.equals("true"));
        }
        return new JsonValue.Text(Place.NONE, text);
    }
}
