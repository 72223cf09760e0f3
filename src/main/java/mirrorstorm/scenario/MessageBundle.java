package mirrorstorm.scenario;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The sentences of one package, from its resource bundle, so that they can be translated. {@code {0}}, {@code {1}}
 * ... in a sentence stand for the arguments; numbers are formatted by the caller.
 */
public final class MessageBundle {

    /** Longer pieces of what somebody wrote are cut when they are repeated to him. */
    private static final int CLIP_LENGTH = 60;

    private static final Pattern HARMFUL = Pattern.compile(
            "[\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]|\\p{Cs}");

    private final ResourceBundle bundle;

    private MessageBundle(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * The sentences of a bundle.
     *
     * @param name such as {@code mirrorstorm.scenario.problems}
     * @throws java.util.MissingResourceException if there is no such bundle
     */
    public static MessageBundle of(String name) {
        return new MessageBundle(ResourceBundle.getBundle(name, Locale.ROOT));
    }

    /**
     * The sentence {@code key} with its arguments filled in.
     *
     * @throws java.util.MissingResourceException if there is no such sentence
     */
    public String text(String key, Object... arguments) {
        String text = bundle.getString(key);
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            boolean isPlace = close == open + 2 && Character.isDigit(text.charAt(open + 1));
            filled.append(text, from, open);
            filled.append(isPlace ? argument(arguments[text.charAt(open + 1) - '0']) : "{");
            from = isPlace ? close + 1 : open + 1;
        }
        return filled.append(text.substring(from)).toString();
    }

    /** What stands in the place of an argument: what came from a file cannot end the line, nor turn it around. */
    private static Object argument(Object given) {
        return given instanceof String text ? printable(text) : given;
    }

    /** The sentence {@code key} as it stands, if there is one. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** All keys. */
    public Set<String> keys() {
        return bundle.keySet();
    }

    /** The beginning of what somebody wrote, fit to be shown in one line of a terminal. */
    public static String clipped(String written) {
        return printable(written.length() > CLIP_LENGTH ? written.substring(0, CLIP_LENGTH) + "..." : written);
    }

    /**
     * What somebody wrote without what could do anything to a terminal, a log, or the reader's eye: control characters,
     * C1 included, line ends, marks that turn the direction of text, and halves of surrogate pairs.
     */
    public static String printable(String written) {
        return HARMFUL.matcher(written).replaceAll("?");
    }
}
