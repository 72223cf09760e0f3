package mirrorstorm.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.remedy.ExitQuestion;
import mirrorstorm.run.remedy.LastExit;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioWriter;

/** What remedies do, as JSON, schema 1: names and order only ever grow. */
final class RemedyJson {

    private RemedyJson() {}

    /**
     * Writes a last exit with the runs that show it, UTF-8, lines ending with {@code \n}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    static void write(LastExit exit, OutputStream out) throws IOException {
        ExitQuestion question = exit.question();
        JsonText.write(question.scenario(), out, json -> {
            json.writeNumberField(
                    "horizonSeconds", question.scenario().horizon().toSeconds());
            List<TimedIntervention> remedy = question.remedy().stream()
                    .map(each -> new TimedIntervention(0, each))
                    .toList();
            JsonText.texts(json, "remedy", ScenarioWriter.timelineTexts(remedy));
            json.writeStringField("keep", question.criterion().text());
            JsonText.number(json, "share", question.share());
            json.writeNumberField("fromSeconds", question.from().toSeconds());
            json.writeNumberField("toSeconds", question.to().toSeconds());
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
        });
    }

    /**
     * Writes how often a runbook works, UTF-8, lines ending with {@code \n}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    static void write(Scenario scenario, Runbook runbook, RelativePlan moves, OutputStream out) throws IOException {
        JsonText.write(scenario, out, json -> {
            json.writeNumberField("horizonSeconds", scenario.horizon().toSeconds());
            json.writeStringField("keep", runbook.criterion().text());
            json.writeNumberField("replications", runbook.with().size());
            JsonText.interval(json, "success", runbook.success());
            JsonText.interval(json, "successIfNobodyActs", runbook.successIfNobodyActs());
            JsonText.interval(json, "gain", runbook.gain());
            JsonText.texts(json, "movesAfterTrigger", ScenarioWriter.timelineTexts(moves.afterTrigger()));
            Measure measure = runbook.criterion().measure();
            JsonText.outcomes(json, measure.key(), runbook.with(), measure);
            JsonText.outcomes(json, measure.key() + "IfNobodyActs", runbook.without(), measure);
        });
    }

    private static double seconds(OptionalLong nanos) {
        return nanos.isPresent() ? Nanos.toSeconds(nanos.getAsLong()) : Double.NaN;
    }
}
