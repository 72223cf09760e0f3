package mirrorstorm.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.engine.Nanos;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.Metric;
import mirrorstorm.scenario.Numbers;

/** The series of a run as a table: one row a sample, the columns of {@link RunJson}, empty for nothing to say. */
public final class RunCsv {

    /** The name of the first column: the time of the sample, seconds since the start of the run. */
    static final String TIME = "timeSeconds";

    private RunCsv() {}

    /**
     * Writes the table, UTF-8, with a row of names first and lines that end with {@code \n}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(Series series, OutputStream out) throws IOException {
        CsvWriter csv = CsvTable.to(out);
        csv.writeRecord(names());
        List<String> row = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            row.clear();
            row.add(Numbers.text(seconds(series, i)));
            for (Metric metric : Metric.values()) {
                double value = series.get(metric, i);
                row.add(Double.isNaN(value) ? "" : Numbers.text(value));
            }
            csv.writeRecord(row);
        }
        csv.flush();
    }

    /** The names of the columns, in order. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(TIME));
        for (Metric metric : Metric.values()) {
            names.add(metric.key());
        }
        return names;
    }

    /** When a sample was taken, seconds since the start of the run. */
    static double seconds(Series series, int i) {
        return Nanos.toSeconds(series.timeNanos(i));
    }
}
