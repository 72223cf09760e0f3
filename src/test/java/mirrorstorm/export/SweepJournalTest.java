package mirrorstorm.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Cases;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Levers;
import mirrorstorm.scenario.ScenarioException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sweeps of the window have found out, kept in one folder. */
class SweepJournalTest {

    @TempDir
    private Path folder;

    private static SweepPlan plan(double utilisation) {
        Axis axis = new Axis(Levers.require("cluster.utilisation"), List.of(utilisation));
        return new SweepPlan(
                Cases.smallStorm(Duration.ofMinutes(1)), EngineKind.RATES, List.of(axis), 1, Measure.STUCK_PEAK, 0);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyQuestionHasItsOwnJournalAndOnlyTheNewestAreKept() throws IOException {
        for (int i = 0; i < 9; i++) {
            Path old = Files.writeString(folder.resolve("old" + i + ".partial"), "x");
            Files.setLastModifiedTime(old, FileTime.fromMillis(1_000_000L * i));
        }
        SweepJournal.openIn(folder, plan(0.5)).close();
        assertThat(names())
                .hasSize(8)
                .doesNotContain("old0.partial", "old1.partial")
                .contains("old8.partial");
        SweepJournal.openIn(folder, plan(0.5)).close();
        assertThat(names()).hasSize(8);
        SweepJournal.openIn(folder, plan(0.6)).close();
        assertThat(names()).hasSize(8).doesNotContain("old2.partial");
    }

    private static Cell cell(SweepPlan plan, int index) {
        double[] values = new double[Measure.values().length];
        Arrays.setAll(values, i -> 0.125 * i);
        Outcome outcome = new Outcome(Arrays.stream(values).boxed().toList());
        return new Cell(index, Collections.nCopies(plan.replications(), outcome));
    }

    private static SweepPlan twoCells() {
        Axis axis = new Axis(Levers.require("cluster.utilisation"), List.of(0.5, 0.6));
        return new SweepPlan(
                Cases.smallStorm(Duration.ofMinutes(1)), EngineKind.RATES, List.of(axis), 1, Measure.STUCK_PEAK, 0);
    }

    @Test
    void noFlippedBitOfAJournalBecomesAnotherResult() throws IOException {
        SweepPlan plan = twoCells();
        Path file = folder.resolve("sweep.json.partial");
        try (SweepJournal journal = SweepJournal.open(file, plan, Shard.WHOLE)) {
            journal.add(cell(plan, 0));
            journal.add(cell(plan, 1));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length * 8; i += 3) {
            byte[] damaged = whole.clone();
            damaged[i / 8] ^= (byte) (1 << i % 8);
            Files.write(file, damaged);
            try (SweepJournal journal = SweepJournal.open(file, plan, Shard.WHOLE)) {
                journal.cells().forEach((index, known) -> assertThat(known).isEqualTo(cell(plan, index)));
            } catch (IOException e) {
                assertThat(Files.readAllBytes(file)).as("a foreign file stays").isEqualTo(damaged);
            }
        }
    }

    @Test
    void noFlippedBitOfAShardBecomesAnotherResult() throws IOException, ScenarioException {
        SweepPlan plan = twoCells();
        Path file = folder.resolve("shard.json");
        AtomicFile.write(
                file, out -> SweepFiles.writeJson(plan, Shard.WHOLE, List.of(cell(plan, 0), cell(plan, 1)), out));
        byte[] whole = Files.readAllBytes(file);
        ByteArrayOutputStream merged = new ByteArrayOutputStream();
        SweepMerge.of(List.of(file)).writeJson(merged);
        assertThat(merged.toByteArray()).isEqualTo(whole);
        for (int i = 0; i < whole.length * 8; i += 7) {
            byte[] damaged = whole.clone();
            damaged[i / 8] ^= (byte) (1 << i % 8);
            Files.write(file, damaged);
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                SweepMerge.of(List.of(file)).writeJson(out);
                assertThat(out.toByteArray()).as("bit " + i).isEqualTo(whole);
            } catch (ScenarioException e) {
                assertThat(e.problems()).isNotEmpty();
            }
        }
    }

    @Test
    void aForeignFileOfThatNameIsNotTouched() throws IOException {
        for (String text : List.of("notes without a line end", "notes\n", "{}\n")) {
            Path file = Files.writeString(folder.resolve("sweep.json.partial"), text);
            assertThatThrownBy(() -> SweepJournal.open(file, plan(0.5), Shard.WHOLE))
                    .isInstanceOf(IOException.class);
            assertThat(file).hasContent(text);
        }
    }

    @Test
    void aJournalIsWrittenByOneAtATime() throws IOException {
        try (SweepJournal open = SweepJournal.openIn(folder, plan(0.5))) {
            assertThat(open.cells()).isEmpty();
            assertThatThrownBy(() -> SweepJournal.openIn(folder, plan(0.5))).isInstanceOf(IOException.class);
        }
    }
}
