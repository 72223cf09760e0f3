package mirrorstorm.picture.figure;

import java.util.List;
import mirrorstorm.picture.chart.ChartFan;
import mirrorstorm.picture.chart.ChartView;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.text.TimeText;
import mirrorstorm.scenario.MessageBundle;

/**
 * A whole picture: heading, stage, legend and charts.
 *
 * @param stage    its layout is for the screen; the picture makes its own
 * @param title    what was simulated
 * @param subtitle from which scenario and with which random numbers
 * @param parts    which of these are on it
 */
public record FigureView(StageView stage, ChartView charts, String title, String subtitle, Parts parts) {

    /** What is on the picture, and how it is arranged. */
    public enum Parts {
        /** Stage and charts, as they fit best. */
        FITTED,
        /** The stage over the charts, as on the screen. */
        STACKED,
        STAGE,
        CHARTS
    }

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");

    /** A picture of a scenario, which with the seed makes the same run again. */
    public static FigureView of(StageView stage, ChartView charts) {
        String subtitle = TEXTS.text(
                "sheet.subtitle",
                charts.scenario().id(),
                Long.toString(charts.scenario().seed()));
        return new FigureView(stage, charts, charts.scenario().title(), subtitle, Parts.FITTED);
    }

    /** This picture with other parts. */
    public FigureView withParts(Parts other) {
        return new FigureView(stage, charts, title, subtitle, other);
    }

    /** This picture with forecasts on its charts. */
    public FigureView withFans(List<ChartFan> fans) {
        return new FigureView(stage, charts.withFans(fans), title, subtitle, parts);
    }

    /** How long the run has been going on, in simulated time. */
    public String time() {
        return TEXTS.text("sheet.time", TimeText.sinceStart(stage.snapshot().timeNanos()));
    }

    /** What the clocks showed in the real world. */
    public String clock() {
        return TimeText.clock(charts.scenario().origin(), stage.snapshot().timeNanos());
    }
}
