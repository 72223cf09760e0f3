package mirrorstorm.picture.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.InterventionText;

/**
 * Draws what is done to the cluster as flags on the time axis: a line through all charts, and above them a triangle
 * for what harms it or a disc for what an operator does, with a few words where they fit. What is still to come is
 * paler.
 */
final class FlagsPainter {

    /** Flags closer than this are one, pixels at text scale 1. */
    private static final double APART = 5;

    /** A smaller part of a label says nothing. */
    private static final double WORTH_IT = 0.5;

    private final Graphics2D g;
    private final ChartView view;
    private final ChartFrame frame;
    private final Theme theme;
    private final double scale;

    /** Interventions at about one place. */
    private record Flag(double x, boolean isTrigger, boolean isPast, List<String> labels) {}

    FlagsPainter(Graphics2D g, ChartView view, ChartFrame frame, Theme theme) {
        this.g = g;
        this.view = view;
        this.frame = frame;
        this.theme = theme;
        this.scale = view.textScale();
    }

    void paint() {
        List<Flag> flags = flags();
        for (int i = 0; i < flags.size(); i++) {
            paintFlag(flags.get(i), row(i));
        }
        paintLabels(flags);
    }

    /** Neighbours are in different rows, so that each has room for its label. */
    private int row(int i) {
        return i % frame.flagRows();
    }

    private List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        for (TimedIntervention timed : view.plan()) {
            if (!frame.time().shows(timed.timeNanos())) {
                continue;
            }
            double x = frame.time().xAt(timed.timeNanos());
            Intervention intervention = timed.intervention();
            boolean isTrigger = intervention.isTrigger();
            boolean isPast = timed.timeNanos() <= view.nowNanos();
            String label = InterventionText.of(intervention);
            Flag last = flags.isEmpty() ? null : flags.get(flags.size() - 1);
            if (last != null && x - last.x() < APART * scale && last.isTrigger() == isTrigger) {
                last.labels().add(label);
            } else {
                flags.add(new Flag(x, isTrigger, isPast, new ArrayList<>(List.of(label))));
            }
        }
        return flags;
    }

    private void paintFlag(Flag flag, int row) {
        g.setColor(theme.color(ink(flag), flag.isPast() ? 0.95 : 0.5));
        g.setStroke(flag.isTrigger() ? Pens.line(1.5 * scale) : Pens.dashed(1.1 * scale, 2 * scale, 2 * scale));
        for (Rectangle2D plot : frame.plots()) {
            g.draw(new Line2D.Double(flag.x(), plot.getY(), flag.x(), plot.getMaxY()));
        }
        double size = 4.5 * scale;
        double y = frame.flagsBaseline(row) - Pens.capHeight(theme.font(TextStyle.SMALL, scale)) / 2;
        if (flag.isTrigger()) {
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(flag.x() - size, y - size);
            triangle.lineTo(flag.x() + size, y - size);
            triangle.lineTo(flag.x(), y + size);
            triangle.closePath();
            g.fill(triangle);
        } else {
            g.fill(new Ellipse2D.Double(flag.x() - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7));
        }
    }

    private static Ink ink(Flag flag) {
        return flag.isTrigger() ? Ink.TRIGGER_FLAG : Ink.OPERATOR_FLAG;
    }

    /** Each label right of its flag, or left of it where that leaves more of it; what would say nothing is left out. */
    private void paintLabels(List<Flag> flags) {
        Font font = theme.font(TextStyle.SMALL, scale);
        double gap = 8 * scale;
        double[] takenUpTo = {frame.area().getX(), frame.area().getX()};
        for (int i = 0; i < flags.size(); i++) {
            Flag flag = flags.get(i);
            double end = i + frame.flagRows() < flags.size()
                    ? flags.get(i + frame.flagRows()).x() - gap
                    : frame.area().getMaxX();
            double rightRoom = end - flag.x() - gap;
            double leftRoom = flag.x() - gap - takenUpTo[row(i)];
            String whole = String.join(", ", flag.labels());
            double wanted = Pens.widthOf(font, whole);
            boolean isRight = wanted <= rightRoom || rightRoom >= leftRoom;
            String text = Pens.clipped(font, whole, isRight ? rightRoom : leftRoom);
            double width = Pens.widthOf(font, text);
            double left = isRight ? flag.x() + gap : flag.x() - gap - width;
            takenUpTo[row(i)] = flag.x() + gap;
            if (width >= WORTH_IT * wanted) {
                g.setColor(theme.color(flag.isPast() ? Ink.TEXT : Ink.TEXT_MUTED));
                Pens.text(g, font, text, left, frame.flagsBaseline(row(i)));
                takenUpTo[row(i)] = Math.max(takenUpTo[row(i)], left + width + gap);
            }
        }
    }
}
