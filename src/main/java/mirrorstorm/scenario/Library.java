package mirrorstorm.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The scenarios that come with the program, and the way to any other: by id or by path. */
public final class Library {

    /** What the bundled scenarios are about, in the order of a course; each lists its own in that order, too. */
    public enum Group {
        /** The case that all this is about, and the same with one thing changed. */
        STORM,
        /** Small clusters, each for one mechanism. */
        CLASSROOM,
        /** Other outages that were published. */
        INCIDENTS,
        /** The arithmetic of other systems, and of a paper. */
        ARITHMETIC;

        /** The ids of its scenarios, in order. */
        public List<String> ids() {
            return switch (this) {
                case STORM ->
                    List.of(
                            "aws-2011",
                            "aws-2011-class",
                            "aws-2011-fragile",
                            "aws-2011-headroom",
                            "aws-2011-backoff",
                            "aws-2011-previous-first",
                            "aws-2011-race-fixed",
                            "aws-2011-bulkhead",
                            "aws-2011-short-timeout");
                case CLASSROOM ->
                    List.of("first-steps", "class-no-room", "class-no-backoff", "class-race", "class-shared-threads");
                case INCIDENTS -> List.of("eu-west-2011", "us-east-2012", "leases-2025", "cloudscale-2018");
                case ARITHMETIC -> List.of("ceph-ten-hosts-80", "ceph-ten-hosts-87", "retries-280", "retries-140");
            };
        }

        /** A few words over them. */
        public String title() {
            return ProblemCollector.text("library.group." + this);
        }
    }

    /**
     * What a list or gallery shows of a bundled scenario.
     *
     * @param line the first sentence of its summary
     */
    public record Entry(String id, String title, String line, Group group) {}

    /** The ids of the bundled scenarios, in the order in which they are listed. */
    public static final List<String> IDS =
            Arrays.stream(Group.values()).flatMap(group -> group.ids().stream()).toList();

    /** What scenario files are called. */
    public static final String FILE_ENDING = ".storm.json";

    private static final String FOLDER = "/sample-scenarios/";

    private Library() {}

    /** The bundled scenarios, in the order of {@link #IDS}. Reads all of them: not for every frame. */
    public static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Group group : Group.values()) {
            for (String id : group.ids()) {
                Scenario scenario = bundled(id);
                entries.add(new Entry(id, scenario.title(), firstSentence(scenario.summary()), group));
            }
        }
        return entries;
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /**
     * The bundled scenario of that id, or the scenario in the file of that name.
     *
     * @throws IOException       if there is a file but it cannot be read; the message says why
     * @throws ScenarioException if there is neither, or it describes no scenario that can be run
     */
    public static Scenario open(String idOrPath) throws IOException, ScenarioException {
        if (IDS.contains(idOrPath)) {
            return bundled(idOrPath);
        }
        Path file = path(idOrPath);
        if (Files.notExists(file)) {
            String id = idOrPath.endsWith(FILE_ENDING)
                    ? idOrPath.substring(0, idOrPath.length() - FILE_ENDING.length())
                    : idOrPath;
            String cure = NearestName.to(id, IDS)
                    .map(nearest -> ProblemCollector.text("nearest", nearest))
                    .orElse(ProblemCollector.text("library.cure", String.join(", ", IDS)));
            throw new ScenarioException(
                    List.of(new Problem(idOrPath, 0, 0, "", ProblemCollector.text("library.unknown"), cure)));
        }
        return ScenarioReader.read(file);
    }

    /**
     * A bundled scenario.
     *
     * @param id one of {@link #IDS}
     * @throws IllegalArgumentException if it is none of these
     */
    public static Scenario bundled(String id) {
        String file = id + FILE_ENDING;
        try (InputStream in = Library.class.getResourceAsStream(FOLDER + file)) {
            if (in == null || !IDS.contains(id)) {
                throw new IllegalArgumentException("no scenario " + id + " comes with the program");
            }
            return ScenarioReader.read(file, in.readAllBytes());
        } catch (IOException | ScenarioException e) {
            throw new IllegalStateException("the bundled scenario " + id + " is broken: " + e.getMessage(), e);
        }
    }

    private static Path path(String text) throws ScenarioException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            String what = ProblemCollector.text("library.noPath");
            throw new ScenarioException(List.of(new Problem(MessageBundle.clipped(text), 0, 0, "", what, "")));
        }
    }
}
