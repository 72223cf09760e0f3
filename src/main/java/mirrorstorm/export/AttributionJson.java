package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.scenario.Scenario;

/** An attribution as JSON, schema 1: names and order only ever grow. */
final class AttributionJson {

    private AttributionJson() {}

    /**
     * Writes an attribution, UTF-8, lines ending with {@code \n}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    static void write(Scenario scenario, Attribution attribution, OutputStream out) throws IOException {
        JsonText.write(scenario, out, json -> {
            json.writeNumberField("replications", attribution.replications());
            json.writeNumberField("horizonSeconds", scenario.horizon().toSeconds());
            json.writeObjectFieldStart("measures");
            for (Measure measure : Measure.values()) {
                writeMeasure(json, attribution, measure);
            }
            json.writeEndObject();
            writeSets(json, attribution);
        });
    }

    private static void writeMeasure(JsonGenerator json, Attribution attribution, Measure measure) throws IOException {
        json.writeObjectFieldStart(measure.key());
        JsonText.interval(json, "withAll", attribution.withAll(measure));
        JsonText.interval(json, "withNone", attribution.withNone(measure));
        json.writeObjectFieldStart("shares");
        for (int cause = 0; cause < attribution.causes().size(); cause++) {
            JsonText.interval(json, attribution.causes().get(cause).key(), attribution.share(cause, measure));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** The runs that it rests on: for each set of causes that were there, what each replication came to. */
    private static void writeSets(JsonGenerator json, Attribution attribution) throws IOException {
        json.writeArrayFieldStart("sets");
        for (int set = 0; set < attribution.outcomes().size(); set++) {
            json.writeStartObject();
            json.writeArrayFieldStart("causes");
            for (int cause = 0; cause < attribution.causes().size(); cause++) {
                if ((set & 1 << cause) != 0) {
                    json.writeString(attribution.causes().get(cause).key());
                }
            }
            json.writeEndArray();
            JsonText.outcomes(json, attribution.outcomes().get(set));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
