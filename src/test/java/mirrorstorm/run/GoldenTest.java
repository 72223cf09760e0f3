package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.StateChangeListener;
import mirrorstorm.model.VolumeState;
import mirrorstorm.scenario.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole runs of the bundled scenarios, kept as text that a person can read and review: how the trace begins, the
 * state hour by hour, the summary, and a hash of every change. The hash is the same on every machine and JDK. After
 * an intended change: {@code mvn test -Dtest=GoldenTest -Dgolden.update=true}, then read the difference before
 * committing it.
 */
class GoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final int HEAD_LINES = 25;

    /** A scenario, an engine, and how far the run is taken. */
    private record Case(String id, EngineKind engine, Duration until, Duration every) {

        String name() {
            return engine == EngineKind.RATES ? id : id + "-rounds";
        }
    }

    static Stream<Case> cases() {
        Duration hour = Duration.ofHours(1);
        Duration minute = Duration.ofMinutes(1);
        Stream<Case> fast = Library.IDS.stream().map(id -> {
            Duration horizon = Library.bundled(id).horizon();
            return new Case(id, EngineKind.RATES, horizon, horizon.compareTo(hour) > 0 ? hour : minute);
        });
        Stream<Case> reference = Stream.of(
                new Case("first-steps", EngineKind.ROUNDS, Duration.ofMinutes(10), minute),
                new Case("aws-2011-class", EngineKind.ROUNDS, Duration.ofMinutes(14), minute),
                new Case("aws-2011-backoff", EngineKind.ROUNDS, Duration.ofMinutes(30), minute));
        return Stream.concat(fast, reference);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theRunIsTheRecordedOne(Case which) throws IOException {
        String actual = run(which);
        Path file = GOLDEN.resolve(which.name() + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    @Test
    void everyRecordedRunIsOfACase() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            cases().map(which -> which.name() + ".txt").toArray(String[]::new));
        }
    }

    private static String run(Case which) {
        Run run = new Run(
                Library.bundled(which.id()),
                0,
                which.engine(),
                Duration.ofMinutes(1).toNanos());
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%s, engine %s, seed %d",
                which.id(),
                lower(which.engine()),
                run.scenario().seed());
        line(text, "\nthe trace begins");
        Simulation simulation = run.simulation();
        simulation.listen(head(text, simulation.cluster()));
        Map<StateChange, Integer> changes = new EnumMap<>(StateChange.class);
        simulation.listen((time, change, subject, detail) -> changes.merge(change, 1, Integer::sum));
        StringBuilder table = new StringBuilder();
        for (Duration time = Duration.ZERO; time.compareTo(which.until()) <= 0; time = time.plus(which.every())) {
            run.advanceTo(time.toNanos());
            row(table, time, which.every(), simulation);
        }
        line(text, "\nstate by state%s", table);
        line(text, "changes");
        changes.forEach((change, count) -> line(text, "  %-17s %9d", change, count));
        summary(text, run.summary(0));
        return text.toString();
    }

    private static StateChangeListener head(StringBuilder text, Cluster cluster) {
        int[] told = new int[1];
        return (time, change, subject, detail) -> {
            if (told[0]++ < HEAD_LINES) {
                line(
                        text,
                        "%16.9f s  %-17s %6d  %s",
                        time * 1e-9,
                        change,
                        subject,
                        word(cluster, change, subject, detail));
            }
        };
    }

    private static Object word(Cluster cluster, StateChange change, int subject, int detail) {
        return switch (change) {
            case NODE_STATE -> cluster.nodeState(subject);
            case VOLUME_STATE -> cluster.volumeState(subject);
            default -> detail;
        };
    }

    private static void row(StringBuilder table, Duration time, Duration every, Simulation simulation) {
        Cluster cluster = simulation.cluster();
        if (time.isZero()) {
            table.append(String.format(Locale.ROOT, "\n%6s", every.toMinutes() == 1 ? "minute" : "hour"));
            for (VolumeState state : VolumeState.values()) {
                table.append(String.format(Locale.ROOT, " %11s", lower(state)));
            }
            table.append(String.format(
                    Locale.ROOT,
                    " %8s %5s %7s %11s %6s %15s\n",
                    "awaiting",
                    "up",
                    "crashes",
                    "quarantined",
                    "copies",
                    "probes"));
        }
        table.append(String.format(Locale.ROOT, "%6d", time.dividedBy(every)));
        for (VolumeState state : VolumeState.values()) {
            table.append(String.format(Locale.ROOT, " %11d", cluster.volumeCount(state)));
        }
        table.append(String.format(
                Locale.ROOT,
                " %8d %5d %7d %11d %6d %15.0f\n",
                cluster.awaitingElectionCount(),
                cluster.nodeCount(NodeState.UP),
                cluster.crashCount(),
                cluster.quarantinedCount(),
                simulation.finishedCopyCount(),
                simulation.probes()));
    }

    private static void summary(StringBuilder text, Summary summary) {
        line(text, "\nsummary");
        line(text, "  events           %d", summary.events());
        line(text, "  stuck peak       %.6f from %.3f s", summary.stuckPeak(), summary.stuckPeakAtSeconds());
        line(text, "  stuck at once    %.6f", summary.stuckPeakInstant());
        line(text, "  stuck at the end %.6f", summary.stuckFinal());
        line(text, "  lost             %.6f", summary.lost());
        line(text, "  collapsed        %s", summary.collapsed());
        line(text, "  recovered        %s%s", summary.recovered(), recovery(summary));
        line(text, "  trace hash       %s", summary.traceHash());
    }

    private static String recovery(Summary summary) {
        return summary.recoveryNanos().isPresent()
                ? String.format(
                        Locale.ROOT, " at %.3f s", summary.recoveryNanos().getAsLong() * 1e-9)
                : "";
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
