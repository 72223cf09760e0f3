package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Subject;
import mirrorstorm.model.Metric;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.forecast.Fan;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.scenario.Scenario;

/** A forecast as JSON, schema 1: names and order only ever grow. A time beyond the window is {@code null}. */
final class ForecastJson {

    private ForecastJson() {}

    /**
     * Writes a forecast, UTF-8, lines ending with {@code \n}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    static void write(Scenario scenario, Forecast forecast, OutputStream out) throws IOException {
        JsonText.write(scenario, out, json -> {
            json.writeNumberField("atSeconds", Nanos.toSeconds(forecast.timeNanos()));
            json.writeStringField(
                    "plan",
                    forecast.question().plan().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.writeNumberField("futures", forecast.futures());
            json.writeNumberField(
                    "windowSeconds", Nanos.toSeconds(forecast.question().window()));
            JsonText.interval(json, "recoverySeconds", seconds(forecast.recovery()));
            JsonText.interval(json, "beyondWindow", forecast.beyond());
            json.writeStringField("standing", forecast.standing().name().toLowerCase(Locale.ROOT));
            JsonText.interval(json, "collapse", forecast.collapse(Subject.VOLUMES));
            JsonText.interval(json, "collapseCalls", forecast.collapse(Subject.CALLS));
            JsonText.interval(json, "collapseDatabases", forecast.collapse(Subject.DATABASES));
            writeFan(json, forecast.fan());
        });
    }

    private static Interval seconds(Interval nanos) {
        return new Interval(
                Nanos.toSeconds(nanos.value()), Nanos.toSeconds(nanos.low()), Nanos.toSeconds(nanos.high()));
    }

    private static void writeFan(JsonGenerator json, Fan fan) throws IOException {
        json.writeObjectFieldStart("fan");
        JsonText.numbers(json, "timeSeconds", fan.size(), i -> Nanos.toSeconds(fan.timeNanos(i)));
        JsonText.numbers(json, "shares", Fan.SHARES.size(), Fan.SHARES::get);
        for (Metric metric : Metric.values()) {
            json.writeArrayFieldStart(metric.key());
            for (int edge = 0; edge < Fan.SHARES.size(); edge++) {
                int of = edge;
                JsonText.numbers(json, fan.size(), i -> fan.get(metric, of, i));
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
