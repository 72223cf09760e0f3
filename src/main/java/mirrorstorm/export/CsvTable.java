package mirrorstorm.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Numbers;

/** How tables are written here: UTF-8, line feeds, and no cell that a spreadsheet would run. */
final class CsvTable {

    /** What spreadsheets take for the beginning of a formula (OWASP, CSV injection). */
    private static final String FORMULA_BEGINS = "=+-@";

    private CsvTable() {}

    /** Writes records to {@code out}; flush it at the end, and leave it open. */
    static CsvWriter to(OutputStream out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }

    /** A cell of text that may come from a file: behind an apostrophe if a spreadsheet would take it for a formula. */
    static String text(String written) {
        String text = MessageBundle.printable(written);
        boolean isFormula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
        return isFormula && Numbers.parse(text).isEmpty() ? "'" + text : text;
    }
}
