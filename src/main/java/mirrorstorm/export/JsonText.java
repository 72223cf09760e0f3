package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.Scenario;

/** How JSON files are written here: one field a line, lists in one line, null for nothing to say. */
final class JsonText {

    private JsonText() {}

    /** The version of every format that is written here: names and order only ever grow. */
    static final int SCHEMA = 1;

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    /** Writes the fields of an object. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes a file of one object, UTF-8, lines ending with {@code \n}. Leaves {@code out} open. */
    static void write(OutputStream out, Fields fields) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(LINES);
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(printer);
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            fields.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** As {@link #write(OutputStream, Fields)}, with what every study's file says first of its scenario. */
    static void write(Scenario scenario, OutputStream out, Fields fields) throws IOException {
        write(out, json -> {
            json.writeStringField("scenario", scenario.id());
            json.writeNumberField("seed", scenario.seed());
            json.writeStringField("version", Version.text());
            fields.write(json);
        });
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** A number, or null if there is none or it is infinite. */
    static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            json.writeNull();
        } else {
            json.writeNumber(Numbers.text(value));
        }
    }

    static void number(JsonGenerator json, String name, double value) throws IOException {
        json.writeFieldName(name);
        number(json, value);
    }

    static void interval(JsonGenerator json, String name, Interval interval) throws IOException {
        json.writeObjectFieldStart(name);
        number(json, "value", interval.value());
        number(json, "low", interval.low());
        number(json, "high", interval.high());
        json.writeEndObject();
    }

    static void numbers(JsonGenerator json, String name, int count, IntToDoubleFunction value) throws IOException {
        json.writeFieldName(name);
        numbers(json, count, value);
    }

    static void numbers(JsonGenerator json, int count, IntToDoubleFunction value) throws IOException {
        json.writeStartArray();
        for (int i = 0; i < count; i++) {
            number(json, value.applyAsDouble(i));
        }
        json.writeEndArray();
    }

    /** What each run came to: a list for each measure, one number for each replication. */
    static void outcomes(JsonGenerator json, List<Outcome> outcomes) throws IOException {
        for (Measure measure : Measure.values()) {
            outcomes(json, measure.key(), outcomes, measure);
        }
    }

    static void outcomes(JsonGenerator json, String name, List<Outcome> outcomes, Measure measure) throws IOException {
        double[] values = Outcome.values(outcomes, measure);
        numbers(json, name, values.length, i -> values[i]);
    }
}
