package mirrorstorm.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.ScenarioWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No command writes onto a file that it reads, however the file is called, and no two results go to one file. */
class CommandFilesTest {

    @TempDir
    private Path folder;

    private Path input = Path.of("");
    private String before = "";

    @BeforeEach
    void writeInput() throws IOException {
        Files.createDirectory(folder.resolve("sub"));
        input = folder.resolve("mine.storm.json");
        ScenarioWriter.write(Library.bundled("first-steps"), input);
        before = Files.readString(input);
    }

    /** Each command with each option that writes a file; IN is what it reads. */
    static Stream<List<String>> writers() {
        List<List<String>> all = new ArrayList<>();
        List<List<String>> commands = List.of(
                List.of("run", "IN", "--json", "--csv", "--png", "--trace"),
                List.of("compare", "IN --b search.probes=10", "--json", "--csv"),
                List.of(
                        "sweep",
                        "IN --vary cluster.utilisation=0.5,0.6 --vary search.probes=10,20",
                        "--json",
                        "--csv",
                        "--png"),
                List.of("forecast", "IN --at 10s", "--json", "--csv"),
                List.of("last-exit", "IN --do stop-searches", "--json"),
                List.of("runbook", "first-steps --moves IN", "--json"),
                List.of("runbook", "IN", "--json"),
                List.of("explain", "IN", "--json", "--png"),
                List.of("merge", "IN", "--json", "--csv"));
        for (List<String> command : commands) {
            for (String option : command.subList(2, command.size())) {
                all.add(List.of(command.get(0), command.get(1), option));
            }
        }
        return all.stream();
    }

    private List<Path> spellings() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), input);
        Path hard = Files.createLink(folder.resolve("hard.json"), input);
        Path around = folder.resolve("sub").resolve("..").resolve("mine.storm.json");
        Path linkedFolder = Files.createSymbolicLink(folder.resolve("other"), folder);
        return List.of(input, link, hard, around, linkedFolder.resolve("mine.storm.json"));
    }

    @ParameterizedTest
    @MethodSource("writers")
    void theInputIsNeverWrittenOver(List<String> command) throws IOException {
        for (Path output : spellings()) {
            List<String> arguments = new ArrayList<>(List.of(command.get(0)));
            Arrays.stream(command.get(1).split(" "))
                    .map(each -> each.equals("IN") ? input.toString() : each)
                    .forEach(arguments::add);
            arguments.addAll(List.of(command.get(2), output.toString()));
            CommandLineRun run = CommandLineRun.of(arguments.toArray(String[]::new));
            assertThat(run.code()).as(arguments + "\n" + run.err()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(run.err())
                    .contains(command.get(2) + ": " + output + " is what the command reads; choose another file");
            assertThat(Files.readString(input)).isEqualTo(before);
        }
    }

    @Test
    void twoResultsOnOneFileAreRefusedThroughLinksToo() throws IOException {
        Path table = Files.createFile(folder.resolve("out.csv"));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), table);
        CommandLineRun run = CommandLineRun.of(
                "compare",
                "first-steps",
                "--b",
                "search.probes=10",
                "--json",
                table.toString(),
                "--csv",
                link.toString());
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("--csv: another result goes to the same place; choose another file");
        assertThat(table).isEmptyFile();
        Path fresh = folder.resolve("fresh.csv");
        Path again = folder.resolve("sub/../fresh.csv");
        run = CommandLineRun.of("run", "first-steps", "--json", fresh.toString(), "--csv", again.toString());
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(fresh).doesNotExist();
    }

    @Test
    void nothingIsLeftBesideAResult() throws IOException {
        Path result = folder.resolve("sub/run.csv");
        assertThat(CommandLineRun.of("run", "first-steps", "--quiet", "--csv", result.toString())
                        .code())
                .isZero();
        try (Stream<Path> files = Files.list(folder.resolve("sub"))) {
            assertThat(files).containsExactly(result);
        }
    }
}
