package mirrorstorm.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import mirrorstorm.picture.text.AttributionText;
import mirrorstorm.picture.text.DifferenceText;
import mirrorstorm.picture.text.MeasureText;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.scenario.Durations;
import mirrorstorm.scenario.Scenario;

/** An attribution in words and a table, the largest share first. */
final class ExplainText {

    private ExplainText() {}

    static String of(Scenario scenario, Attribution attribution, Measure measure) {
        StringBuilder text = new StringBuilder();
        text.append(OptionProblems.TEXTS.text(
                "explain.title",
                scenario.title(),
                scenario.id(),
                scenario.seed(),
                attribution.replications(),
                Durations.format(scenario.horizon())));
        text.append('\n')
                .append(OptionProblems.TEXTS.text(
                        "explain.all",
                        MeasureText.title(measure),
                        MeasureText.value(measure, attribution.withAll(measure).value()),
                        MeasureText.value(measure, attribution.withNone(measure).value())))
                .append('\n')
                .append(OptionProblems.TEXTS.text("explain.columns"))
                .append('\n');
        IntStream.range(0, attribution.causes().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        cause -> -attribution.share(cause, measure).value()))
                .forEach(cause -> {
                    Interval share = attribution.share(cause, measure);
                    text.append(String.format(
                            Locale.ROOT,
                            "  %-18s %13s   %-26s %13s %13s\n",
                            AttributionText.title(attribution.causes().get(cause)),
                            DifferenceText.of(measure, share.value()),
                            DifferenceText.range(measure, share),
                            DifferenceText.of(
                                    measure, attribution.alone(cause, measure).value()),
                            DifferenceText.of(
                                    measure, attribution.spared(cause, measure).value())));
                });
        return text.toString();
    }
}
