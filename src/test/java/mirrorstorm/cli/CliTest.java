package mirrorstorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliTest {

    @TempDir
    Path folder;

    // --- commands

    @Test
    void runWithoutAFileSaysInAFewLinesWhatCameOfIt() {
        CommandLineRun run = CommandLineRun.of("run", "first-steps");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("First steps: twelve nodes (first-steps), seed 7, engine rates\nSimulated 10m in ")
                .contains("\nAt the end: 0.00 % stuck, 0.00 % unreachable, 0.00 % lost.\n")
                .contains("\nNodes: 13 in all, 0 crashes.\n")
                .containsPattern("\nThe cluster recovered at [0-9.]+m.\n")
                .containsPattern("\nTrace [0-9a-f]{16}\n$");
    }

    @Test
    void milestonesAreJudgedOneByOne() {
        CommandLineRun run =
                CommandLineRun.of("run", "aws-2011-class", "--set", "search.target=previous-first", "--until", "20m");
        assertThat(run.out())
                .containsPattern("\n  stuck-at-onset +13m +stuck +0.13 +0.0000  off\n")
                .containsPattern("\n  stuck-when-stopped +653m +stuck +0.13 +-  no value\n");
    }

    /** One run says little of a fit: between what other seeds lie, and that this one was chosen. */
    @Test
    void whatOtherSeedsShowStandsBesideTheMilestones() {
        CommandLineRun bundled = CommandLineRun.of("run", "retries-140", "--quiet");
        assertThat(bundled.out())
                .containsPattern("within tolerance  [0-9.]+ to [0-9.]+\n")
                .contains("Of 100 runs with other seeds")
                .contains("This run lies further from the middle of them than")
                .contains("Its seed 2021 was chosen");
        CommandLineRun drawn = CommandLineRun.of("run", "retries-140", "--quiet", "--seed", "5");
        assertThat(drawn.out()).contains("Of 100 runs with other seeds").doesNotContain("was chosen");
        CommandLineRun changed = CommandLineRun.of("run", "retries-140", "--quiet", "--set", "controlPlane.threads=25");
        assertThat(changed.out()).doesNotContain("other seeds");
    }

    @Test
    void validateSaysOfEachFileWhetherItIsFine() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.storm.json"), "{\"titel\": \"x\"}");
        CommandLineRun run = CommandLineRun.of("validate", "aws-2011", broken.toString(), "first-steps");
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEqualTo("aws-2011: fine\nfirst-steps: fine\n");
        assertThat(run.err()).isEqualTo(broken + ":1:2: titel: there is no such field; did you mean title?\n");
    }

    @Test
    void validateQuietlySaysNothingOfWhatIsFine() {
        assertThat(CommandLineRun.of("validate", "--quiet", "aws-2011")).isEqualTo(new CommandLineRun(0, "", ""));
    }

    @Test
    void scenariosListsEveryBundledOneInALine() {
        CommandLineRun run = CommandLineRun.of("scenarios");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(line -> line.split(" ", 2)[0])).isEqualTo(Library.IDS);
    }

    @Test
    void leversListsEveryLeverInALine() {
        CommandLineRun run = CommandLineRun.of("levers");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines()).hasSameSizeAs(Levers.all());
        assertThat(run.out())
                .containsPattern("(?m)^search.backoff.base +live +1s +1ms to 1d +First wait$")
                .containsPattern("(?m)^cluster.nodes +at-start +480 nodes +2 to 100000 +Nodes$");
    }

    @ParameterizedTest
    @CsvSource({"--help", "-h", "run --help", "validate --help", "scenarios --help", "levers --help"})
    void everyCommandHasHelpInWhichNothingIsLeftUnexplained(String arguments) {
        CommandLineRun run = CommandLineRun.of(arguments.split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        String wholeLines = run.out().replaceAll("\\n {20,}", " ");
        assertThat(wholeLines)
                .contains("Usage: mirrorstorm")
                .contains("--version")
                .doesNotContain("{0}");
        assertThat(wholeLines.lines()).noneMatch(line -> line.matches(" +--\\S+ *"));
    }

    @ParameterizedTest
    @CsvSource({"--version", "run --version", "levers --version"})
    void everyCommandTellsTheVersion(String arguments) {
        CommandLineRun run = CommandLineRun.of(arguments.split(" "));
        assertThat(run.code()).isZero();
        assertThat(run.out()).matches("mirrorstorm \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    // --- files

    @Test
    void resultsGoToFilesAndNothingElseIsPrinted() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "run",
                "first-steps",
                "--json",
                file("run.json"),
                "--csv",
                file("run.csv"),
                "--trace",
                file("run.trace"),
                "--sample",
                "10s");
        assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(names()).containsExactlyInAnyOrder("run.json", "run.csv", "run.trace");
        assertThat(Files.readAllLines(folder.resolve("run.csv"))).hasSize(62);
        assertThat(Files.readAllLines(folder.resolve("run.trace")))
                .startsWith("timeNanos,change,subject,detail", "30000000000,intervention,0,0")
                .contains("30000000000,node-state,3,isolated", "40000000000,node-state,3,up");
    }

    @Test
    void aDashIsStandardOutput() {
        CommandLineRun json = CommandLineRun.of("run", "first-steps", "--json", "-");
        assertThat(json.out()).startsWith("{\n  \"schema\": 1,\n").endsWith("}\n");
        CommandLineRun csv = CommandLineRun.of("run", "first-steps", "--csv", "-");
        assertThat(csv.out()).startsWith("timeSeconds,stuck,").endsWith("\n");
    }

    @Test
    void theSameCommandLineGivesTheSameTraceAndAnotherSeedAnother() throws IOException {
        for (String name : List.of("one", "two")) {
            CommandLineRun.of("run", "first-steps", "--trace", file(name), "--seed", "5");
        }
        CommandLineRun.of("run", "first-steps", "--trace", file("other"), "--seed", "6");
        String one = Files.readString(folder.resolve("one"));
        assertThat(Files.readString(folder.resolve("two"))).isEqualTo(one);
        assertThat(Files.readString(folder.resolve("other"))).isNotEqualTo(one);
    }

    @Test
    void leversAreSetFromTheLeftToTheRight() {
        CommandLineRun run = CommandLineRun.of(
                "run",
                "first-steps",
                "--set",
                "cluster.nodes=15",
                "--set",
                "cluster.nodes=24",
                "--set",
                "race.probability=0",
                "--until",
                "3m",
                "--engine",
                "rounds");
        assertThat(run.out()).contains("engine rounds\nSimulated 3m in").contains("Nodes: 24 in all, 0 crashes.");
    }

    // --- expectations

    @ParameterizedTest
    @CsvSource({
        "stuckPeakInstant > 0.2,    0",
        "stuckPeakInstant<0.2,      1",
        "nodesCrashed == 0,         0",
        "nodesCrashed != 0,         1",
        "nodes >= 13,               0",
        "nodes <= 12,               1",
        "recovered == true,         0",
        "recovered != true,         1",
        "underReplicatedFinal < 1,  0",
        "recoverySeconds < 600,     0",
        "traceHash == 0,            1"
    })
    void whatIsExpectedDecidesTheExitCode(String expectation, int code) {
        CommandLineRun run = CommandLineRun.of("run", "first-steps", "--expect", expectation, "--quiet");
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err().isEmpty()).isEqualTo(code == 0);
    }

    /** The first steps end less than ten minutes after their trigger, and make no API calls. */
    @ParameterizedTest
    @CsvSource({
        "stuckPeak < 0.2,        run on until 630s",
        "collapsed == false,     run on until 630s",
        "apiErrorSharePeak >= 0, no zone but the affected one",
        "recoveredCalls == true, no zone but the affected one",
        "collapsedDatabases == false, the scenario has no databases"
    })
    void whatARunCannotShowCannotBeExpected(String expectation, String why) {
        CommandLineRun run = CommandLineRun.of("run", "first-steps", "--expect", expectation, "--quiet");
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(why);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatALongerRunShowsCanBeExpected() {
        CommandLineRun run =
                CommandLineRun.of("run", "first-steps", "--until", "11m", "--expect", "stuckPeak < 0.2", "--quiet");
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void callsThatFailToTheEndAreNotRecovered() {
        CommandLineRun run =
                CommandLineRun.of("run", "retries-280", "--until", "4m", "--quiet", "--expect", "recovered == true");
        assertThat(run.code()).isEqualTo(ExitCode.EXPECTATION_FALSE);
        assertThat(run.out())
                .contains("The cluster did not recover.")
                .contains("Volumes: never broken")
                .contains("API calls elsewhere: not recovered");
    }

    @Test
    void everyDisappointmentIsTold() {
        CommandLineRun run = CommandLineRun.of(
                "run",
                "first-steps",
                "--expect",
                "nodes == 1",
                "--expect",
                "nodes == 13",
                "--expect",
                "stuckFinal > 1",
                "--expect",
                "recovered == false");
        assertThat(run.code()).isEqualTo(ExitCode.EXPECTATION_FALSE);
        assertThat(run.err()).isEqualTo("""
            expected nodes == 1, but it is 13
            expected stuckFinal > 1, but it is 0
            expected recovered == false, but it is true
            """);
    }

    // --- bad input

    @Test
    void everythingThatIsWrongIsToldAtOnceBeforeAnythingRuns() throws IOException {
        String nowhere = folder.resolve("missing/run.json").toString();
        CommandLineRun run = CommandLineRun.of(
                "run",
                "aws-2012",
                "--seed",
                "x",
                "--until",
                "5",
                "--set",
                "foo",
                "--set",
                "search.probe=1",
                "--set",
                "cluster.nodes=abc",
                "--engine",
                "rate",
                "--sample",
                "1ns",
                "--json",
                nowhere,
                "--at",
                "3h",
                "--expect",
                "stuckPeek < 1",
                "--expect",
                "collapsed < 1",
                "--expect",
                "nodes < many",
                "--expect",
                "maybe");
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("""
            aws-2012: there is neither a file nor a bundled scenario of that name; did you mean aws-2011?
            --seed: must be a whole number, but is x
            --set: "foo" sets nothing; write it like search.backoff.base=1s
            --set: there is no lever search.probe; did you mean search.probes?
            --set: cluster.nodes: must be a whole number, but is abc
            --until: the duration "5" has no unit; write "5s" for seconds, or another of ns, us, ms, s, m, h, d
            --engine: there is no engine rate; did you mean rates?
            --json: cannot write %s: its folder does not exist; choose a folder that exists and can be written to
            --expect: the summary has no field stuckPeek; did you mean stuckPeak?
            --expect: collapsed can only be == or != to something
            --expect: nodes is compared with a number, not with many
            --expect: "maybe" is no expectation; write it like "stuckPeak < 0.2", with <, <=, >, >=, == or !=
            --sample: a sample every 1ns until 4d is too much; at most 400000 samples are kept
            --at: says which moment a picture shows, but there is no picture; add --png FILE
            """.formatted(nowhere));
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsSetMayContradictTheScenario() {
        CommandLineRun run =
                CommandLineRun.of("run", "first-steps", "--set", "search.backoff.base=10m", "--set", "cluster.nodes=8");
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).isEqualTo("""
            --set: search.backoff.cap: must be at least the base, 10m, but is 5m; raise it or lower \
            search.backoff.base
            --set: timeline[0].nodes[3]: there is no node 9 by then; they are counted from 0 to 7
            """);
    }

    @Test
    void twoResultsCannotGoToOnePlace() {
        String one = file("one");
        CommandLineRun files = CommandLineRun.of("run", "first-steps", "--json", one, "--csv", one);
        assertThat(files.err()).isEqualTo("--csv: another result goes to the same place; choose another file\n");
        CommandLineRun standard = CommandLineRun.of("run", "first-steps", "--json", "-", "--trace", "-");
        assertThat(standard.err()).isEqualTo("--trace: another result goes to the same place; choose another file\n");
    }

    @Test
    void aPictureCannotShowWhatComesAfterTheEnd() {
        CommandLineRun run = CommandLineRun.of("run", "first-steps", "--png", file("late.png"), "--at", "11m");
        assertThat(run.err()).isEqualTo("--at: must not be after the end: 11m is later than 10m\n");
        CommandLineRun standard = CommandLineRun.of("run", "first-steps", "--png", "-");
        assertThat(standard.err()).isEqualTo("--png: a picture goes to a file, not to standard output\n");
    }

    @Test
    void aFolderIsNoFile() {
        CommandLineRun run = CommandLineRun.of("run", "first-steps", "--csv", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).startsWith("--csv: cannot write " + folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu | mirrorstorm: there is no command rnu; did you mean run?",
                "tempest | mirrorstorm: there is no command tempest; choose one of run, compare, forecast, sweep,"
                        + " merge, last-exit, runbook, explain, validate, scenarios, levers",
                "--versoin | mirrorstorm: there is no option --versoin; did you mean --version?",
                "run first-steps --sed 5 | mirrorstorm run: there is no option --sed; did you mean --seed?",
                "run first-steps again | mirrorstorm run: there is one argument too many, again",
                "levers --jsn | mirrorstorm levers: there is no option --jsn; did you mean --json?"
            })
    void whatIsUnknownIsAnsweredWithTheNearest(String arguments, String answer) {
        CommandLineRun run = CommandLineRun.of(arguments.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst()).isEqualTo(Optional.of(answer));
        assertThat(run.err()).contains("--help").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"run", "validate", "run first-steps --seed", "run first-steps --seed 1 --seed 2"})
    void whatIsMissingOrGivenTwiceIsBadInput(String arguments) {
        CommandLineRun run = CommandLineRun.of(arguments.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("--help").doesNotContain("Exception");
    }

    // --- our fault, and the end

    @Test
    void aFaultOfOursLeavesALogAndNamesIt() throws IOException {
        PrintStream broken = new PrintStream(new OutputStream() {
            @Override
            public void write(int unused) {
                throw new IllegalStateException("the pipes are broken");
            }
        });
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        int code = Cli.run(new String[] {"scenarios"}, broken, new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).isEqualTo(ExitCode.OUR_FAULT);
        String message = err.toString(StandardCharsets.UTF_8).strip();
        Path log = Path.of(message.substring(message.lastIndexOf(' ') + 1));
        assertThat(message)
                .startsWith("This is a fault of the program, not yours.")
                .hasLineCount(1);
        assertThat(log).content().contains("the pipes are broken").contains("Arguments: scenarios");
        Files.delete(log);
    }

    @Test
    void anInterruptedRunLeavesNothingBehind() throws IOException {
        Interruption interruption = new Interruption();
        interruption.ask();
        CommandLineRun run = CommandLineRun.of(
                interruption, "run", "first-steps", "--trace", file("run.trace"), "--json", file("run.json"));
        assertThat(run.code()).isNotZero();
        assertThat(run.err()).isEqualTo("stopped at 0s; nothing was written\n");
        assertThat(names()).isEmpty();
    }

    @Test
    void progressIsToldEveryFewSecondsOfTheRealWorld() {
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        long[] wallNanos = {0};
        Progress progress = new Progress(new PrintStream(err, true, StandardCharsets.UTF_8), () -> wallNanos[0]);
        long hour = 3_600_000_000_000L;
        for (int second = 0; second <= 5; second++) {
            wallNanos[0] = second * 1_000_000_000L;
            progress.at(second * hour, 10 * hour);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("""
            at 2h of 10h, 20 %, about 8s left
            at 4h of 10h, 40 %, about 6s left
            """);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
