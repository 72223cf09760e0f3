package mirrorstorm.scenario;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.JsonValue.Place;

/**
 * Writes scenario files: whatever differs from the defaults, and always schema, id and title. What is written reads
 * back as an equal scenario. Comments of a file that was read are not kept.
 */
public final class ScenarioWriter {

    private ScenarioWriter() {}

    /** The scenario as JSON for people, UTF-8, lines ending with {@code \n}. */
    public static String text(Scenario scenario) {
        List<JsonValue.Field> fields = new ArrayList<>();
        for (String name : List.of("schema", "id", "title")) {
            Object value = SettingsPath.get(scenario, name);
            fields.add(new JsonValue.Field(Place.NONE, name, RecordCodec.writeScalar(value)));
        }
        RecordCodec.write(scenario, Scenario.DEFAULTS, ScenarioWriter::list).stream()
                .filter(field -> fields.stream().noneMatch(head -> head.name().equals(field.name())))
                .forEach(fields::add);
        return JsonPrinter.file(new JsonValue.Fields(Place.NONE, fields));
    }

    /**
     * Writes the scenario to a file: either all of it, or the file stays as it was.
     *
     * @throws IOException if that is not possible; the message says which file
     */
    public static void write(Scenario scenario, Path file) throws IOException {
        try {
            AtomicFile.write(file, text(scenario));
        } catch (IOException e) {
            throw new IOException(ProblemCollector.text("file.unwritable", file), e);
        }
    }

    /** Interventions as a timeline has them, each one JSON object in one line. */
    public static List<String> timelineTexts(List<TimedIntervention> interventions) {
        return interventions.stream()
                .map(TimelineCodec::write)
                .map(JsonPrinter::inline)
                .toList();
    }

    private static Optional<JsonValue> list(RecordComponent component, Object value) {
        List<JsonValue> items = new ArrayList<>();
        for (Object element : (List<?>) value) {
            items.add(element(element));
        }
        return Optional.of(new JsonValue.Items(Place.NONE, items));
    }

    private static JsonValue element(Object element) {
        if (element instanceof TimedIntervention timed) {
            return TimelineCodec.write(timed);
        } else if (element instanceof Milestone milestone) {
            return MilestoneCodec.write(milestone);
        } else if (element instanceof Note note) {
            return fields(note, new Note(java.time.Duration.ofNanos(-1), ""));
        } else if (element instanceof SavedBranch branch) {
            return fields(branch, new SavedBranch("", List.of()));
        } else if (element instanceof Settings.Zone zone) {
            return fields(zone, new Settings.Zone("", false));
        }
        throw new AssertionError("no way to write " + element);
    }

    private static JsonValue fields(Record record, Record absent) {
        return new JsonValue.Fields(Place.NONE, RecordCodec.write(record, absent, ScenarioWriter::list));
    }
}
