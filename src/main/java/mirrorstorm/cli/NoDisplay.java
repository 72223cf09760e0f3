package mirrorstorm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mirrorstorm.export.RunCsv;
import mirrorstorm.export.RunJson;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Settings;
import mirrorstorm.run.Run;
import mirrorstorm.run.RunResult;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;

/**
 * What happens instead of the window where there is no screen: the case of 2011 is run, and pictures and a summary
 * of it are left in a folder.
 */
final class NoDisplay {

    /** The scenario that is run. */
    static final String SCENARIO = "aws-2011";

    private static final Duration SAMPLE = Duration.ofMinutes(1);

    /** Moments of the story: healthy, the storm, deep in it, searches stopped, recovery, the end. */
    private static final List<Duration> MOMENTS = List.of(
            Duration.ofMinutes(9),
            Duration.ofMinutes(13),
            Duration.ofMinutes(300),
            Duration.ofMinutes(660),
            Duration.ofMinutes(1_800),
            Duration.ofMinutes(2_153),
            Duration.ofMinutes(5_760));

    private final Console console;
    private final Scenario scenario;
    private final Path folder;

    /** @param parent the folder in which the folder is made */
    NoDisplay(Console console, Scenario scenario, Path parent) {
        this.console = console;
        this.scenario = scenario;
        folder = parent.resolve("mirrorstorm-" + scenario.id()).toAbsolutePath();
    }

    /**
     * Does it all.
     *
     * @throws IOException if something cannot be written
     */
    void show() throws IOException {
        console.err().println(OptionProblems.TEXTS.text("noDisplay", scenario.title(), folder));
        createFolder();
        Progress progress = new Progress(console.err(), System::nanoTime);
        HeadlessRun headless = new HeadlessRun(console.interruption(), progress, Optional.of(progress));
        RunResult result = headless.toEnd(new Run(scenario, 0, EngineKind.RATES, SAMPLE.toNanos()));
        writeResults(result);
        writePictures();
        console.out().print(SummaryText.of(scenario, result));
        console.out().println(OptionProblems.TEXTS.text("noDisplay.done", folder));
    }

    private void createFolder() throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(OptionProblems.TEXTS.text("noDisplay.folder", folder), e);
        }
    }

    private void writeResults(RunResult result) throws IOException {
        List<String> zoneIds = scenario.zones().stream().map(Settings.Zone::id).toList();
        AtomicFile.write(folder.resolve("summary.json"), out -> RunJson.write(result, zoneIds, out));
        AtomicFile.write(folder.resolve("series.csv"), out -> RunCsv.write(result.series(), out));
        AtomicFile.write(folder.resolve("summary.txt"), SummaryText.of(scenario, result));
        AtomicFile.write(folder.resolve("story.txt"), StoryText.of(scenario, result.story()));
    }

    private void writePictures() throws IOException {
        Pictures pictures = new Pictures(scenario, EngineKind.RATES, SAMPLE.toNanos());
        List<Duration> moments = MOMENTS.stream()
                .filter(moment -> moment.compareTo(scenario.horizon()) <= 0)
                .toList();
        for (Duration moment : moments) {
            if (console.interruption().isAsked()) {
                throw new Interruption.StoppedException(OptionProblems.TEXTS.text("noDisplay.stopped"));
            }
            String name = scenario.id() + "-at-" + Durations.format(moment) + ".png";
            pictures.writePng(moment.toNanos(), folder.resolve(name));
        }
    }
}
