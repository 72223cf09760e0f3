package mirrorstorm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Draws two files of {@link DaysTable} over each other, beside what was published: the share of stuck databases, of
 * volumes that are not restored, and of those that are restored but not usable. SVG, for {@code src/docs/fit.md}.
 *
 * <p>Arguments: the earlier file, the later one, the picture.
 */
public final class DaysPicture {

    private static final int WIDTH = 720;
    private static final int PANEL = 150;
    private static final int LEFT = 60;
    private static final int TOP = 34;
    private static final int GAP = 48;
    private static final double HOURS = 96;
    private static final int DAY = 24;
    private static final int POINT_RADIUS = 4;

    /**
     * A curve and what was published of it.
     *
     * @param column    where its median is in the files; its percentiles follow
     * @param flipped   whether the rest to 1 is shown
     * @param max       at the top of the axis
     * @param published hours and shares in turn
     */
    private record Panel(String title, int column, boolean flipped, double max, List<Double> published) {}

    private static final List<Panel> PANELS = List.of(
            new Panel("databases stuck", 1, false, 0.5, List.of(24.0, 0.41, 48.0, 0.146)),
            new Panel("volumes not restored", 4, true, 0.16, List.of(10.7, 0.13, 35.7, 0.022, 83.7, 0.0104)),
            new Panel("volumes restored, but not usable", 13, false, 0.05, List.of()));

    private DaysPicture() {}

    public static void main(String[] args) throws IOException {
        List<double[]> before = DaysTable.read(Path.of(args[0]));
        List<double[]> after = DaysTable.read(Path.of(args[1]));
        StringBuilder svg = new StringBuilder();
        int height = TOP + PANELS.size() * (PANEL + GAP);
        svg.append(String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">\n<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>\n",
                WIDTH, height, WIDTH, height));
        text(svg, LEFT, 16, "start", "dashed: before; line and band: now (median, 5 to 95 %); dots: published");
        for (int i = 0; i < PANELS.size(); i++) {
            draw(svg, PANELS.get(i), TOP + i * (PANEL + GAP), before, after);
        }
        Files.writeString(Path.of(args[2]), svg.append("</svg>\n").toString());
    }

    private static void draw(StringBuilder svg, Panel panel, int top, List<double[]> before, List<double[]> after) {
        int bottom = top + PANEL;
        text(svg, LEFT, top + 2, "start", panel.title());
        text(svg, LEFT - 6, top + 12, "end", percent(panel.max()));
        text(svg, LEFT - 6, bottom, "end", "0 %");
        for (int hour = 0; hour <= HOURS; hour += DAY) {
            line(svg, x(hour), top + 8, x(hour), bottom, "#d0d7de");
            text(svg, x(hour), bottom + 16, "middle", hour + " h");
        }
        line(svg, LEFT, bottom, WIDTH - 20, bottom, "#57606a");
        StringBuilder band = new StringBuilder();
        for (int i = 0; i < after.size(); i++) {
            band.append(point(panel, top, after.get(i), 1));
        }
        for (int i = after.size() - 1; i >= 0; i--) {
            band.append(point(panel, top, after.get(i), 2));
        }
        svg.append("<polygon points=\"" + band + "\" fill=\"#cfe3fb\" stroke=\"none\"/>\n");
        polyline(svg, panel, top, before, "stroke=\"#57606a\" stroke-dasharray=\"5 4\"");
        polyline(svg, panel, top, after, "stroke=\"#0969da\"");
        for (int i = 0; i < panel.published().size(); i += 2) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"#cf222e\"/>\n",
                    x(panel.published().get(i)),
                    y(panel, top, panel.published().get(i + 1)),
                    POINT_RADIUS));
        }
    }

    private static void polyline(StringBuilder svg, Panel panel, int top, List<double[]> rows, String style) {
        svg.append("<polyline points=\"");
        rows.forEach(row -> svg.append(point(panel, top, row, 0)));
        svg.append("\" fill=\"none\" stroke-width=\"2\" " + style + "/>\n");
    }

    private static String point(Panel panel, int top, double[] row, int offset) {
        double share = row[panel.column() + offset];
        return String.format(Locale.ROOT, "%.1f,%.1f ", x(row[0]), y(panel, top, panel.flipped() ? 1 - share : share));
    }

    private static double x(double hours) {
        return LEFT + (WIDTH - LEFT - 20) * hours / HOURS;
    }

    /** What is beyond the top of the axis is cut off there. */
    private static double y(Panel panel, int top, double share) {
        return top + PANEL - (PANEL - 8) * Math.min(1, share / panel.max());
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2, String color) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>\n",
                x1,
                y1,
                x2,
                y2,
                color));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, text));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
