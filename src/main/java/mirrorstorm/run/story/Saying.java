package mirrorstorm.run.story;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence as data: which one, and what stands in its places. {@link Sentences} puts it into words.
 *
 * @param key     of the sentence in the resource bundle
 * @param figures for its places 0, 1 ..., at most ten
 */
public record Saying(String key, List<Figure> figures) {

    /** Sentences have a digit for each place. */
    private static final int FIGURES_MAX = 10;

    public Saying {
        if (figures.size() > FIGURES_MAX) {
            throw new IllegalArgumentException("more than " + FIGURES_MAX + " figures in " + key);
        }
        figures = List.copyOf(figures);
    }

    /** The sentence {@code key} about these figures. */
    public static Saying of(String key, Figure... figures) {
        return new Saying(key, Arrays.asList(figures));
    }
}
