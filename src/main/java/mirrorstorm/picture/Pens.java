package mirrorstorm.picture;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;

/** How all painters draw lines and measure text, so that a picture is the same on every machine. */
public final class Pens {

    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private Pens() {}

    /** Even edges, and text of the same width at any size. */
    public static void smooth(Graphics2D g) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    public static double widthOf(Font font, String text) {
        return font.getStringBounds(text, METRICS).getWidth();
    }

    /** From the baseline up to the top of a capital letter. */
    public static double capHeight(Font font) {
        return font.getSize2D() * 0.66;
    }

    public static void text(Graphics2D g, Font font, String text, double x, double baseline) {
        if (!text.isEmpty()) {
            g.setFont(font);
            g.drawString(text, (float) x, (float) baseline);
        }
    }

    public static void textRight(Graphics2D g, Font font, String text, double right, double baseline) {
        text(g, font, text, right - widthOf(font, text), baseline);
    }

    public static void textCentred(Graphics2D g, Font font, String text, double x, double baseline) {
        text(g, font, text, x - widthOf(font, text) / 2, baseline);
    }

    /** As much of a text as fits, with an ellipsis if that is not all. */
    public static String clipped(Font font, String text, double width) {
        if (widthOf(font, text) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 0 && widthOf(font, text.substring(0, length).strip() + "…") > width) {
            length--;
        }
        return length == 0 ? "" : text.substring(0, length).strip() + "…";
    }

    public static Stroke line(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    }

    public static Stroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    public static Stroke dashed(double width, double on, double off) {
        return new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_MITER,
                10,
                new float[] {(float) on, (float) off},
                0);
    }
}
