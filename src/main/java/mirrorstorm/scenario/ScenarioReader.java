package mirrorstorm.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mirrorstorm.model.Settings;
import mirrorstorm.model.TimedIntervention;

/**
 * Reads scenario files: JSON as in {@code assets/schema/storm.schema.json}, comments allowed. A file yields a
 * scenario that can be run, or the list of everything that has to be put right in it.
 */
public final class ScenarioReader {

    /** No scenario needs more; what is larger is another kind of file. */
    public static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

    private final ProblemCollector problems;
    private final Map<String, List<String>> elementPaths = new HashMap<>();

    private ScenarioReader(String name) {
        problems = new ProblemCollector(name);
    }

    /**
     * The scenario in a file.
     *
     * @throws IOException       if the file cannot be read; the message says which and why
     * @throws ScenarioException if it can, but describes no scenario that can be run
     */
    public static Scenario read(Path file) throws IOException, ScenarioException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(FILE_BYTES_MAX + 1);
        } catch (NoSuchFileException e) {
            throw new IOException(ProblemCollector.text("file.none", file), e);
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "file.isFolder" : "file.unreadable";
            throw new IOException(ProblemCollector.text(why, MessageBundle.printable(file.toString())), e);
        }
        return read(file.toString(), bytes);
    }

    /** The scenario in the bytes of a file of that name. */
    public static Scenario read(String name, byte[] bytes) throws ScenarioException {
        if (bytes.length > FILE_BYTES_MAX) {
            throw wholeFile(name, "file.large", FILE_BYTES_MAX / (1024 * 1024));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return read(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw wholeFile(name, "file.coding");
        }
    }

    /**
     * The scenario in a text.
     *
     * @param name what the problems name as their file
     * @throws ScenarioException if it describes no scenario that can be run
     */
    public static Scenario read(String name, String text) throws ScenarioException {
        return new ScenarioReader(name).read(text);
    }

    private static ScenarioException wholeFile(String name, String key, Object... arguments) {
        String cure = ProblemCollector.text(key + ".cure");
        return new ScenarioException(List.of(new Problem(name, 0, 0, "", ProblemCollector.text(key, arguments), cure)));
    }

    private Scenario read(String text) throws ScenarioException {
        Scenario scenario = Scenario.DEFAULTS;
        try {
            JsonValue json = JsonReader.read(text);
            problems.locate("", json.place());
            if (json instanceof JsonValue.Fields fields) {
                FieldsReader object = new FieldsReader(fields, "", problems);
                scenario = RecordCodec.read(object, Scenario.DEFAULTS, (list, absent) -> list(object, list, absent));
                ScenarioChecks.check(scenario, problems, elementPaths);
            } else {
                problems.add("", ProblemCollector.text("file.noObject"), ProblemCollector.text("file.noObject.cure"));
            }
        } catch (JsonReader.FaultException e) {
            String key = e.fault().key();
            String cure = ProblemCollector.text(key + ".cure", e.fault().argument());
            problems.add(e.place(), "", ProblemCollector.text(key, e.fault().argument()), cure);
        }
        problems.throwIfAny();
        return scenario;
    }

    private Object list(FieldsReader file, RecordComponent component, Object absent) {
        String name = component.getName();
        if (!file.has(name)) {
            return absent;
        }
        return switch (name) {
            case "zones" -> elements(file, name, ScenarioReader::zone);
            case "timeline" -> timeline(file, name);
            case "milestones" -> elements(file, name, ScenarioReader::milestone);
            case "notes", "bookmarks" -> elements(file, name, ScenarioReader::note);
            case "branches" -> elements(file, name, this::branch);
            default -> throw new AssertionError("no way to read " + name);
        };
    }

    private <T> List<T> elements(FieldsReader file, String list, Function<FieldsReader, Optional<T>> read) {
        List<T> values = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (FieldsReader.Element element : file.elements(list)) {
            file.object(element.path(), element.value()).flatMap(read).ifPresent(value -> {
                values.add(value);
                paths.add(element.path());
            });
        }
        elementPaths.put(file.pathOf(list), paths);
        return values;
    }

    /** Sorts the paths as the scenario will sort the entries, of which some stand for several. */
    private List<TimedIntervention> timeline(FieldsReader file, String list) {
        List<List<TimedIntervention>> written = elements(file, list, TimelineCodec::read);
        List<String> writtenPaths = elementPaths.getOrDefault(file.pathOf(list), List.of());
        List<TimedIntervention> entries = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            int count = entries.size() + written.get(i).size();
            if (written.get(i).size() > 1 && count > ScenarioChecks.TIMELINE_MAX) {
                String what = ProblemCollector.text("list.long", ScenarioChecks.TIMELINE_MAX, count);
                problems.add(writtenPaths.get(i), what, "");
                continue;
            }
            entries.addAll(written.get(i));
            paths.addAll(Collections.nCopies(written.get(i).size(), writtenPaths.get(i)));
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingLong(index -> entries.get(index).timeNanos()));
        elementPaths.put(file.pathOf(list), order.stream().map(paths::get).toList());
        return entries;
    }

    private Optional<SavedBranch> branch(FieldsReader object) {
        object.expectOnly(RecordCodec.names(SavedBranch.class));
        return Optional.of(
                new SavedBranch(object.optional("name", String.class).orElse(""), timeline(object, "timeline")));
    }

    private static Optional<Settings.Zone> zone(FieldsReader object) {
        object.expectOnly(RecordCodec.names(Settings.Zone.class));
        String id = object.required("id", String.class).orElse("");
        return Optional.of(
                new Settings.Zone(id, object.optional("full", boolean.class).orElse(false)));
    }

    private static Optional<Note> note(FieldsReader object) {
        object.expectOnly(RecordCodec.names(Note.class));
        Optional<Duration> at = object.required("at", Duration.class);
        Optional<String> text = object.required("text", String.class);
        return at.flatMap(time -> text.map(words -> new Note(time, words)));
    }

    private static Optional<Milestone> milestone(FieldsReader object) {
        object.expectOnly(MilestoneCodec.NAMES);
        return MilestoneCodec.read(object);
    }
}
