package mirrorstorm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the project says of itself in Markdown: links, names in backticks, and commands to type. */
public final class Documents {

    /** A line that starts the program; its group are the arguments. */
    public static final Pattern PROGRAM = Pattern.compile("java .*-jar target/mirrorstorm\\.jar (.+)");

    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /** Something that a document says, and where. */
    public record Said(Path file, String text) {

        @Override
        public String toString() {
            return file + ": " + text;
        }
    }

    private final List<Path> files;

    private Documents(List<Path> files) {
        this.files = files;
    }

    /** All of them. */
    public static Documents all() {
        try (Stream<Path> below = Files.walk(Path.of("src/docs"))) {
            Stream<Path> docs = below.filter(file -> file.toString().endsWith(".md"));
            return new Documents(Stream.concat(Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")), docs)
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the documents", e);
        }
    }

    List<Path> files() {
        return files;
    }

    /** What stands in backticks within text. */
    List<Said> code() {
        return found(CODE, file -> FENCE.matcher(text(file)).replaceAll(""));
    }

    /** Where links lead to. */
    List<Said> links() {
        return found(LINK, Documents::text);
    }

    /** Lines to be typed: those of blocks, and what stands in backticks. */
    public List<Said> commands() {
        List<Said> all = new ArrayList<>(code());
        for (Path file : files) {
            FENCE.matcher(text(file))
                    .results()
                    .flatMap(block -> block.group().replaceAll("\\\\\n *", "").lines())
                    .forEach(line -> all.add(new Said(file, line.strip())));
        }
        return all;
    }

    /** What any document holds, word for word, that looks like {@code pattern}: its first group. */
    List<Said> all(Pattern pattern) {
        return found(pattern, Documents::text);
    }

    private interface Reading {
        String of(Path file);
    }

    private List<Said> found(Pattern pattern, Reading reading) {
        List<Said> all = new ArrayList<>();
        for (Path file : files) {
            Matcher matcher = pattern.matcher(reading.of(file));
            while (matcher.find()) {
                all.add(new Said(file, matcher.group(1)));
            }
        }
        return all;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
