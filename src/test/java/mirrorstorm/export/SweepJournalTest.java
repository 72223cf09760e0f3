package mirrorstorm.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Cases;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.Levers;
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

    @Test
    void aJournalIsWrittenByOneAtATime() throws IOException {
        try (SweepJournal open = SweepJournal.openIn(folder, plan(0.5))) {
            assertThat(open.cells()).isEmpty();
            assertThatThrownBy(() -> SweepJournal.openIn(folder, plan(0.5))).isInstanceOf(IOException.class);
        }
    }
}
