package mirrorstorm.picture.study;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.OffsetDateTime;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.VariantStyle;
import mirrorstorm.picture.chart.VariantChartPainter;
import mirrorstorm.picture.chart.VariantView;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.DifferencePainter;
import mirrorstorm.picture.stage.LegendPainter;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StagePainter;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.stage.Traffic;
import mirrorstorm.picture.text.NumberText;
import mirrorstorm.picture.text.TimeText;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.compare.Difference;
import mirrorstorm.scenario.MessageBundle;

/**
 * Draws variants beside each other as a whole picture: their stages at one moment with the legend, their charts laid
 * over each other, and what they come to over replications. A pure function.
 */
public final class ComparisonPainter {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 960;
    private static final double MARGIN = 20;
    private static final double HEAD = 56;
    private static final double STAGE_HEAD = 26;
    private static final double STAGES_SHARE = 0.54;
    private static final double CHARTS_SHARE = 0.46;
    private static final double ROW = 19;
    private static final double NAMES = 176;
    private static final double DIFFERENCE_MAX = 170;

    private final Graphics2D g;
    private final ComparisonView view;
    private final Theme theme;
    private final double scale;
    private final Font body;
    private final Font small;
    private final Font strong;

    private ComparisonPainter(Graphics2D g, ComparisonView view, double scale, Theme theme) {
        this.g = g;
        this.view = view;
        this.theme = theme;
        this.scale = scale;
        body = theme.font(TextStyle.BODY, scale);
        small = theme.font(TextStyle.SMALL, scale);
        strong = theme.font(TextStyle.STRONG, scale);
    }

    /** What shading means, for whoever shows it beside a stage. */
    public static String shading() {
        return TEXTS.text("compare.shading");
    }

    /** How many nodes and volumes of a variant are in another state than in the first. */
    public static String differs(Difference difference) {
        return TEXTS.text(
                "compare.differs",
                NumberText.count(difference.nodeCount()),
                NumberText.count(difference.volumeCount()));
    }

    /** How high the legend of all stages is in a width; one that would be higher than {@code most} is cut short. */
    public static double legendHeight(Snapshot snapshot, double width, double most, double textScale, Theme theme) {
        double inner = width - MARGIN * textScale;
        return Math.ceil(LegendPainter.fittingHeight(legendView(snapshot, width, textScale), inner, most, theme));
    }

    private static StageView legendView(Snapshot snapshot, double width, double textScale) {
        StageLayout layout = StageLayout.of(snapshot, Math.max(1, width), Math.max(1, width), textScale);
        return new StageView(snapshot, layout, new Traffic(1), StageView.Marks.NONE, textScale);
    }

    /** Paints the legend of all stages over a strip of that size, on a ground of its own. */
    public static void paintLegend(
            Graphics2D g, Snapshot snapshot, double width, double height, double textScale, Theme theme) {
        Pens.smooth(g);
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        StageView view = legendView(snapshot, width, textScale);
        double margin = MARGIN * textScale / 2;
        LegendPainter.paint(g, view, new Rectangle2D.Double(margin, 0, width - 2 * margin, height), theme);
    }

    /** Paints a picture of that size, pixels, from (0, 0). */
    public static void paint(Graphics2D g, ComparisonView view, int width, int height, Theme theme) {
        Pens.smooth(g);
        double scale = Math.max(0.6, Math.min(width / WIDTH, height / HEIGHT));
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        ComparisonPainter painter = new ComparisonPainter(g, view, scale, theme);
        double margin = MARGIN * scale;
        painter.paintHead(margin, width - 2 * margin);
        double top = margin + HEAD * scale;
        double stages = Math.rint((height - top - margin) * STAGES_SHARE);
        painter.paintStages(new Rectangle2D.Double(margin, top, width - 2 * margin, stages));
        double below = top + stages + margin;
        double charts = Math.rint((width - 3 * margin) * CHARTS_SHARE);
        Rectangle2D left = new Rectangle2D.Double(margin, below, charts, height - below - margin);
        VariantView view2 = painter.scaledCharts();
        VariantChartPainter.paint(g, view2, VariantChartPainter.fitting(left.getHeight(), scale), left, theme);
        painter.paintTable(new Rectangle2D.Double(
                margin + charts + margin, below, width - 3 * margin - charts, height - below - margin));
    }

