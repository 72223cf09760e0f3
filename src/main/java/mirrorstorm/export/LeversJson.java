package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;

/** The lever registry as JSON, schema 1: what {@code levers --json} gives. Values are as scenario files write them. */
public final class LeversJson {

    private LeversJson() {}

    /**
     * Writes the registry, UTF-8. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(OutputStream out) throws IOException {
        JsonText.write(out, json -> {
            json.writeArrayFieldStart("levers");
            for (Lever lever : Levers.all()) {
                write(lever, json);
            }
            json.writeEndArray();
        });
    }

    private static void write(Lever lever, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", lever.path());
        json.writeStringField("group", lever.group().text());
        json.writeStringField("kind", lever.kind().text());
        json.writeStringField("timing", lever.timing().text());
        json.writeStringField("title", lever.title());
        json.writeStringField("unit", lever.unit());
        value("default", lever, lever.defaultValue(), json);
        if (lever.kind() == Lever.Kind.CHOICE) {
            JsonText.texts(
                    json,
                    "choices",
                    lever.choices().stream().map(Lever.Choice::text).toList());
        } else if (lever.kind() != Lever.Kind.SWITCH) {
            value("min", lever, lever.min(), json);
            value("max", lever, lever.max(), json);
        }
        json.writeStringField("help", lever.help());
        json.writeStringField("source", lever.source());
        json.writeEndObject();
    }

    private static void value(String name, Lever lever, Object value, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        if (value instanceof Boolean isOn) {
            json.writeBoolean(isOn);
        } else if (value instanceof Number) {
            json.writeNumber(lever.format(value));
        } else {
            json.writeString(lever.format(value));
        }
    }
}
