package mirrorstorm.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirrorstorm.scenario.JsonValue.Place;

/** The problems found so far in one scenario, and the places in its text that they are at. */
final class ProblemCollector {

    /** More problems than this are counted, not listed. */
    static final int PROBLEMS_MAX = 200;

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.scenario.problems");

    private final String file;
    private final Map<String, Place> places = new HashMap<>();
    private final Set<String> badPaths = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private int unlistedCount;

    /** @param file what the problems name as their file */
    ProblemCollector(String file) {
        this.file = file;
    }

    /** The sentence {@code key} of {@code problems.properties}. */
    static String text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    /** Remembers where in the text the field {@code path} is. */
    void locate(String path, Place place) {
        places.putIfAbsent(path, place);
    }

    /** Adds a problem with the field {@code path}, at its place or that of the nearest field around it. */
    void add(String path, String what, String cure) {
        add(placeOf(path), path, what, cure);
    }

    void add(String path, ValueException problem) {
        add(path, problem.what(), problem.cure());
    }

    void add(Place place, String path, String what, String cure) {
        badPaths.add(path);
        if (isFull()) {
            addUnlisted();
        } else {
            problems.add(new Problem(file, place.line(), place.column(), path, what, cure));
        }
    }

    /** Whether further problems are only counted. */
    boolean isFull() {
        return problems.size() >= PROBLEMS_MAX;
    }

    /** Counts a problem of which nobody needs to know more. */
    void addUnlisted() {
        unlistedCount++;
    }

    /** Whether nothing was found wrong with a field, so that it is worth comparing with others. */
    boolean isSound(String path) {
        return !badPaths.contains(path);
    }

    void throwIfAny() throws ScenarioException {
        if (problems.isEmpty()) {
            return;
        }
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        if (unlistedCount > 0) {
            sorted.add(new Problem(file, 0, 0, "", text("more", unlistedCount), ""));
        }
        throw new ScenarioException(sorted);
    }

    private Place placeOf(String path) {
        String around = path;
        while (!around.isEmpty()) {
            Place place = places.get(around);
            if (place != null) {
                return place;
            }
            int end = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
            around = end < 0 ? "" : around.substring(0, end);
        }
        return places.getOrDefault("", Place.NONE);
    }
}
