package mirrorstorm.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.Metric;
import mirrorstorm.run.forecast.Fan;
import mirrorstorm.scenario.Numbers;

/** The fan of a forecast as a table: one row for each moment, five columns for each metric. */
final class ForecastCsv {

    private static final double PERCENT = 100;

    private ForecastCsv() {}

    /**
     * Writes the table, UTF-8, with a row of names first, such as {@code stuck.p5}. Leaves {@code out} open.
     *
     * @throws IOException if it cannot be written
     */
    static void write(Fan fan, OutputStream out) throws IOException {
        CsvWriter csv = CsvTable.to(out);
        List<String> row = new ArrayList<>(List.of("timeSeconds"));
        for (Metric metric : Metric.values()) {
            for (double share : Fan.SHARES) {
                row.add(metric.key() + ".p" + Math.round(PERCENT * share));
            }
        }
        csv.writeRecord(row);
        for (int i = 0; i < fan.size(); i++) {
            row.clear();
            row.add(Numbers.text(Nanos.toSeconds(fan.timeNanos(i))));
            for (Metric metric : Metric.values()) {
                for (int edge = 0; edge < Fan.SHARES.size(); edge++) {
                    double value = fan.get(metric, edge, i);
                    row.add(Double.isNaN(value) ? "" : Numbers.text(value));
                }
            }
            csv.writeRecord(row);
        }
        csv.flush();
    }
}
