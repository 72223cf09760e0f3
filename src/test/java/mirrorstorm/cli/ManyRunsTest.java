package mirrorstorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that run many replications: the same files for any number of threads, shards and kills. */
class ManyRunsTest {

    private static final List<String> SWEEP = List.of(
            "sweep",
            "first-steps",
            "--vary",
            "race.probability=1e-10..1e-8:3:log",
            "--vary",
            "cluster.utilisation=0.7..0.9:4",
            "--replications",
            "3",
            "--until",
            "30m",
            "--quiet");

    @TempDir
    Path folder;

    private CommandLineRun sweep(String... more) {
        List<String> arguments = new ArrayList<>(SWEEP);
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(file(name));
    }

    @Test
    void oneTwoAndSevenThreadsWriteTheSameFiles() throws IOException {
        for (int threads : new int[] {1, 2, 7}) {
            String json = file(threads + ".json").toString();
            String csv = file(threads + ".csv").toString();
            assertThat(sweep("--threads", "" + threads, "--json", json, "--csv", csv)
                            .code())
                    .isZero();
        }
        assertThat(bytes("2.json")).isEqualTo(bytes("1.json"));
        assertThat(bytes("7.json")).isEqualTo(bytes("1.json"));
        assertThat(bytes("7.csv")).isEqualTo(bytes("1.csv"));
        assertThat(Files.exists(file("1.json.partial"))).isFalse();
    }

    @Test
    void fiveProcessesOneOfThemKilledAndRerunMergeToWhatOneWouldHaveWritten() throws Exception {
        assertThat(sweep(
                                "--json",
                                file("whole.json").toString(),
                                "--csv",
                                file("whole.csv").toString())
                        .code())
                .isZero();
        kill(2);
        List<Process> processes = new ArrayList<>();
        for (int shard = 0; shard < 5; shard++) {
            processes.add(start(shard));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        CommandLineRun merge = CommandLineRun.of(
                "merge",
                shard(3),
                shard(0),
                shard(4),
                shard(1),
                shard(2),
                "--json",
                file("merged.json").toString(),
                "--csv",
                file("merged.csv").toString());
        assertThat(merge.code()).isZero();
        assertThat(bytes("merged.json")).isEqualTo(bytes("whole.json"));
        assertThat(bytes("merged.csv")).isEqualTo(bytes("whole.csv"));
    }

    /** Kills a shard once it has done a cell, in the middle of writing the next one. */
    private void kill(int shard) throws Exception {
        Process process = start(shard);
        Path journal = file("s" + shard + ".json.partial");
        org.awaitility.Awaitility.await()
                .until(() -> !process.isAlive()
                        || (Files.exists(journal) && Files.readAllLines(journal).size() >= 2));
        process.destroyForcibly().waitFor();
        if (Files.exists(journal)) {
            Files.writeString(journal, "{\"cell\":7,\"val", StandardOpenOption.APPEND);
        }
    }

    private String shard(int index) {
        return file("s" + index + ".json").toString();
    }

    private Process start(int shard) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "mirrorstorm.Main"));
        command.addAll(SWEEP);
        command.addAll(List.of("--shards", "5", "--json", shard(shard)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JOB_COMPLETION_INDEX", "" + shard);
        return builder.start();
    }

    @Test
    void whatIsMissingForeignOrTwiceIsNamed() {
        sweep("--shard", "0/3", "--json", shard(0));
        sweep("--shard", "1/3", "--json", shard(1), "--seed", "8");
        CommandLineRun merge = CommandLineRun.of("merge", shard(0), shard(0), shard(1), "--json", "-");
        assertThat(merge.code()).isEqualTo(2);
        assertThat(merge.err())
                .contains("s0.json: is shard 0")
                .contains("s1.json: is of another sweep: scenarioSha256, seed differs")
                .contains("shards are missing: 1/3, 2/3");
    }

    @Test
    void aJournalOfAnotherSweepIsNotOverwritten() throws IOException {
        Files.writeString(file("a.json.partial"), "{\"kind\":\"sweep\"}\n", StandardCharsets.UTF_8);
        CommandLineRun run = sweep("--json", file("a.json").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("a.json.partial").contains("another sweep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare first-steps --b search.backoff.policy=full-jitter --replications 2 | b minus a",
                "compare first-steps --b search.probes=1 --replications 2 --csv - |"
                        + " variant,label,partedAtSeconds,measure",
                "forecast first-steps --at 1m --futures 4 --window 1h | Recovered after",
                "last-exit first-steps --do stop-searches --replications 4 --resolution 10m --until 20m | The runs",
                "runbook first-steps --moves first-steps --replications 2 --until 20m | If nobody acts",
                "explain first-steps --replications 1 --until 10m | due to"
            })
    void eachSaysInWordsWhatItFound(String arguments, String found) {
        CommandLineRun run = CommandLineRun.of((arguments + " --quiet").split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare first-steps --b search.backof.policy=none",
                "compare first-steps --b search.backoff.cap=1ms",
                "forecast first-steps --at 999h",
                "forecast first-steps --at 1m --futures 0",
                "sweep first-steps --vary cluster.utilisation=0.1..0.9",
                "sweep first-steps --vary search.probes=1,2 --png x.png",
                "sweep first-steps --vary search.probes=1,2 --shard 5/5 --json -",
                "last-exit first-steps --do nothing-at-all",
                "last-exit first-steps --do stop-searches --keep stuckPeak",
                "runbook first-steps --keep nothing<1",
                "explain first-steps --measure nothing"
            })
    void whatCannotBeDoneIsSaidWithTheCure(String arguments) {
        CommandLineRun run = CommandLineRun.of((arguments + " --quiet").split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isNotEmpty().doesNotContain("Exception").doesNotContain("\tat ");
    }
}
