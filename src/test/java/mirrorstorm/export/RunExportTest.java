package mirrorstorm.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Settings;
import mirrorstorm.run.Run;
import mirrorstorm.run.RunResult;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;

/** What other people's scripts depend on: names, order, and null for nothing to say. */
class RunExportTest {

    private static final List<String> KEYS = List.of(
            "schema",
            "scenario",
            "seed",
            "engine",
            "version",
            "summary",
            "milestones",
            "series",
            "interventions",
            "milestoneFit",
            "spread",
            "story",
            "statusPage");

    private static final List<String> SUMMARY = List.of(
            "simulatedSeconds",
            "wallSeconds",
            "events",
            "probes",
            "nodes",
            "volumes",
            "nodesCrashed",
            "stuckPeak",
            "stuckPeakAtSeconds",
            "stuckPeakInstant",
            "collapsed",
            "stuckFinal",
            "unreachableFinal",
            "lost",
            "recovered",
            "recoverySeconds",
            "apiErrorSharePeak",
            "underReplicatedFinal",
            "recoveredVolumes",
            "recoveredCalls",
            "recoveredDatabases",
            "recoverySecondsVolumes",
            "recoverySecondsCalls",
            "recoverySecondsDatabases",
            "collapsedCalls",
            "collapsedDatabases",
            "traceHash");

    private static final List<String> MILESTONE = List.of(
            "id",
            "atSeconds",
            "fromSeconds",
            "toSeconds",
            "statistic",
            "metric",
            "published",
            "simulated",
            "tolerance",
            "within",
            "spread",
            "source");

    private static final List<String> SERIES = List.of(
            "timeSeconds",
            "stuck",
            "searching",
            "awaitingElection",
            "copying",
            "unreachable",
            "restoring",
            "lost",
            "restored",
            "freeShare",
            "nodesUp",
            "nodesCrashed",
            "nodesQuarantined",
            "probesPerSecond",
            "copiesPerSecond",
            "controlPlaneBusy",
            "controlPlaneQueue",
            "apiErrorShare",
            "apiLatencyP50Seconds",
            "apiLatencyP99Seconds",
            "instancesStuck",
            "loopGain",
            "failOversFailed",
            "underReplicated");

    private final Scenario scenario = scenario();
    private final RunResult result = run(scenario);

    private static Scenario scenario() {
        try {
            return ScenarioReader.read("test", """
                {"seed": 3, "horizon": "20m", "cluster": {"nodes": 20, "racks": 4, "volumes": 200},
                 "zones": [{"id": "a", "full": true}, {"id": "b"}],
                 "timeline": [{"at": "5m", "do": "isolate", "rack": 1, "for": "1m"}],
                 "milestones": [
                   {"id": "at", "at": "6m", "metric": "stuck", "published": 0.1, "tolerance": 1, "source": "x"},
                   {"id": "max", "from": "5m", "to": "10m", "statistic": "max", "metric": "nodesCrashed",
                    "published": 5, "tolerance": 0},
                   {"id": "late", "at": "1h", "metric": "stuck", "published": 0.1, "tolerance": 1}]}
                """);
        } catch (ScenarioException e) {
            throw new AssertionError(e);
        }
    }

    private static RunResult run(Scenario scenario) {
        Run run = new Run(scenario, 0, EngineKind.RATES, Duration.ofMinutes(1).toNanos());
        run.advanceTo(run.horizonNanos());
        return run.result(0.25);
    }

    @Test
    void theKeysAreThoseOfTheContractInItsOrder() throws IOException {
        JsonNode json = json();
        assertThat(names(json)).isEqualTo(KEYS);
        assertThat(names(json.path("summary"))).isEqualTo(SUMMARY);
        assertThat(names(json.path("milestones").path(0))).isEqualTo(MILESTONE);
        assertThat(names(json.path("milestoneFit"))).containsExactly("within", "of");
        List<String> series = names(json.path("series"));
        assertThat(series.subList(0, SERIES.size())).isEqualTo(SERIES);
        assertThat(series.subList(SERIES.size(), series.size())).containsExactly("byZone");
        assertThat(names(json.path("series").path("byZone"))).containsExactly("a", "b");
    }

    @Test
    void theValuesAreThoseOfTheRun() throws IOException {
        JsonNode json = json();
        assertThat(json.path("schema").asInt()).isEqualTo(1);
        assertThat(json.path("scenario").asText()).isEqualTo("example");
        assertThat(json.path("seed").asLong()).isEqualTo(3);
        assertThat(json.path("engine").asText()).isEqualTo("rates");
        JsonNode summary = json.path("summary");
        assertThat(summary.path("simulatedSeconds").asDouble()).isEqualTo(1_200);
        assertThat(summary.path("wallSeconds").asDouble()).isEqualTo(0.25);
        assertThat(summary.path("stuckPeakInstant").asDouble())
                .isEqualTo(result.summary().stuckPeakInstant());
        assertThat(summary.path("probes").isIntegralNumber()).isTrue();
        assertThat(summary.path("collapsed").isBoolean()).isTrue();
        assertThat(summary.path("traceHash").asText())
                .isEqualTo(result.summary().traceHash())
                .matches("[0-9a-f]+");
    }

