package mirrorstorm.ui.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.scenario.ScenarioReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftFolderTest {

    @TempDir
    private Path folder;

    private static final Scenario WORK = Library.bundled("first-steps")
            .withTimeline(List.of(new TimedIntervention(5, new Intervention.StopSearches())));

    private Draft draft(long timeNanos) {
        Path file = folder.resolve("a folder").resolve("mine \u00e4.storm.json");
        return new Draft(WORK, timeNanos, Optional.of(file), Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void aDraftReadsBackWhole() throws IOException, ScenarioException {
        Path place = folder.resolve("draft.storm.json");
        draft(7).writeTo(place);
        assertThat(Draft.readFrom(place)).isEqualTo(draft(7));
        assertThat(ScenarioReader.read(place)).isEqualTo(WORK);
    }

    @Test
    void whoEndsAsHeShouldLeavesNothing() throws IOException {
        try (DraftFolder window = new DraftFolder(folder)) {
            window.keep(draft(1));
            window.keep(draft(2));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aWindowThatRunsIsNotRobbed() throws IOException {
        try (DraftFolder first = new DraftFolder(folder);
                DraftFolder second = new DraftFolder(folder)) {
            first.keep(draft(1));
            second.keep(draft(2));
            assertThat(first.orphans()).isEmpty();
            assertThat(second.orphans()).isEmpty();
        }
    }

    @Test
    void whatAKilledProcessLeftIsFoundOnceAndGoesWhenItIsDecidedAbout() throws Exception {
        keepAndDie();
        try (DraftFolder first = new DraftFolder(folder);
                DraftFolder second = new DraftFolder(folder)) {
            List<DraftFolder.Orphan> found = first.orphans();
            assertThat(found).singleElement().satisfies(orphan -> assertThat(orphan.draft())
                    .isEqualTo(draft(3)));
            assertThat(second.orphans()).as("already offered elsewhere").isEmpty();
            first.discard(found.get(0));
            assertThat(first.orphans()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatNobodyDecidedAboutIsOfferedAgain() throws Exception {
        keepAndDie();
        try (DraftFolder first = new DraftFolder(folder)) {
            assertThat(first.orphans()).hasSize(1);
        }
        try (DraftFolder next = new DraftFolder(folder)) {
            assertThat(next.orphans()).hasSize(1);
        }
    }

    @Test
    void aDraftThatMakesNoSenseStopsNobody() throws IOException {
        Path broken = Files.writeString(folder.resolve("window-1.storm.json"), "{\"schema\":");
        try (DraftFolder window = new DraftFolder(folder)) {
            assertThat(window.orphans()).isEmpty();
        }
        assertThat(broken).exists();
    }

    /** A real process that keeps a draft and is killed: the operating system lets go of its lock. */
    private void keepAndDie() throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(victim.getInputStream().read()).isEqualTo('k');
        victim.destroyForcibly();
        assertThat(victim.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Keeps a draft, says so, and waits to be killed. */
    static final class Victim {

        private Victim() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            DraftFolderTest test = new DraftFolderTest();
            test.folder = Path.of(args[0]);
            DraftFolder window = new DraftFolder(test.folder);
            window.keep(test.draft(3));
            System.out.write('k');
            System.out.flush();
            Thread.currentThread().join();
            window.close();
        }
    }
}
