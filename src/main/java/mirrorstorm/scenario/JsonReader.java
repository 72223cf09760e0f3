package mirrorstorm.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.scenario.JsonValue.Place;

/**
 * Reads JSON text, comments allowed, into {@link JsonValue}s that know their places. What is no JSON is told in our
 * words; the parser's never leave this class.
 */
final class JsonReader {

    /** Objects and lists within each other: a scenario needs five. */
    static final int NESTING_MAX = 64;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Says that a text is no JSON, and where. */
    static final class FaultException extends Exception {

        private final transient Place place;
        private final transient JsonFault fault;

        FaultException(Place place, JsonFault fault) {
            super(fault.key());
            this.place = place;
            this.fault = fault;
        }

        Place place() {
            return place;
        }

        JsonFault fault() {
            return fault;
        }
    }

    /**
     * The one value of {@code text}.
     *
     * @throws FaultException if there is none, or more than one, or it is nested too deeply
     */
    static JsonValue read(String text) throws FaultException {
        try (JsonParser parser = JSON.createParser(text)) {
            JsonReader reader = new JsonReader(parser);
            if (parser.nextToken() == null) {
                throw new FaultException(new Place(1, 1), new JsonFault("json.empty"));
            }
            JsonValue value = reader.value(0);
            if (parser.nextToken() != null) {
                throw new FaultException(reader.place(), new JsonFault("json.trailing"));
            }
            return value;
        } catch (StreamConstraintsException e) {
            JsonLocation location = e.getLocation();
            Place place = location == null ? new Place(1, 1) : place(location);
            throw new FaultException(place, new JsonFault("json.long"));
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw new FaultException(place(location), JsonFault.at(text, (int) location.getCharOffset()));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can always be read", e);
        }
    }

    private JsonValue value(int depth) throws IOException, FaultException {
        Place place = place();
        if (depth > NESTING_MAX) {
            throw new FaultException(place, new JsonFault("json.deep", Integer.toString(NESTING_MAX)));
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> new JsonValue.Fields(place, fields(depth));
            case START_ARRAY -> new JsonValue.Items(place, items(depth));
            case VALUE_STRING -> new JsonValue.Text(place, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(place, parser.getText());
            case VALUE_TRUE -> new JsonValue.Switch(place, true);
            case VALUE_FALSE -> new JsonValue.Switch(place, false);
            case VALUE_NULL -> new JsonValue.Nothing(place);
            default -> throw new AssertionError("no value begins with " + token);
        };
    }

    private List<JsonValue.Field> fields(int depth) throws IOException, FaultException {
        List<JsonValue.Field> fields = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place place = place();
            String name = parser.currentName();
            parser.nextToken();
            fields.add(new JsonValue.Field(place, name, value(depth + 1)));
        }
        return fields;
    }

    private List<JsonValue> items(int depth) throws IOException, FaultException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        return items;
    }

    private Place place() {
        return place(parser.currentTokenLocation());
    }

    private static Place place(JsonLocation location) {
        return new Place(location.getLineNr(), location.getColumnNr());
    }
}
