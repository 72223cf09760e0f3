package mirrorstorm.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody probably meant: the nearest by edit distance, swaps of neighbours counting once. */
public final class NearestName {

    /** Names longer than this are nobody's misspelling. */
    private static final int LENGTH_MAX = 80;

    private NearestName() {}

    /** Shorter beginnings of names say too little. */
    private static final int BEGINNING_LENGTH_MIN = 3;

    /**
     * Of equally near names the first; the only one that begins like that if none is near; empty if there is no such
     * name either. Case does not matter.
     */
    public static Optional<String> to(String written, Collection<String> known) {
        Optional<String> nearest = Optional.empty();
        int distanceMin = Integer.MAX_VALUE;
        for (String name : known) {
            int distance = distance(written.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < distanceMin && distance <= Math.max(1, Math.min(written.length(), name.length()) / 3 + 1)) {
                distanceMin = distance;
                nearest = Optional.of(name);
            }
        }
        return nearest.isPresent() ? nearest : beginningWith(written, known);
    }

    private static Optional<String> beginningWith(String written, Collection<String> known) {
        String beginning = written.toLowerCase(Locale.ROOT);
        List<String> found = known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning))
                .toList();
        boolean isClear = found.size() == 1 && written.length() >= BEGINNING_LENGTH_MIN;
        return isClear ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Damerau and Levenshtein's distance, restricted to one edit a place. */
    static int distance(String a, String b) {
        if (a.length() > LENGTH_MAX || b.length() > LENGTH_MAX) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cost(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int cost(int[][] cost, String a, String b, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean isSwap = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwap ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
    }
}
