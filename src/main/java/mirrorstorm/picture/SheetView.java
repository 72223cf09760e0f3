package mirrorstorm.picture;

import java.util.List;
import mirrorstorm.scenario.Texts;

/**
 * A whole picture: heading, stage, legend and charts.
 *
 * @param stage    its layout is for the screen; the picture makes its own
 * @param title    what was simulated
 * @param subtitle from which scenario and with which random numbers
 * @param parts    which of these are on it
 */
public record SheetView(StageView stage, ChartView charts, String title, String subtitle, Parts parts) {

    /** What is on the picture, and how it is arranged. */
    public enum Parts {
        /** Stage and charts, as they fit best. */
        FITTED,
        /** The stage over the charts, as on the screen. */
        STACKED,
        STAGE,
        CHARTS
    }

    private static final Texts TEXTS = Texts.of("mirrorstorm.picture.picture");

    /** A picture of a scenario, which with the seed makes the same run again. */
    public static SheetView of(StageView stage, ChartView charts) {
        String subtitle = TEXTS.text(
                "sheet.subtitle",
                charts.scenario().id(),
                Long.toString(charts.scenario().seed()));
        return new SheetView(stage, charts, charts.scenario().title(), subtitle, Parts.FITTED);
    }

    /** This picture with other parts. */
    public SheetView withParts(Parts other) {
        return new SheetView(stage, charts, title, subtitle, other);
    }

    /** This picture with forecasts on its charts. */
    public SheetView withFans(List<ChartFan> fans) {
        return new SheetView(stage, charts.withFans(fans), title, subtitle, parts);
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
