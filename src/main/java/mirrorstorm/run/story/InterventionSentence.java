package mirrorstorm.run.story;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.model.RequestKind;
import mirrorstorm.scenario.InterventionMessages;
import mirrorstorm.scenario.Lever;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Rates;

/** What somebody does to a cluster, in whole sentences: {@code intervention.NAME} of the bundle. */
public final class InterventionSentence {

    private static final MessageBundle TEXTS = MessageBundle.of(Sentences.BUNDLE);
    private static final InterventionMessages SENTENCES =
            new InterventionMessages(TEXTS, "intervention", new StoryWords());

    private InterventionSentence() {}

    /** What somebody does, in a sentence. */
    public static String of(Intervention intervention) {
        return SENTENCES.of(intervention);
    }

    /** The same as part of a sentence: without its full stop. */
    public static String clause(Intervention intervention) {
        String sentence = of(intervention);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    /** Values as a story says them. */
    private static final class StoryWords implements InterventionMessages.ValueWords {

        @Override
        public String target(NodeTarget target) {
            if (target instanceof NodeTarget.Share share) {
                return TEXTS.text("target.share", Sentences.percent(share.share()));
            } else if (target instanceof NodeTarget.Racks racks) {
                return numbered("target.rack", racks.racks());
            } else if (target instanceof NodeTarget.Nodes nodes) {
                return numbered("target.node", nodes.nodes());
            }
            return TEXTS.text("target.all");
        }

        private static String numbered(String key, List<Integer> numbers) {
            String list = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return TEXTS.text(numbers.size() == 1 ? key + ".one" : key, list);
        }

        @Override
        public String span(Duration duration) {
            return Sentences.span(duration);
        }

        @Override
        public String count(int count) {
            return String.format(Locale.ROOT, "%,d", count);
        }

        @Override
        public String rate(Rate rate) {
            return Rates.format(rate);
        }

        @Override
        public String share(double share) {
            return Sentences.percent(share);
        }

        @Override
        public String api(RequestKind api) {
            return TEXTS.text("api." + api);
        }

        @Override
        public String setting(Lever lever, Object value) {
            return lever.choices().stream()
                    .filter(choice -> choice.value().equals(value))
                    .map(Lever.Choice::title)
                    .findFirst()
                    .orElseGet(() -> (lever.format(value) + " " + lever.unit()).strip());
        }
    }
}
