package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import mirrorstorm.engine.Nanos;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.scenario.Scenario;

/** A comparison as JSON, schema 1: names and order only ever grow. */
final class ComparisonJson {

    private ComparisonJson() {}

    /**
     * Writes a comparison, UTF-8, lines ending with {@code \n}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    static void write(Scenario scenario, VariantComparison comparison, OutputStream out) throws IOException {
        JsonText.write(scenario, out, json -> {
            json.writeNumberField("replications", comparison.replications());
            json.writeNumberField("horizonSeconds", scenario.horizon().toSeconds());
            json.writeArrayFieldStart("variants");
            for (int i = 0; i < comparison.variants().size(); i++) {
                writeVariant(json, comparison, i);
            }
            json.writeEndArray();
        });
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
        JsonText.outcomes(json, comparison.outcomes().get(variant));
        json.writeEndObject();
        json.writeEndObject();
    }
}
