package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.run.MilestoneResult;
import mirrorstorm.run.RunResult;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.run.story.StatusPost;
import mirrorstorm.run.story.Story;
import mirrorstorm.run.story.StoryEntry;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Numbers;
import mirrorstorm.scenario.ScenarioWriter;
import mirrorstorm.scenario.Spread;

/**
 * The result of a run as JSON, schema 1: what {@code run --json} gives to other people's scripts, so names and order
 * only ever grow. {@code null} where there is nothing to say, never a made-up 0.
 */
public final class RunJson {

    private final JsonGenerator json;

    private RunJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes a result, UTF-8, lines ending with {@code \n}. Leaves {@code out} open.
     *
     * @param zoneIds of the scenario, in its order
     * @throws IOException if it cannot be written
     */
    public static void write(RunResult result, List<String> zoneIds, OutputStream out) throws IOException {
        JsonText.write(out, json -> new RunJson(json).write(result, zoneIds));
    }

    private void write(RunResult result, List<String> zoneIds) throws IOException {
        json.writeStringField("scenario", result.scenarioId());
        json.writeNumberField("seed", result.seed());
        json.writeStringField("engine", result.engine().name().toLowerCase(Locale.ROOT));
        json.writeStringField("version", Version.text());
        summary(result);
        json.writeArrayFieldStart("milestones");
        for (MilestoneResult milestone : result.milestones()) {
            milestone(milestone, result.spread());
        }
        json.writeEndArray();
        series(result.series(), zoneIds);
        json.writeArrayFieldStart("interventions");
        for (String intervention : ScenarioWriter.timelineTexts(result.interventions())) {
            json.writeRawValue(intervention);
        }
        json.writeEndArray();
        milestoneFit(result.milestones());
        spread(result);
        story(result.story());
    }

    private void summary(RunResult result) throws IOException {
        json.writeObjectFieldStart("summary");
        for (SummaryField field : SummaryField.ALL) {
            json.writeFieldName(field.name());
            value(field.of(result));
        }
        json.writeEndObject();
    }

    /** Between what the runs of other seeds lie. */
    private void band(Optional<Spread.Band> band) throws IOException {
        if (band.isEmpty()) {
            json.writeNullField("spread");
            return;
        }
        json.writeObjectFieldStart("spread");
        field("p05", said(band.get().p05()));
        field("p50", said(band.get().p50()));
        field("p95", said(band.get().p95()));
        field("agreeing", Optional.of(band.get().agreeing()));
        json.writeEndObject();
    }

    private static Optional<Object> said(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    /** Where the run lies in the spread of its scenario; null if that is not known. */
    private void spread(RunResult result) throws IOException {
        if (result.spread().isEmpty()) {
            json.writeNullField("spread");
            return;
        }
        Spread spread = result.spread().get();
        boolean isWhole = result.milestones().stream().allMatch(MilestoneResult::isReached);
        double[] values = result.milestones().stream()
                .mapToDouble(MilestoneResult::simulated)
                .toArray();
        json.writeObjectFieldStart("spread");
        json.writeNumberField("replications", spread.replications());
        json.writeNumberField("medianWithin", spread.medianWithin());
        field("allWithin", Optional.of(spread.allWithin()));
        field("wilderThan", isWhole ? Optional.of(spread.wilderThan(values)) : Optional.empty());
        json.writeEndObject();
    }

    private void milestone(MilestoneResult result, Optional<Spread> spread) throws IOException {
        Milestone milestone = result.milestone();
        Optional<Milestone.Within> within =
                milestone.when() instanceof Milestone.Within found ? Optional.of(found) : Optional.empty();
        Optional<Object> at =
                milestone.when() instanceof Milestone.At found ? Optional.of(seconds(found.time())) : Optional.empty();
        json.writeStartObject();
        json.writeStringField("id", milestone.id());
        field("atSeconds", at);
        field("fromSeconds", within.map(found -> seconds(found.from())));
        field("toSeconds", within.map(found -> seconds(found.to())));
        field("statistic", within.map(found -> found.statistic().text()));
        json.writeStringField("metric", milestone.metric());
        field("published", Optional.of(milestone.published()));
        field("simulated", Double.isNaN(result.simulated()) ? Optional.empty() : Optional.of(result.simulated()));
        field("tolerance", Optional.of(milestone.tolerance()));
        field("within", result.isReached() ? Optional.of(result.within()) : Optional.empty());
        band(spread.flatMap(known -> known.band(milestone.id())));
        field("source", milestone.source().isEmpty() ? Optional.empty() : Optional.of(milestone.source()));
        json.writeEndObject();
    }

    /** Milestones that the run did not get to say nothing about its fit. */
    private void milestoneFit(List<MilestoneResult> milestones) throws IOException {
        List<MilestoneResult> reached =
                milestones.stream().filter(MilestoneResult::isReached).toList();
        json.writeObjectFieldStart("milestoneFit");
        json.writeNumberField(
                "within", reached.stream().filter(MilestoneResult::within).count());
        json.writeNumberField("of", reached.size());
        json.writeEndObject();
    }

    private void series(Series series, List<String> zoneIds) throws IOException {
        json.writeObjectFieldStart("series");
        column(RunCsv.TIME, series, i -> RunCsv.seconds(series, i));
        for (Metric metric : Metric.values()) {
            column(metric.key(), series, i -> series.get(metric, i));
        }
        json.writeObjectFieldStart("byZone");
        for (int zone = 0; zone < zoneIds.size(); zone++) {
            int index = zone;
            json.writeObjectFieldStart(zoneIds.get(zone));
            column(Metric.API_ERROR_SHARE.key(), series, i -> series.errorShare(index, i));
            column(Metric.API_LATENCY_P50_SECONDS.key(), series, i -> series.latencyP50Seconds(index, i));
            column(Metric.API_LATENCY_P99_SECONDS.key(), series, i -> series.latencyP99Seconds(index, i));
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void column(String name, Series series, IntToDoubleFunction column) throws IOException {
        json.writeArrayFieldStart(name);
        for (int i = 0; i < series.size(); i++) {
            double value = column.applyAsDouble(i);
            value(Double.isNaN(value) ? Optional.empty() : Optional.of(value));
        }
        json.writeEndArray();
    }

    private void story(Story story) throws IOException {
        json.writeArrayFieldStart("story");
        for (StoryEntry entry : story.entries()) {
            json.writeStartObject();
            field("timeSeconds", Optional.of(Nanos.toSeconds(entry.timeNanos())));
            json.writeStringField("rule", entry.rule());
            json.writeStringField("severity", entry.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("text", Sentences.of(entry));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("statusPage");
        for (StatusPost post : story.posts()) {
            json.writeStartObject();
            field("timeSeconds", Optional.of(Nanos.toSeconds(post.timeNanos())));
            field("aboutSeconds", Optional.of(Nanos.toSeconds(post.about().timeNanos())));
            json.writeStringField("told", Sentences.of(post.told()));
            json.writeStringField("truth", Sentences.of(post.truth()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void field(String name, Optional<?> value) throws IOException {
        json.writeFieldName(name);
        value(value);
    }

    private void value(Optional<?> value) throws IOException {
        Object some = value.isPresent() ? value.get() : "";
        if (value.isEmpty()) {
            json.writeNull();
        } else if (some instanceof Double number) {
            json.writeNumber(Numbers.text(number));
        } else if (some instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (some instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            json.writeString(some.toString());
        }
    }

    private static Object seconds(Duration time) {
        return Nanos.toSeconds(time);
    }
}
