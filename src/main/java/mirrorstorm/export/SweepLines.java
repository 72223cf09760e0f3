package mirrorstorm.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.ScenarioWriter;

/**
 * The lines of a sweep's files: one that says which sweep it is, and one for each cell. They hold no wall-clock
 * values, so equal sweeps have equal lines on every machine.
 */
final class SweepLines {

    static final String KIND = "sweep";
    static final String SHARD = "shard";

    /** The field that closes a line: CRC-32C (Castagnoli) of the bytes before it, eight hexadecimal digits. */
    static final String CHECK = "crc32c";

    private static final String CHECK_FIELD = ",\"" + CHECK + "\":\"";
    private static final String CELLS_BEGIN = "\"cells\":[";
    private static final String CELLS_END = "]}";

    /** Lines of a file that are no cells: the header, the beginning and the end of the cells. */
    private static final int FRAME_LINES = 3;

    private static final int FINGERPRINT_LENGTH = 16;
    private static final JsonMapper MAPPER = new JsonMapper();

    private SweepLines() {}

    private static String line(JsonText.Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can be written", e);
        }
        return sealed(text.toString());
    }

    /** The text of an object, closed by its checksum. */
    static String sealed(String object) {
        String open = object.substring(0, object.length() - 1);
        return open + CHECK_FIELD + checksum(open) + "\"}";
    }

    private static String checksum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", sum.getValue());
    }

    /** Whether a line is one that {@link #line} has made, to the last bit. */
    static boolean isSound(String line) {
        int end = line.lastIndexOf(CHECK_FIELD);
        return end >= 0 && line.substring(end).equals(CHECK_FIELD + checksum(line.substring(0, end)) + "\"}");
    }

    /** What a sweep is: the scenario down to its last field, the axes, the columns of its outcomes. */
    static String header(SweepPlan plan, Shard shard) {
        return line(json -> {
            json.writeNumberField("schema", JsonText.SCHEMA);
            json.writeStringField("kind", KIND);
            json.writeStringField("version", Version.text());
            json.writeStringField("scenario", plan.scenario().id());
            json.writeStringField("scenarioSha256", sha256(ScenarioWriter.text(plan.scenario())));
            json.writeNumberField("seed", plan.scenario().seed());
            json.writeStringField("engine", plan.engine().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("horizonSeconds", plan.scenario().horizon().toSeconds());
            json.writeNumberField("replications", plan.replications());
            json.writeStringField("measure", plan.measure().key());
            json.writeNumberField("precision", plan.precision());
            json.writeArrayFieldStart("axes");
            for (Axis axis : plan.axes()) {
                json.writeStartObject();
                json.writeStringField("path", axis.lever().path());
                JsonText.texts(json, "values", axis.texts());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("cellCount", plan.cellCount());
            JsonText.texts(json, "columns", Measure.keys());
            json.writeObjectFieldStart(SHARD);
            json.writeNumberField("index", shard.index());
            json.writeNumberField("of", shard.of());
            json.writeEndObject();
        });
    }

    /** A few letters that are others for other headers. */
    static String fingerprint(String header) {
        return sha256(header).substring(0, FINGERPRINT_LENGTH);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java has SHA-256", e);
        }
    }

    /** A cell with every replication. */
    static String cell(Cell cell, List<String> values) {
        return line(json -> {
            json.writeNumberField("cell", cell.index());
            JsonText.texts(json, "values", values);
            json.writeArrayFieldStart("outcomes");
            for (Outcome outcome : cell.outcomes()) {
                json.writeStartArray();
                for (double value : outcome.values()) {
                    JsonText.number(json, value);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        });
    }

    /** The cell in a line; empty if there is none, or the line is damaged. */
    static Optional<Cell> readCell(String line) {
        if (!isSound(line)) {
            return Optional.empty();
        }
        try {
            return readCell(MAPPER.readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static Optional<Cell> readCell(JsonNode node) {
        if (!node.path("cell").isInt() || !node.path("outcomes").isArray()) {
            return Optional.empty();
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode row : node.path("outcomes")) {
            List<Double> values = new ArrayList<>();
            row.forEach(value -> values.add(value.isNull() ? Double.NaN : value.asDouble()));
            if (values.size() != Measure.values().length) {
                return Optional.empty();
            }
            outcomes.add(new Outcome(values));
        }
        return Optional.of(new Cell(node.path("cell").intValue(), outcomes));
    }

    /** A whole file: the header, the cells in the order given, one a line. */
    static String file(String header, List<String> cells) {
        StringBuilder text = new StringBuilder(header);
        text.setLength(text.length() - 1);
        text.append(",\n").append(CELLS_BEGIN).append("\n");
        text.append(String.join(",\n", cells)).append("\n").append(CELLS_END).append("\n");
        return text.toString();
    }

    /** Whether every line of a {@link #file} is as it was written. */
    static boolean isSoundFile(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < FRAME_LINES || !isSound(withoutComma(lines.get(0)) + "}")) {
            return false;
        }
        List<String> cells = lines.subList(2, lines.size() - 1);
        return lines.get(1).equals(CELLS_BEGIN)
                && lines.get(lines.size() - 1).equals(CELLS_END)
                && cells.stream().filter(line -> !line.isEmpty()).allMatch(line -> isSound(withoutComma(line)));
    }

    private static String withoutComma(String line) {
        return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
    }

    /** The object in a text; empty if there is none. */
    static Optional<ObjectNode> readObject(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
