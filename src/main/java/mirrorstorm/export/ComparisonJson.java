package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import mirrorstorm.engine.Nanos;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.Scenario;

/** A comparison as JSON, schema 1: names and order only ever grow. */
public final class ComparisonJson {

    /** The version of this format. */
    public static final int SCHEMA = 1;

    private ComparisonJson() {}

    /**
     * Writes a comparison, UTF-8, lines ending with {@code \n}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Scenario scenario, VariantComparison comparison, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("scenario", scenario.id());
            json.writeNumberField("seed", scenario.seed());
            json.writeStringField("version", Version.text());
            json.writeNumberField("replications", comparison.replications());
            json.writeNumberField("horizonSeconds", scenario.horizon().toSeconds());
            json.writeArrayFieldStart("variants");
            for (int i = 0; i < comparison.variants().size(); i++) {
                writeVariant(json, comparison, i);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeVariant(JsonGenerator json, VariantComparison comparison, int variant) throws IOException {
        json.writeStartObject();
        json.writeStringField("label", comparison.variants().get(variant).label());
        OptionalLong parted = comparison.parted().get(variant);
        JsonText.number(json, "partedAtSeconds", parted.isPresent() ? Nanos.toSeconds(parted.getAsLong()) : Double.NaN);
        json.writeObjectFieldStart("means");
        for (Measure measure : Measure.values()) {
            JsonText.interval(json, measure.key(), comparison.mean(variant, measure));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("differences");
        if (variant > 0) {
            for (Measure measure : Measure.values()) {
                JsonText.interval(json, measure.key(), comparison.difference(variant, measure));
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("medians");
        for (Measure measure : comparison.toldMeasures()) {
            if (measure.isRestricted()) {
                JsonText.interval(json, measure.key(), comparison.median(variant, measure));
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("beyondHorizon");
        for (Measure measure : comparison.toldMeasures()) {
            if (measure.isRestricted()) {
                json.writeNumberField(measure.key(), comparison.beyondHorizon(variant, measure));
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("outcomes");
        for (Measure measure : comparison.toldMeasures()) {
            double[] values = Outcome.values(comparison.outcomes().get(variant), measure);
            JsonText.numbers(json, measure.key(), values.length, i -> values[i]);
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
