package mirrorstorm.run.why;

import java.util.Locale;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.scenario.MessageBundle;

/** The words of the cards, from the resource bundle {@code mirrorstorm/run/why.properties}. */
final class CardMessages {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.run.why");

    private CardMessages() {}

    static String text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** The sentence, or its form for exactly one; argument 0 is the count. */
    static String counted(String key, long count) {
        return text(count == 1 ? key + ".one" : key, count(count));
    }

    static Card.Fact fact(String key, String value) {
        return new Card.Fact(text("fact." + key), value);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String about(double number) {
        return Sentences.about(number);
    }

    static String percent(double share) {
        return Sentences.percent(share);
    }

    static String span(long nanos) {
        return Sentences.span(nanos);
    }
}