    private VariantView scaledCharts() {
        VariantView charts = view.charts();
        return new VariantView(charts.series(), charts.parted(), charts.toNanos(), charts.nowNanos(), -1, scale);
    }

    private void paintHead(double margin, double width) {
        Font title = theme.font(TextStyle.TITLE, scale);
        long now = view.moment().timeNanos();
        String time = TEXTS.text("sheet.time", TimeText.sinceStart(now));
        OffsetDateTime origin = view.variants().get(0).scenario().origin();
        double baseline = margin + Pens.capHeight(title);
        double room = width - Pens.widthOf(title, time) - 3 * margin;
        g.setColor(theme.color(Ink.TEXT));
        String heading =
                TEXTS.text("compare.title", view.variants().get(0).scenario().title());
        Pens.text(g, title, Pens.clipped(title, heading, room), margin, baseline);
        Pens.textRight(g, title, time, margin + width, baseline);
        g.setColor(theme.color(Ink.TEXT_MUTED));
        String subtitle = TEXTS.text(
                "compare.subtitle",
                view.variants().get(0).scenario().id(),
                Long.toString(view.variants().get(0).scenario().seed()));
        Pens.text(g, body, Pens.clipped(body, subtitle, room), margin, baseline + 23 * scale);
        Pens.textRight(g, body, TimeText.clock(origin, now), margin + width, baseline + 23 * scale);
    }

    private void paintStages(Rectangle2D area) {
        int count = view.variants().size();
        int columns = ComparisonView.columns(count);
        int rows = (count + columns - 1) / columns;
        double gap = MARGIN * scale;
        double width = (area.getWidth() - (columns - 1) * gap) / columns;
        StageView any = stage(0, width, area.getHeight());
        double legend = LegendPainter.preferredHeight(any, area.getWidth(), theme) + 20 * scale;
        double height = (area.getHeight() - legend - rows * gap / 2) / rows;
        for (int i = 0; i < count; i++) {
            double x = area.getX() + i % columns * (width + gap);
            int row = i / columns;
            double y = area.getY() + row * (height + gap / 2);
            paintStage(i, new Rectangle2D.Double(x, y, width, height));
        }
        double y = area.getMaxY() - legend;
        Rectangle2D below = new Rectangle2D.Double(area.getX(), y, area.getWidth(), legend - 20 * scale);
        LegendPainter.paint(g, any, below, theme);
        if (view.isShaded()) {
            g.setColor(theme.color(Ink.TEXT_MUTED));
            Pens.text(g, small, Pens.clipped(small, shading(), area.getWidth()), area.getX(), area.getMaxY());
        }
    }

    private StageView stage(int variant, double width, double height) {
        Snapshot snapshot = view.moment().snapshots().get(variant);
        StageLayout layout = StageLayout.of(snapshot, Math.max(1, width), Math.max(1, height), scale, 0)
                .seenBy(camera(width, height));
        Traffic traffic = Traffic.settled(snapshot, layout, 1);
        return new StageView(snapshot, layout, traffic, StageView.Marks.NONE, scale);
    }

    /** One for all stages, which are of one size: what is in the middle of the first is in the middle of each. */
    private Camera camera(double width, double height) {
        Snapshot first = view.moment().snapshots().get(0);
        StageLayout layout = StageLayout.of(first, Math.max(1, width), Math.max(1, height), scale, 0);
        return view.seen().map(layout::cameraLike).orElse(Camera.WHOLE);
    }

