package mirrorstorm.picture.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pens;
import mirrorstorm.picture.TextStyle;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.text.NumberText;

/** Says beside the title of the first chart what the bands and the dotted lines of forecasts are. */
final class FanLegend {

    private static final double APART = 14;
    private static final double SWATCH = 24;
    private static final double GAP = 6;

    private final Graphics2D g;
    private final ChartView view;
    private final Theme theme;
    private final double scale;
    private final Font small;

    FanLegend(Graphics2D g, ChartView view, Theme theme) {
        this.g = g;
        this.view = view;
        this.theme = theme;
        scale = view.textScale();
        small = theme.font(TextStyle.SMALL, scale);
    }

    /** What there is to say of each forecast. */
    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (ChartFan fan : view.fans()) {
            texts.add(
                    fan.age() == ChartFan.Age.NEW
                            ? ChartMarks.text("chart.fan", NumberText.count(fan.futures()))
                            : ChartMarks.text("chart.fan.old"));
        }
        return texts;
    }

    /** How much room it takes, with some air at its left; 0 if there are no forecasts. */
    double width() {
        double width = 0;
        for (String text : texts()) {
            width += (APART + SWATCH + GAP) * scale + Pens.widthOf(small, text);
        }
        return width;
    }

    void paint(double left, double baseline) {
        double x = left;
        List<String> texts = texts();
        for (int i = 0; i < texts.size(); i++) {
            x += APART * scale;
            paintSwatch(view.fans().get(i).age(), x, baseline);
            x += (SWATCH + GAP) * scale;
            g.setColor(theme.color(Ink.TEXT_MUTED));
            Pens.text(g, small, texts.get(i), x, baseline);
            x += Pens.widthOf(small, texts.get(i));
        }
    }

    private void paintSwatch(ChartFan.Age age, double x, double baseline) {
        double width = SWATCH * scale;
        double middle = baseline - Pens.capHeight(small) / 2;
        if (age == ChartFan.Age.NEW) {
            double outer = 6 * scale;
            double inner = 3 * scale;
            g.setColor(theme.color(Ink.TEXT, ChartFans.OUTER_OPACITY));
            g.fill(new Rectangle2D.Double(x, middle - outer, width, 2 * outer));
            g.setColor(theme.color(Ink.TEXT, ChartFans.INNER_OPACITY));
            g.fill(new Rectangle2D.Double(x, middle - inner, width, 2 * inner));
        }
        g.setColor(theme.color(Ink.TEXT));
        g.setStroke(ChartFans.stroke(age, ChartFans.MEDIAN, scale));
        g.draw(new Line2D.Double(x, middle, x + width, middle));
    }
}
