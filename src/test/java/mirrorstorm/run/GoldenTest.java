package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Simulation;
import mirrorstorm.scenario.Library;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole runs of the bundled scenarios, kept as text that a person can read and review; the hash of the trace stands
 * for all of it, on every machine and JDK. After an intended change: {@code mvn test -Dgolden.update=true
 * -Dtest=GoldenTest}, then read the difference before committing it.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final int TRACE_LINES = 12;
    private static final List<Metric> COLUMNS =
            List.of(Metric.STUCK, Metric.COPYING, Metric.UNREACHABLE, Metric.NODES_CRASHED, Metric.API_ERROR_SHARE);

    static List<String> ids() {
        return Library.IDS;
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theRunIsTheRecordedOne(String id) throws IOException {
        String actual = text(id);
        Path file = GOLDEN.resolve(id + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    private static String text(String id) {
        StringBuilder text = new StringBuilder();
        Run run = new Run(
                Library.bundled(id), 0, EngineKind.RATES, Duration.ofMinutes(1).toNanos());
        Simulation simulation = run.simulation();
        int[] lines = {0};
        simulation.listen((time, change, subject, detail) -> {
            if (lines[0]++ < TRACE_LINES) {
                text.append(String.format(Locale.ROOT, "%18d ns %s %d %d%n", time, change, subject, detail));
            }
        });
        StringBuilder table = new StringBuilder();
        long end = run.horizonNanos();
        for (int i = 1; i <= 12; i++) {
            run.advanceTo(end / 12 * i);
            table.append(String.format(Locale.ROOT, "%10.0f s", simulation.clockNanos() / 1e9));
            for (Metric metric : COLUMNS) {
                double value = run.series().get(metric, run.series().size() - 1);
                table.append(String.format(Locale.ROOT, "  %s %.6f", metric.key(), value));
            }
            table.append(String.format(Locale.ROOT, "  probes %.0f%n", simulation.probes()));
        }
        run.advanceTo(end);
        Summary summary = run.summary(0);
        text.append("...\n").append(table);
        text.append(String.format(
                Locale.ROOT,
                "events %d, crashes %d, stuck peak %.6f, lost %.6f, recovered %s, collapsed %s%ntrace %s%n",
                summary.events(),
                summary.nodesCrashed(),
                summary.stuckPeak(),
                summary.lost(),
                summary.recovered(),
                summary.collapsed(),
                summary.traceHash()));
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
