package mirrorstorm.picture.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.VolumeState;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.Swatches;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;

/** The line above a chart: what it shows, in which unit, and the value of each of its lines at the moment read. */
final class ChartHeader {

    private static final double APART = 14;

    /** A legend that is wider than this share of the plot would leave no room for what the chart shows. */
    private static final double LEGEND_SHARE = 0.6;

    private final Graphics2D g;
    private final ChartView view;
    private final Chart chart;
    private final Rectangle2D plot;
    private final Theme theme;
    private final double scale;
    private final Font small;
    private final double baseline;

    ChartHeader(Graphics2D g, ChartView view, Chart chart, Rectangle2D plot, ChartFrame frame, Theme theme) {
        this.g = g;
        this.view = view;
        this.chart = chart;
        this.plot = plot;
        this.theme = theme;
        this.scale = view.textScale();
        this.small = theme.font(TextStyle.SMALL, scale);
        this.baseline = plot.getY() - frame.headerHeight() * 0.3;
    }

    /** With nothing else to be said. */
    void paint() {
        paint("", plot.getMaxX());
    }

    /** The first of the charts: with a note right after its title, and the legend of forecasts at its right end. */
    void paintFirst(String note) {
        FanLegend legend = new FanLegend(g, view, theme);
        double left = plot.getMaxX() - legend.width();
        boolean hasRoom = legend.width() < LEGEND_SHARE * plot.getWidth();
        if (hasRoom) {
            legend.paint(left, baseline);
        }
        paint(note, hasRoom ? left : plot.getMaxX());
    }

    private void paint(String note, double end) {
        Font strong = theme.font(TextStyle.STRONG, scale);
        String title = ChartMarks.text("chart." + chart);
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, strong, title, plot.getX(), baseline);
        double start = plot.getX() + Pens.widthOf(strong, title);
        double noteWidth = note.isEmpty() ? 0 : Pens.widthOf(small, note) + APART * scale;
        double right = end;
        double ghostsWidth = ghostsWidth();
        if (ghostsWidth < (right - start) / 2) {
            paintGhosts(right - ghostsWidth);
            right -= ghostsWidth;
        }
        List<ChartLine> told = told(right - start - noteWidth - APART * scale);
        double left = paintLines(told, right);
        start = paintIfRoom(note, Ink.MILESTONE, start + 8 * scale, left);
        String unit = ChartMarks.text("chart." + chart + (chart.isCounted(view) ? ".count" : ".unit"));
        paintIfRoom(unit, Ink.TEXT_MUTED, start + 6 * scale, left);
    }

    /** Returns where the text ends, or where it would have begun. */
    private double paintIfRoom(String text, Ink ink, double start, double upTo) {
        double end = start + Pens.widthOf(small, text);
        if (text.isEmpty() || end + APART * scale > upTo) {
            return start;
        }
        g.setColor(theme.color(ink));
        Pens.text(g, small, text, start, baseline);
        return end;
    }

    /** The sample that tells the values of the moment read; -1 if there is none. */
    static int sampleAt(ChartView view) {
        long sample = view.readNanos() / view.series().spacingNanos();
        return sample >= 0 && sample < view.series().size() ? (int) sample : -1;
    }

    /** What there is room for in {@code width}. */
    private List<ChartLine> told(double width) {
        List<ChartLine> told = new ArrayList<>();
        double room = width;
        for (ChartLine line : lines()) {
            double needed = widthOf(line);
            if (isTold(line) && needed <= room) {
                told.add(line);
                room -= needed + APART * scale;
            }
        }
        return told;
    }

    /** The lines' names, and while a moment is pointed at their values there; returns where they begin. */
    private double paintLines(List<ChartLine> told, double right) {
        double left = right + APART * scale;
        for (ChartLine line : told) {
            left -= widthOf(line) + APART * scale;
        }
        double x = left;
        for (ChartLine line : told) {
            paintChip(line, x);
            g.setColor(theme.color(Ink.TEXT));
            Pens.text(g, small, label(line), x + chipWidth(line), baseline);
            x += widthOf(line) + APART * scale;
        }
        return left;
    }

    private double ghostsWidth() {
        double width = 0;
        for (ChartGhost ghost : view.ghosts()) {
            width += (APART + 20) * scale + Pens.widthOf(small, ghost.name());
        }
        return width;
    }

    /** The other branches of the run, each with its dashes. */
    private void paintGhosts(double start) {
        double x = start;
        double middle = baseline - Pens.capHeight(small) / 2;
        for (int i = 0; i < view.ghosts().size(); i++) {
            x += APART * scale;
            g.setColor(theme.color(Ink.TEXT, ChartGhosts.OPACITY));
            g.setStroke(ChartGhosts.stroke(i, scale));
            g.draw(new Line2D.Double(x, middle, x + 15 * scale, middle));
            x += 20 * scale;
            g.setColor(theme.color(Ink.TEXT_MUTED));
            String name = view.ghosts().get(i).name();
            Pens.text(g, small, name, x, baseline);
            x += Pens.widthOf(small, name);
        }
    }

    private double widthOf(ChartLine line) {
        return chipWidth(line) + Pens.widthOf(small, label(line));
    }

    private List<ChartLine> lines() {
        List<ChartLine> lines = new ArrayList<>(ChartLine.of(chart, view.series()));
        if (chart == Chart.VOLUMES) {
            lines.add(0, ChartLine.stuck(view.series()));
        }
        return lines;
    }

    private String label(ChartLine line) {
        String name = ChartMarks.text(line.key());
        return view.cursorNanos() < 0 ? name : name + " " + ChartReadings.format(chart, view, valueOf(line));
    }

    private double valueOf(ChartLine line) {
        int sample = sampleAt(view);
        return sample < 0 ? Double.NaN : line.value().applyAsDouble(sample);
    }

    /** Rare states of volumes only where there are any. */
    private boolean isTold(ChartLine line) {
        return line.state().isEmpty() || isAlwaysTold(line.state().get()) || valueOf(line) > 0;
    }

    private static boolean isAlwaysTold(VolumeState state) {
        return state == VolumeState.MIRRORED || state == VolumeState.COPYING || state == VolumeState.SEARCHING;
    }

    private double chipWidth(ChartLine line) {
        return (line.state().isPresent() ? 15 : 20) * scale;
    }

    private void paintChip(ChartLine line, double left) {
        double height = Pens.capHeight(small);
        if (line.state().isPresent()) {
            Rectangle2D chip = new Rectangle2D.Double(left, baseline - height - scale, 11 * scale, height + 2 * scale);
            g.setPaint(Swatches.ofLayer(line.state().get(), theme, scale));
            g.fill(chip);
            return;
        }
        double width = 2 * scale;
        g.setColor(theme.color(line.ink()));
        g.setStroke(line.isDashed() ? Pens.dashed(width, 3 * width, 1.5 * width) : Pens.line(width));
        double middle = baseline - height / 2;
        g.draw(new Line2D.Double(left, middle, left + 15 * scale, middle));
    }
}
