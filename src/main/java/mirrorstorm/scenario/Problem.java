package mirrorstorm.scenario;

/**
 * One thing to put right in a scenario.
 *
 * @param file   the file as the user named it, or what else the scenario came from
 * @param line   counted from 1; 0 if the problem has no place in a text
 * @param column counted from 1; 0 if the problem has no place in a text
 * @param path   the field, such as {@code timeline[2].lever}; empty if it is about the whole
 * @param what   what is wrong
 * @param cure   what would be right; empty if {@code what} says so already
 */
public record Problem(String file, int line, int column, String path, String what, String cure) {

    /** Longer paths are nobody's who wants to know. */
    private static final int PATH_LENGTH_MAX = 200;

    /** Such as {@code storm.storm.json:12:7: search.backof: there is no such field; did you mean backoff?}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(MessageBundle.printable(file));
        if (line > 0) {
            text.append(':').append(line).append(':').append(column);
        }
        if (!path.isEmpty()) {
            boolean isLong = path.length() > PATH_LENGTH_MAX;
            text.append(": ")
                    .append(MessageBundle.printable(isLong ? path.substring(0, PATH_LENGTH_MAX) + "..." : path));
        }
        text.append(": ").append(what);
        return (cure.isEmpty() ? text : text.append("; ").append(cure)).toString();
    }
}