    @Test
    void milestonesSayWhereTheRunStandsAndNullWhereItSaysNothing() throws IOException {
        JsonNode at = json().path("milestones").path(0);
        assertThat(at.path("atSeconds").asDouble()).isEqualTo(360);
        assertThat(at.path("fromSeconds").isNull()).isTrue();
        assertThat(at.path("statistic").isNull()).isTrue();
        assertThat(at.path("within").asBoolean()).isTrue();
        JsonNode max = json().path("milestones").path(1);
        assertThat(max.path("atSeconds").isNull()).isTrue();
        assertThat(max.path("toSeconds").asDouble()).isEqualTo(600);
        assertThat(max.path("statistic").asText()).isEqualTo("max");
        assertThat(max.path("within").asBoolean()).isFalse();
        assertThat(max.path("source").isNull()).isTrue();
        JsonNode late = json().path("milestones").path(2);
        assertThat(late.path("simulated").isNull()).isTrue();
        assertThat(late.path("within").isNull()).isTrue();
        assertThat(json().path("milestoneFit").path("of").asInt()).isEqualTo(2);
        assertThat(json().path("milestoneFit").path("within").asInt()).isEqualTo(1);
    }

    @Test
    void everyColumnHasAValueOrNullForEverySample() throws IOException {
        JsonNode series = json().path("series");
        for (String name : SERIES) {
            assertThat(series.path(name)).as(name).hasSize(21);
        }
        assertThat(series.path("timeSeconds").path(20).asDouble()).isEqualTo(1_200);
        assertThat(series.path("probesPerSecond").path(0).isNull()).isTrue();
        assertThat(series.path("byZone").path("b").path("apiErrorShare")).hasSize(21);
    }

    @Test
    void interventionsAreWrittenAsATimelineHasThem() throws IOException {
        JsonNode done = json().path("interventions");
        assertThat(done).hasSize(1);
        assertThat(done.path(0)).hasToString("{\"at\":\"5m\",\"do\":\"isolate\",\"rack\":1,\"for\":\"1m\"}");
    }

    @Test
    void theTableHasTheSameColumnsAndOneRowASample() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunCsv.write(result.series(), out);
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\n").doesNotContain("\r");
        assertThat(lines.get(0)).isEqualTo(String.join(",", SERIES));
        assertThat(lines).hasSize(22);
        JsonNode series = json().path("series");
        for (int row = 0; row < 21; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            for (int column = 0; column < SERIES.size(); column++) {
                JsonNode value = series.path(SERIES.get(column)).path(row);
                if (value.isNull()) {
                    assertThat(cells[column]).isEmpty();
                } else {
                    assertThat(Double.parseDouble(cells[column])).isEqualTo(value.asDouble());
                }
            }
        }
    }

    @Test
    void theSameRunIsWrittenLetterByLetterTheSameInEveryLanguage() throws IOException {
        String before = text();
        Locale language = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(text()).isEqualTo(before);
        } finally {
            Locale.setDefault(language);
        }
    }

    @Test
    void everyMetricIsAColumn() {
        assertThat(Arrays.stream(Metric.values()).map(Metric::key)).isEqualTo(SERIES.subList(1, SERIES.size()));
    }

    @Test
    void everySummaryFieldCanBeExpected() {
        assertThat(SummaryField.ALL.stream().map(SummaryField::name)).isEqualTo(SUMMARY);
        assertThat(SummaryField.find("stuckPeak")).isPresent();
        assertThat(SummaryField.find("stuck")).isEmpty();
    }

    @Test
    void theRegistryOfLeversIsWrittenWhole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LeversJson.write(out);
        JsonNode levers = new ObjectMapper().readTree(out.toByteArray()).path("levers");
        assertThat(levers).hasSameSizeAs(Levers.all());
        JsonNode base = levers.path(6);
        assertThat(base.path("path").asText()).isEqualTo("search.backoff.base");
        assertThat(base.path("default").asText()).isEqualTo("1s");
        assertThat(base.path("min").asText()).isEqualTo("1ms");
        assertThat(base.path("timing").asText()).isEqualTo("live");
        assertThat(levers.findValues("choices")).hasSize(6);
        assertThat(levers.findValuesAsText("help")).allMatch(help -> !help.isEmpty());
    }

    private String text() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> zoneIds = scenario.zones().stream().map(Settings.Zone::id).toList();
        RunJson.write(result, zoneIds, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(text());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