    private void paintStage(int variant, Rectangle2D area) {
        double head = STAGE_HEAD * scale;
        paintName(variant, area, area.getY() + 0.62 * head);
        StageView stage = stage(variant, area.getWidth(), area.getHeight() - head);
        AffineTransform before = g.getTransform();
        Shape clip = g.getClip();
        g.translate(area.getX(), area.getY() + head);
        if (view.isShaded() && variant > 0) {
            DifferencePainter.paint(g, stage, view.moment().differences().get(variant), theme);
        } else {
            StagePainter.paint(g, stage, theme);
        }
        g.setTransform(before);
        g.setClip(clip);
    }

    private void paintName(int variant, Rectangle2D area, double baseline) {
        double x = paintChip(variant, area.getX(), baseline);
        String differs = variant == 0 ? "" : differs(view.moment().differences().get(variant));
        double taken = differs.isEmpty() ? 0 : Pens.widthOf(small, differs) + 12 * scale;
        String label = view.variants().get(variant).label();
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, strong, Pens.clipped(strong, label, area.getMaxX() - x - taken), x, baseline);
        g.setColor(theme.color(Ink.TEXT_MUTED));
        Pens.textRight(g, small, differs, area.getMaxX(), baseline);
    }

    /** The line and letter of a variant; returns where they end. */
    private double paintChip(int variant, double x, double baseline) {
        g.setColor(theme.color(VariantStyle.ink(variant)));
        g.setStroke(VariantStyle.stroke(variant, scale));
        double middle = baseline - Pens.capHeight(strong) / 2;
        g.draw(new Line2D.Double(x, middle, x + 18 * scale, middle));
        String letter = VariantStyle.letter(variant);
        Pens.text(g, strong, letter, x + 24 * scale, baseline);
        return x + 24 * scale + Pens.widthOf(strong, letter) + 8 * scale;
    }

    private void paintTable(Rectangle2D area) {
        if (view.known().stream().noneMatch(known -> known.replications() > 0)) {
            return;
        }
        List<ComparisonRows.Row> rows = ComparisonRows.of(view.known().get());
        int count = view.variants().size();
        double names = NAMES * scale;
        double mean = 62 * scale;
        double room = (area.getWidth() - names - count * mean) / Math.max(1, count - 1);
        double difference = Math.max(60 * scale, Math.min(DIFFERENCE_MAX * scale, room));
        double row = Math.min(ROW * scale, (area.getHeight() - 40 * scale) / (rows.size() + 2));
        double baseline = area.getY() + 14 * scale;
        String replications =
                TEXTS.text("compare.replications", view.known().get().replications());
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, strong, Pens.clipped(strong, replications, area.getWidth()), area.getX(), baseline);
        for (int line = -1; line < rows.size(); line++) {
            baseline += row;
            double x = area.getX() + names;
            if (line >= 0) {
                g.setColor(theme.color(Ink.TEXT_MUTED));
                Pens.text(g, small, Pens.clipped(small, rows.get(line).title(), names), area.getX(), baseline);
            }
            for (int variant = 0; variant < count; variant++) {
                boolean isTold = line >= 0 && rows.get(line).isTold().get(variant);
                g.setColor(theme.color(Ink.TEXT));
                String value = line < 0
                        ? VariantStyle.letter(variant)
                        : rows.get(line).means().get(variant);
                x += mean;
                Pens.textRight(g, line < 0 ? strong : small, value, x, baseline);
                if (variant > 0) {
                    String text = line < 0
                            ? ComparisonRows.differenceTitle(variant)
                            : rows.get(line).differences().get(variant);
                    Font font = isTold || line < 0 ? strong : small;
                    x += difference;
                    Pens.textRight(g, font, Pens.clipped(font, text, difference - 6 * scale), x, baseline);
                }
            }
        }
        g.setColor(theme.color(Ink.TEXT_MUTED));
        Pens.text(
                g,
                small,
                Pens.clipped(small, TEXTS.text("compare.foot"), area.getWidth()),
                area.getX(),
                baseline + row * 1.3);
    }
}
