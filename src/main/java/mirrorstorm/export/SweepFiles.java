package mirrorstorm.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.Numbers;

/** Sweeps as files: JSON that can be merged, and a table with one row for each replication. */
final class SweepFiles {

    private SweepFiles() {}

    /**
     * Writes a shard, or a whole sweep, as JSON.
     *
     * @param cells in order of their numbers
     * @throws IOException if it cannot be written
     */
    static void writeJson(SweepPlan plan, Shard shard, Collection<Cell> cells, OutputStream out) throws IOException {
        List<String> lines = cells.stream()
                .map(cell -> SweepLines.cell(cell, plan.valueTexts(cell.index())))
                .toList();
        out.write(SweepLines.file(SweepLines.header(plan, shard), lines).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the table of a shard, or of a whole sweep.
     *
     * @throws IOException if it cannot be written
     */
    static void writeCsv(SweepPlan plan, Collection<Cell> cells, OutputStream out) throws IOException {
        List<String> paths =
                plan.axes().stream().map(Axis::lever).map(lever -> lever.path()).toList();
        writeCsv(paths, cells, cell -> plan.valueTexts(cell.index()), out);
    }

    /** The texts of a cell's values. */
    @FunctionalInterface
    interface Values {
        List<String> of(Cell cell);
    }

    static void writeCsv(List<String> paths, Collection<Cell> cells, Values values, OutputStream out)
            throws IOException {
        CsvWriter csv = CsvTable.to(out);
        List<String> row = new ArrayList<>(List.of("cell"));
        row.addAll(paths);
        row.add("replication");
        row.addAll(Measure.keys());
        csv.writeRecord(row);
        for (Cell cell : cells) {
            for (int replication = 0; replication < cell.outcomes().size(); replication++) {
                Outcome outcome = cell.outcomes().get(replication);
                row.clear();
                row.add(Integer.toString(cell.index()));
                values.of(cell).forEach(value -> row.add(CsvTable.text(value)));
                row.add(Integer.toString(replication));
                outcome.values().forEach(value -> row.add(value.isNaN() ? "" : Numbers.text(value)));
                csv.writeRecord(row);
            }
        }
        csv.flush();
    }
}
