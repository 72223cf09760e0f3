package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.scenario.Numbers;

/** How JSON files are written here: one field a line, lists in one line, null for nothing to say. */
final class JsonText {

    private JsonText() {}

    /** A generator that leaves {@code out} open. */
    static JsonGenerator generator(OutputStream out) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(RunJson.LINES);
        JsonGenerator generator = new JsonFactory().createGenerator(out);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.setPrettyPrinter(printer);
        return generator;
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
}
