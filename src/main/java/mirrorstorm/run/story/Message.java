package mirrorstorm.run.story;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence as data: which one, and what stands in its places. {@link Sentences} puts it into words.
 *
 * @param key       of the sentence in the resource bundle
 * @param arguments for its places 0, 1 ..., at most ten
 */
public record Message(String key, List<MessageArgument> arguments) {

    /** Sentences have a digit for each place. */
    private static final int ARGUMENTS_MAX = 10;

    public Message {
        if (arguments.size() > ARGUMENTS_MAX) {
            throw new IllegalArgumentException("more than " + ARGUMENTS_MAX + " arguments in " + key);
        }
        arguments = List.copyOf(arguments);
    }

    /** The sentence {@code key} with these arguments. */
    public static Message of(String key, MessageArgument... arguments) {
        return new Message(key, Arrays.asList(arguments));
    }
}
