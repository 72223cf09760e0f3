package mirrorstorm.export;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.run.compare.VariantComparison;
import mirrorstorm.run.forecast.Forecast;
import mirrorstorm.run.remedy.LastExit;
import mirrorstorm.run.remedy.RelativePlan;
import mirrorstorm.run.remedy.Runbook;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Scenario;

/**
 * What a study has found, as the files that can be written of it. The command line and the windows write the same.
 * Immutable, so they may be written on another thread while the study goes on.
 *
 * @param json    everything, for other programs
 * @param csv     a table; empty where there is none
 * @param picture empty where there is none
 */
public record StudyFiles(AtomicFile.Content json, Optional<AtomicFile.Content> csv, Optional<StudyPicture> picture) {

    private StudyFiles(AtomicFile.Content json) {
        this(json, Optional.empty(), Optional.empty());
    }

    /** The picture as PNG; empty where there is none. */
    public Optional<AtomicFile.Content> png() {
        return picture.map(some -> some::writePng);
    }

    /** Of a comparison of variants of a scenario. Its picture shows a moment, see {@link ComparisonExport}. */
    public static StudyFiles of(Scenario scenario, VariantComparison comparison) {
        return new StudyFiles(
                out -> ComparisonJson.write(scenario, comparison, out),
                Optional.of(out -> ComparisonExport.writeCsv(comparison, out)),
                Optional.empty());
    }

    /**
     * Of an attribution.
     *
     * @param measure which outcome the picture shares out
     */
    public static StudyFiles of(Scenario scenario, Attribution attribution, Measure measure) {
        return new StudyFiles(
                out -> AttributionJson.write(scenario, attribution, out),
                Optional.empty(),
                Optional.of(StudyPicture.of(scenario, attribution, measure)));
    }

    /** Of how often some moves work. */
    public static StudyFiles of(Scenario scenario, Runbook runbook, RelativePlan moves) {
        return new StudyFiles(
                out -> RemedyJson.write(scenario, runbook, moves, out),
                Optional.empty(),
                Optional.of(StudyPicture.of(scenario, runbook)));
    }

    /** Of a last exit with the runs that show it. */
    public static StudyFiles of(LastExit exit) {
        return new StudyFiles(out -> RemedyJson.write(exit, out));
    }

    /** Of a forecast. */
    public static StudyFiles of(Scenario scenario, Forecast forecast) {
        return new StudyFiles(
                out -> ForecastJson.write(scenario, forecast, out),
                Optional.of(out -> ForecastCsv.write(forecast.fan(), out)),
                Optional.empty());
    }

    /**
     * Of a sweep, or of a shard of it. There is a picture if it has two axes.
     *
     * @param cells in order of their numbers
     * @param level of the measure at which the map has its line
     */
    public static StudyFiles of(SweepPlan plan, Shard shard, Collection<Cell> cells, double level) {
        List<Cell> known = List.copyOf(cells);
        return new StudyFiles(
                out -> SweepFiles.writeJson(plan, shard, known, out),
                Optional.of(out -> SweepFiles.writeCsv(plan, known, out)),
                plan.axes().size() == 2 ? Optional.of(StudyPicture.of(plan, known, level)) : Optional.empty());
    }
}
