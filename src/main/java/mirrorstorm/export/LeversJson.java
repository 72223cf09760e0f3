package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.Levers;

/** The lever registry as JSON, schema 1: what {@code levers --json} gives. Values are as scenario files write them. */
public final class LeversJson {

    /** The version of this format. */
    public static final int SCHEMA = 1;

    private LeversJson() {}

    /**
     * Writes the registry, UTF-8. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(OutputStream out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(RunJson.LINES);
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setPrettyPrinter(printer);
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeArrayFieldStart("levers");
        for (Lever lever : Levers.all()) {
            write(lever, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
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
            json.writeArrayFieldStart("choices");
            for (Lever.Choice choice : lever.choices()) {
                json.writeString(choice.text());
            }
            json.writeEndArray();
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
