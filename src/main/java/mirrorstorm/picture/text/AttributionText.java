package mirrorstorm.picture.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.cause.Attribution;
import mirrorstorm.run.cause.Cause;
import mirrorstorm.scenario.MessageBundle;

/** What an attribution says, in sentences: the causes that count, in order, and those of which nothing can be told. */
public final class AttributionText {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.picture.picture");
    private static final double MOST = 0.5;

    /** Parts of the difference that are smaller than that are not worth a sentence, however sure they are. */
    private static final double TOLD = 0.01;

    private AttributionText() {}

    /** A few words for a cause. */
    public static String title(Cause cause) {
        return TEXTS.text("cause." + cause.key());
    }

    /** The sentences about a measure; empty as long as there are fewer than two replications. */
    public static String of(Attribution attribution, Measure measure) {
        if (attribution.replications() < 2) {
            return "";
        }
        double all = attribution.withAll(measure).value();
        double none = attribution.withNone(measure).value();
        List<Integer> causes = IntStream.range(0, attribution.causes().size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        cause -> -attribution.share(cause, measure).value()))
                .toList();
        List<Integer> sure = causes.stream()
                .filter(cause -> isSure(attribution.share(cause, measure), Math.abs(all - none)))
                .toList();
        List<Integer> worse = sure.stream()
                .filter(cause -> attribution.share(cause, measure).value() > 0)
                .toList();
        List<Integer> better = sure.stream()
                .filter(cause -> attribution.share(cause, measure).value() < 0)
                .toList();
        String title = MeasureText.title(measure);
        if (worse.isEmpty() && better.isEmpty()) {
            return TEXTS.text(
                    "causes.sentence.nothing",
                    title,
                    MeasureText.value(measure, all),
                    MeasureText.value(measure, none));
        }
        StringBuilder text = new StringBuilder(TEXTS.text(
                "causes.sentence.all",
                capital(title),
                MeasureText.value(measure, all),
                MeasureText.value(measure, none)));
        for (int i = 0; i < worse.size(); i++) {
            Interval share = attribution.share(worse.get(i), measure);
            String key = i > 0 ? "then" : share.value() > MOST * (all - none) ? "most" : "largest";
            text.append(i > 0 ? "" : " ").append(one(key, attribution, worse.get(i), measure));
        }
        text.append(worse.isEmpty() ? "" : TEXTS.text("causes.sentence.end"));
        better.forEach(cause -> text.append(' ').append(one("less", attribution, cause, measure)));
        List<String> unclear = causes.stream()
                .filter(cause -> !sure.contains(cause))
                .map(cause -> title(attribution.causes().get(cause)))
                .toList();
        if (!unclear.isEmpty()) {
            text.append(' ').append(TEXTS.text("causes.sentence.unclear", listed(unclear)));
        }
        return text.toString().replace(" %", "\u00a0%").replace(" points", "\u00a0points");
    }

    private static boolean isSure(Interval share, double difference) {
        boolean isTold = share.low() > 0 || share.high() < 0;
        return isTold && Math.abs(share.value()) >= TOLD * difference;
    }

    private static String one(String key, Attribution attribution, int cause, Measure measure) {
        return TEXTS.text(
                "causes.sentence." + key,
                title(attribution.causes().get(cause)),
                DifferenceText.of(measure, attribution.share(cause, measure).value()));
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : TEXTS.text("causes.sentence.and", String.join(", ", names.subList(0, last)), names.get(last));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
