package mirrorstorm.picture.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.chart.Chart;
import mirrorstorm.picture.chart.ChartPainter;
import mirrorstorm.picture.chart.ChartView;
import mirrorstorm.picture.stage.LegendPainter;
import mirrorstorm.picture.stage.StageLayout;
import mirrorstorm.picture.stage.StagePainter;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.run.Snapshot;

/**
 * Draws a whole picture: heading, stage, legend and charts, as large as their contents allow in the size given, on a
 * ground of its own. A pure function.
 */
public final class FigurePainter {

    /** At this size text has scale 1: a wide picture, and a high one. */
    private static final double WIDE_WIDTH = 1280;

    private static final double WIDE_HEIGHT = 800;
    private static final double HIGH_WIDTH = 760;
    private static final double HIGH_HEIGHT = 1040;
    private static final double SCALE_MIN = 0.6;

    /** Wider pictures than this have the charts beside the stage, others below it. */
    private static final double WIDE_FROM = 1.25;

    private static final double MARGIN = 20;
    private static final double HEADING = 62;
    private static final double STAGE_SHARE_WIDE = 0.58;
    private static final double STAGE_SHARE_HIGH = 0.52;

    private FigurePainter() {}

    /** Paints a picture of that size, pixels, from (0, 0). */
    public static void paint(Graphics2D g, FigureView sheet, int width, int height, Theme theme) {
        boolean isWide = width > height * WIDE_FROM;
        double scale = isWide
                ? Math.min(width / WIDE_WIDTH, height / WIDE_HEIGHT)
                : Math.min(width / HIGH_WIDTH, height / HIGH_HEIGHT);
        paint(g, sheet, width, height, theme, Math.max(SCALE_MIN, scale));
    }

    private static void paint(Graphics2D g, FigureView sheet, int width, int height, Theme theme, double scale) {
        Pens.smooth(g);
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        double margin = Math.rint(MARGIN * scale);
        double top = margin + Math.rint(HEADING * scale);
        Rectangle2D body = new Rectangle2D.Double(margin, top, width - 2 * margin, Math.max(1, height - top - margin));
        paintHeading(g, sheet, new Rectangle2D.Double(margin, margin, width - 2 * margin, top - margin), theme, scale);
        Rectangle2D[] areas = arranged(sheet.parts(), body, margin, width > height * WIDE_FROM);
        if (sheet.parts() != FigureView.Parts.CHARTS) {
            paintStage(g, sheet, areas[0], theme, scale);
        }
        if (sheet.parts() != FigureView.Parts.STAGE) {
            paintCharts(g, sheet, areas[1], theme, scale);
        }
    }

    /** Where the stage is and where the charts are; one that is alone has all the room. */
    private static Rectangle2D[] arranged(FigureView.Parts parts, Rectangle2D body, double margin, boolean isWide) {
        if (parts == FigureView.Parts.STAGE || parts == FigureView.Parts.CHARTS) {
            return new Rectangle2D[] {body, body};
        }
        double right = body.getMaxX();
        double bottom = body.getMaxY();
        if (isWide && parts == FigureView.Parts.FITTED) {
            double width = Math.rint((body.getWidth() - margin) * STAGE_SHARE_WIDE);
            double x = body.getX() + width + margin;
            return new Rectangle2D[] {
                new Rectangle2D.Double(body.getX(), body.getY(), width, body.getHeight()),
                new Rectangle2D.Double(x, body.getY(), right - x, body.getHeight())
            };
        }
        double height = Math.rint((body.getHeight() - margin) * STAGE_SHARE_HIGH);
        double y = body.getY() + height + margin;
        return new Rectangle2D[] {
            new Rectangle2D.Double(body.getX(), body.getY(), body.getWidth(), height),
            new Rectangle2D.Double(body.getX(), y, body.getWidth(), bottom - y)
        };
    }

    private static void paintHeading(Graphics2D g, FigureView sheet, Rectangle2D area, Theme theme, double scale) {
        Font title = theme.font(TextStyle.TITLE, scale);
        Font body = theme.font(TextStyle.BODY, scale);
        double baseline = area.getY() + Pens.capHeight(title) + 2 * scale;
        double second = baseline + 23 * scale;
        double clock = Math.max(Pens.widthOf(title, sheet.time()), Pens.widthOf(body, sheet.clock()));
        double room = area.getWidth() - clock - 2 * MARGIN * scale;
        g.setColor(theme.color(Ink.TEXT));
        Pens.text(g, title, Pens.clipped(title, sheet.title(), room), area.getX(), baseline);
        Pens.textRight(g, title, sheet.time(), area.getMaxX(), baseline);
        g.setColor(theme.color(Ink.TEXT_MUTED));
        Pens.text(g, body, Pens.clipped(body, sheet.subtitle(), room), area.getX(), second);
        Pens.textRight(g, body, sheet.clock(), area.getMaxX(), second);
    }

    /** The stage from its upper left corner, with the legend under it. */
    private static void paintStage(Graphics2D g, FigureView sheet, Rectangle2D area, Theme theme, double scale) {
        Snapshot snapshot = sheet.stage().snapshot();
        StageLayout forLegend =
                StageLayout.of(snapshot, Math.max(1, area.getWidth()), Math.max(1, area.getHeight()), scale, 0);
        double legend = LegendPainter.preferredHeight(view(sheet, forLegend, scale), area.getWidth(), theme);
        double stageHeight = Math.max(1, Math.rint(area.getHeight() - legend - 8 * scale));
        StageLayout layout = StageLayout.of(snapshot, Math.max(1, area.getWidth()), stageHeight, scale, 0);
        StageView view = view(sheet, layout, scale);
        AffineTransform before = g.getTransform();
        Shape clip = g.getClip();
        g.translate(area.getX(), area.getY());
        StagePainter.paint(g, view, theme);
        g.setTransform(before);
        g.setClip(clip);
        Rectangle2D below = new Rectangle2D.Double(area.getX(), area.getMaxY() - legend, area.getWidth(), legend);
        LegendPainter.paint(g, view, below, theme);
    }

    /** As on the screen, but without handles: nothing is pointed at in a picture. */
    private static StageView view(FigureView sheet, StageLayout layout, double scale) {
        StageView stage = sheet.stage();
        StageLayout seen = layout.seenBy(layout.cameraLike(stage.layout()));
        return new StageView(
                stage.snapshot(), seen, stage.traffic(), stage.marks().withoutHandles(), scale);
    }

    private static void paintCharts(Graphics2D g, FigureView sheet, Rectangle2D area, Theme theme, double scale) {
        ChartView charts = sheet.charts().withTextScale(scale);
        List<Chart> shown = ChartPainter.fitting(charts.options().charts(), area.getHeight(), scale);
        ChartPainter.paint(g, charts, shown, area, theme);
    }
}
