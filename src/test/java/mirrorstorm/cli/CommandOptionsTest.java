package mirrorstorm.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option of every command, as the tree of commands lists them, with a good value and a bad one. What is good and
 * bad is said in {@code options.txt}.
 */
class CommandOptionsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String ANY = "any";
    private static final String ANY_THAT_RUNS = "any that runs";

    /** A shard of two, as Kubernetes says which. */
    private static final Map<String, String> ENVIRONMENT = Map.of("JOB_COMPLETION_INDEX", "1");

    @TempDir
    Path folder;

    /** An option with its values; see {@code options.txt} for the columns. */
    private record Case(String option, String good, String promise, String bad, String cure) {

        static Case of(String line) {
            String[] columns = line.split("\\|", -1);
            assertThat(columns).as(line).hasSize(5);
            String[] stripped = Arrays.stream(columns).map(String::strip).toArray(String[]::new);
            return new Case(stripped[0], stripped[1], stripped[2], stripped[3], stripped[4]);
        }

        boolean isNamed() {
            return option.startsWith("-");
        }
    }

    /** A command, the least that it needs to run, and its cases. */
    private record Section(String needed, List<Case> cases) {}

    private static Map<String, Section> sections() {
        try (var stream = CommandOptionsTest.class.getResourceAsStream("options.txt")) {
            Map<String, Section> sections = new LinkedHashMap<>();
            List<Case> cases = new ArrayList<>();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
                if (line.startsWith("[")) {
                    int end = line.indexOf(']');
                    cases = new ArrayList<>();
                    sections.put(
                            line.substring(1, end),
                            new Section(line.substring(end + 1).strip(), cases));
                } else if (!line.startsWith("#")) {
                    cases.add(Case.of(line));
                }
            }
            return sections;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, CommandLine> commands() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Map<String, CommandLine> all =
                new TreeMap<>(Cli.commandLine(new Console(nowhere, nowhere, new Interruption(), Map.of()))
                        .getSubcommands());
        // what no help lists is for who changes the scenarios, and writes into the sources
        all.values().removeIf(each -> each.getCommandSpec().usageMessage().hidden());
        return all;
    }

    private static List<String> names(CommandSpec command) {
        List<String> names = new ArrayList<>();
        command.options().forEach(option -> names.add(option.longestName()));
        command.positionalParameters().forEach(parameter -> names.add(parameter.paramLabel()));
        return names;
    }

    private static List<Case> cases(CommandSpec command, Map<String, Section> sections) {
        Section own = sections.getOrDefault(command.name(), new Section("", List.of()));
        boolean runs = command.findOption("--until") != null;
        return Stream.of(
                        own.cases(),
                        sections.get(ANY).cases(),
                        runs ? sections.get(ANY_THAT_RUNS).cases() : List.<Case>of())
                .flatMap(List::stream)
                .toList();
    }

    @BeforeEach
    void thereIsAShardToMerge() throws IOException {
        Files.createDirectory(folder.resolve("shards"));
        CommandLineRun run = run(
                "sweep",
                "first-steps --vary search.probes=1,2 --replications 1 --until 10s --measure stuckFinal --quiet"
                        + " --json @shards/whole.json");
        assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
    }

    @Test
    void everyOptionOfEveryCommandIsSaidAGoodAndABadValueOf() {
        Map<String, Section> sections = sections();
        commands().forEach((name, command) -> assertThat(
                        cases(command.getCommandSpec(), sections).stream().map(Case::option))
                .as("options of %s in options.txt", name)
                .containsExactlyInAnyOrderElementsOf(names(command.getCommandSpec())));
        assertThat(new TreeSet<>(sections.keySet()))
                .containsAll(commands().keySet())
                .hasSize(commands().size() + 2);
    }

    @TestFactory
    Stream<DynamicTest> aGoodValueGivesWhatIsPromised() {
        return tests("good", this::tryGood);
    }

    @TestFactory
    Stream<DynamicTest> aBadValueIsNamedWithItsCureAndNothingIsWritten() {
        return tests("bad", this::tryBad);
    }

    /** Tries a case of a command. */
    private interface Trial {
        void of(CommandSpec command, String needed, Case option) throws IOException;
    }

    private static Stream<DynamicTest> tests(String kind, Trial trial) {
        Map<String, Section> sections = sections();
        return commands().values().stream().map(CommandLine::getCommandSpec).flatMap(command -> {
            String needed = sections.get(command.name()).needed();
            return cases(command, sections).stream()
                    .map(each -> dynamicTest(
                            command.name() + " " + each.option() + ", " + kind, () -> trial.of(command, needed, each)));
        });
    }

    private void tryGood(CommandSpec command, String needed, Case option) throws IOException {
        String value = option.isNamed() ? option.option() + " " + option.good() : option.good();
        CommandLineRun run = run(command.name(), without(command, needed, option) + " " + value);
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("Try ");
        assertThat(run.code()).isZero();
        Matcher file = Pattern.compile("(\\w+\\.\\w+):(.*)").matcher(option.promise());
        if (file.matches()) {
            byte[] written = Files.readAllBytes(folder.resolve(file.group(1)));
            assertThat(new String(written, StandardCharsets.ISO_8859_1)).contains(file.group(2));
        } else if (!(command.name().equals("validate") && option.option().equals("--quiet"))) {
            assertThat(run.out()).isNotEmpty().contains(option.promise());
        }
    }

    private void tryBad(CommandSpec command, String needed, Case option) throws IOException {
        String glue = option.isNamed() ? option.bad().startsWith("=") ? "" : " " : "";
        String value = (option.isNamed() ? option.option() : "") + glue + option.bad();
        List<Path> before = files();
        CommandLineRun run =
                run(command.name(), without(command, needed, option) + output(command, option) + " " + value);
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        List<String> lines =
                run.err().lines().filter(line -> !line.startsWith("Try \"")).toList();
        assertThat(lines).hasSize(1);
        boolean isPlace = !option.isNamed() || option.option().equals("--moves"); // its name is told with the problem
        assertThat(lines.get(0)).contains(isPlace ? option.bad().replace("@", "") : option.option());
        assertThat(run.err())
                .contains(option.cure())
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        assertThat(files()).isEqualTo(before);
    }

    /** A place to write to, where the command has one that is not tried: it has to stay empty. */
    private static String output(CommandSpec command, Case option) {
        boolean isTaken = option.option().equals("--csv") || option.option().equals("--shards");
        OptionSpec csv = command.findOption("--csv");
        return csv == null || isTaken || command.name().equals("merge") ? "" : " --csv @never.csv";
    }

    /** What a command needs but for an option, with its values. */
    private static String without(CommandSpec command, String needed, Case option) {
        if (!option.isNamed()) {
            int end = needed.indexOf(" --");
            return end < 0 ? "" : needed.substring(end);
        }
        Optional<OptionSpec> tried =
                Optional.ofNullable(command.findOption(option.option())).filter(each -> !isMore(each, option));
        return tried.map(each -> needed.replaceAll(Pattern.quote(each.longestName()) + "( (?!--)\\S+)+", ""))
                .orElse(needed);
    }

    /** Whether it may be given again beside the one that is needed. */
    private static boolean isMore(ArgSpec option, Case tried) {
        return option.isMultiValue() && tried.option().equals("--set");
    }

    private CommandLineRun run(String command, String line) {
        List<String> arguments = new ArrayList<>(List.of(command));
        Matcher each = ARGUMENT.matcher(line);
        while (each.find()) {
            String written = each.group(1) != null ? each.group(1) : each.group(2);
            arguments.add(written.replaceFirst("^@", Matcher.quoteReplacement(folder + "/"))
                    .replaceFirst("^~", Matcher.quoteReplacement(folder + "/missing/")));
        }
        return CommandLineRun.of(new Interruption(), ENVIRONMENT, arguments.toArray(String[]::new));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.sorted().toList();
        }
    }
}
