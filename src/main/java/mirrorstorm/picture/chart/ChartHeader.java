package mirrorstorm.picture.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Swatches;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.scenario.MessageBundle;

/**
 * The line above a chart of a run: what it shows, in which unit, its lines and layers by name, and while a moment is
 * pointed at their values there.
 */
final class ChartHeader {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final double NOTE_GAP = 8;
    private static final double UNIT_GAP = 14;
    private static final double LINE = 15;
    private static final double CHIP = 11;
    private static final double FAN = 24;

    /** A legend of forecasts that is wider than this share of the plot would leave no room for what the chart shows. */
    private static final double FANS_SHARE = 0.6;

    private final PlotHeader header;
    private final ChartView view;
    private final Chart chart;
    private final Plot plot;
    private final Theme theme;
    private final double scale;

    ChartHeader(Graphics2D g, ChartView view, Chart chart, Plot plot, ChartFrame frame, Theme theme) {
        this.header = new PlotHeader(g, plot.area(), frame, theme);
        this.view = view;
        this.chart = chart;
        this.plot = plot;
        this.theme = theme;
        this.scale = view.textScale();
    }

    /** With nothing else to be said. */
    void paint() {
        paint("", List.of());
    }

    /** The first of the charts: with a note right after its title, and the legend of forecasts at its right end. */
    void paintFirst(String note) {
        List<LegendEntry> fans = fans();
        boolean hasRoom = header.widthOf(fans) < FANS_SHARE * plot.area().getWidth();
        paint(note, hasRoom ? fans : List.of());
    }

    private void paint(String note, List<LegendEntry> fans) {
        header.legend(fans);
        header.title(chart.title());
        List<LegendEntry> ghosts = ghosts();
        if (header.widthOf(ghosts) < header.room() / 2) {
            header.legend(ghosts);
        }
        header.legendAsFits(entries(), header.widthOf(note));
        header.noteAsFits(note, Ink.MILESTONE, NOTE_GAP);
        header.noteAsFits(chart.unit(view.isCounted(chart)), Ink.TEXT_MUTED, UNIT_GAP);
    }

    /** Lines, then layers from the bottom up; rare states of volumes only where there are any. */
    private List<LegendEntry> entries() {
        List<LegendEntry> entries = new ArrayList<>();
        for (ChartLine line : chart.lines()) {
            double value = valueOf(line.value(view.series()));
            entries.add(LegendEntry.line(
                    theme.color(line.ink()), line.stroke(scale), LINE, told(line.title(), value), Ink.TEXT));
        }
        for (ChartLayer layer : chart.layers()) {
            double value = valueOf(layer.value(view.series()));
            if (layer.isAlwaysTold() || value > 0) {
                entries.add(new LegendEntry(chip(layer), CHIP, told(layer.title(), value), Ink.TEXT));
            }
        }
        return entries;
    }

    private double valueOf(IntToDoubleFunction value) {
        int sample = view.sampleRead();
        return sample < 0 ? Double.NaN : value.applyAsDouble(sample);
    }

    private String told(String title, double value) {
        return view.cursorNanos() < 0 ? title : title + " " + view.reading(chart, value);
    }

    private LegendEntry.Sign chip(ChartLayer layer) {
        return (g, left, width, middle) -> {
            g.setPaint(Swatches.ofLayer(layer.state(), theme, scale));
            g.fill(new Rectangle2D.Double(left, middle - 5 * scale, width, 10 * scale));
        };
    }

    /** The other courses of the run, each with its dashes. */
    private List<LegendEntry> ghosts() {
        List<LegendEntry> entries = new ArrayList<>();
        for (int i = 0; i < view.ghosts().size(); i++) {
            entries.add(LegendEntry.line(
                    theme.color(Ink.TEXT, ChartGhosts.OPACITY),
                    ChartGhosts.stroke(i, scale),
                    LINE,
                    view.ghosts().get(i).name(),
                    Ink.TEXT_MUTED));
        }
        return entries;
    }

    /** What the bands and the dotted lines of forecasts are. */
    private List<LegendEntry> fans() {
        List<LegendEntry> entries = new ArrayList<>();
        for (ChartFan fan : view.fans()) {
            String text = fan.isNew()
                    ? TEXTS.text("chart.fan", NumberText.count(fan.futures()))
                    : TEXTS.text("chart.fan.old");
            LegendEntry line = LegendEntry.line(
                    theme.color(Ink.TEXT),
                    ChartFans.stroke(fan.age(), ChartFan.MEDIAN, scale),
                    FAN,
                    text,
                    Ink.TEXT_MUTED);
            entries.add(fan.isNew() ? new LegendEntry(overBands(line.sign()), FAN, text, Ink.TEXT_MUTED) : line);
        }
        return entries;
    }

    private LegendEntry.Sign overBands(LegendEntry.Sign line) {
        return (g, left, width, middle) -> {
            double outer = 6 * scale;
            double inner = 3 * scale;
            g.setColor(theme.color(Ink.TEXT, ChartFans.OUTER_OPACITY));
            g.fill(new Rectangle2D.Double(left, middle - outer, width, 2 * outer));
            g.setColor(theme.color(Ink.TEXT, ChartFans.INNER_OPACITY));
            g.fill(new Rectangle2D.Double(left, middle - inner, width, 2 * inner));
            line.paint(g, left, width, middle);
        };
    }
}
