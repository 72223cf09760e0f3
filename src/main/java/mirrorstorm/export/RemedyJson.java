package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.remedy.LastExit;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioWriter;

/** What remedies do, as JSON, schema 1: names and order only ever grow. */
public final class RemedyJson {

    /** The version of this format. */
    public static final int SCHEMA = 1;

    private RemedyJson() {}

    /**
     * Writes a last exit with the runs that show it, UTF-8, lines ending with {@code \n}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(LastExit exit, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            writeHead(json, exit.question().scenario());
            json.writeArrayFieldStart("remedy");
            for (Intervention each : exit.question().remedy()) {
                json.writeString(ScenarioWriter.timelineTexts(List.of(new TimedIntervention(0, each)))
                        .get(0));
            }
            json.writeEndArray();
            json.writeStringField("keep", exit.question().criterion().text());
            JsonText.number(json, "share", exit.question().share());
            json.writeNumberField("fromSeconds", exit.question().from().toSeconds());
            json.writeNumberField("toSeconds", exit.question().to().toSeconds());
            JsonText.number(json, "latestSeconds", seconds(exit.latestNanos()));
            JsonText.number(json, "tooLateSeconds", seconds(exit.tooLateNanos()));
            JsonText.number(json, "tooSoonSeconds", seconds(exit.tooSoonNanos()));
            JsonText.number(json, "surelySeconds", seconds(exit.surelyNanos()));
            JsonText.number(json, "surelyTooLateSeconds", seconds(exit.surelyTooLateNanos()));
            json.writeArrayFieldStart("tried");
            for (LastExit.Attempt attempt : exit.tried()) {
                json.writeStartObject();
                JsonText.number(json, "atSeconds", seconds(attempt.timeNanos()));
                json.writeNumberField("successes", attempt.successes());
                json.writeNumberField("replications", attempt.replications());
                JsonText.interval(json, "share", attempt.share());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /**
     * Writes how often a runbook works, UTF-8, lines ending with {@code \n}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Scenario scenario, Runbook runbook, RelativePlan moves, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            writeHead(json, scenario);
            json.writeStringField("keep", runbook.criterion().text());
            json.writeNumberField("replications", runbook.with().size());
            JsonText.interval(json, "success", runbook.success());
            JsonText.interval(json, "successIfNobodyActs", runbook.successIfNobodyActs());
            JsonText.interval(json, "gain", runbook.gain());
            json.writeArrayFieldStart("movesAfterTrigger");
            for (String move : ScenarioWriter.timelineTexts(moves.afterTrigger())) {
                json.writeString(move);
            }
            json.writeEndArray();
            Measure measure = runbook.criterion().measure();
            double[] with = Outcome.values(runbook.with(), measure);
            double[] without = Outcome.values(runbook.without(), measure);
            JsonText.numbers(json, measure.key(), with.length, i -> with[i]);
            JsonText.numbers(json, measure.key() + "IfNobodyActs", without.length, i -> without[i]);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void writeHead(JsonGenerator json, Scenario scenario) throws IOException {
        json.writeNumberField("schema", SCHEMA);
        json.writeStringField("scenario", scenario.id());
        json.writeNumberField("seed", scenario.seed());
        json.writeStringField("version", Version.text());
        json.writeNumberField("horizonSeconds", scenario.horizon().toSeconds());
    }

    private static double seconds(OptionalLong nanos) {
        return nanos.isPresent() ? Nanos.toSeconds(nanos.getAsLong()) : Double.NaN;
    }
}
