package mirrorstorm.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Problem;
import mirrorstorm.scenario.ScenarioException;

/** Joins the shards of a sweep: equal, byte for byte, to the file of one process that had done it all. */
public final class SweepMerge {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.export.export");
    private static final int LISTED_MAX = 20;

    private final List<Problem> problems = new ArrayList<>();
    private final Map<Integer, Path> shards = new TreeMap<>();
    private final Map<Integer, Cell> cells = new TreeMap<>();
    private final Map<Integer, List<String>> values = new TreeMap<>();
    private Optional<ObjectNode> header = Optional.empty();
    private int of;

    private SweepMerge() {}

    /**
     * The shards in these files.
     *
     * @throws ScenarioException with everything that is wrong: files that are no shards, or of another sweep, shards
     *                           that come twice, and those that are missing
     */
    public static SweepMerge of(List<Path> files) throws ScenarioException {
        SweepMerge merge = new SweepMerge();
        files.forEach(merge::add);
        merge.checkComplete();
        if (!merge.problems.isEmpty()) {
            throw new ScenarioException(merge.problems);
        }
        return merge;
    }

    private void add(Path file) {
        Optional<ObjectNode> object = read(file);
        if (object.isEmpty()) {
            return;
        }
        JsonNode list = object.get().remove("cells");
        JsonNode shard = object.get().remove(SweepLines.SHARD);
        boolean isShard = SweepLines.KIND.equals(object.get().path("kind").textValue())
                && object.get().path("schema").asInt() == JsonText.SCHEMA
                && list != null
                && shard != null;
        if (!isShard) {
            problem(file, "merge.none", "merge.none.cure");
            return;
        }
        if (header.isEmpty()) {
            header = object;
            of = shard.path("of").asInt();
        } else if (!header.get().equals(object.get()) || of != shard.path("of").asInt()) {
            problem(
                    file,
                    "merge.foreign",
                    "merge.foreign.cure",
                    differing(object.get(), shard.path("of").asInt()));
            return;
        }
        int index = shard.path("index").asInt();
        Path twice = shards.putIfAbsent(index, file);
        if (twice != null) {
            problem(file, "merge.twice", "merge.twice.cure", index, twice);
            return;
        }
        addCells(file, index, list);
    }

    private Optional<ObjectNode> read(Path file) {
        try {
            String text = Files.readString(file);
            Optional<ObjectNode> object = SweepLines.readObject(text);
            if (object.isEmpty() || !object.get().has("cells")) {
                problem(file, "merge.none", "merge.none.cure");
                return Optional.empty();
            } else if (!SweepLines.isSoundFile(text)) {
                problem(file, "merge.damaged", "merge.damaged.cure");
                return Optional.empty();
            }
            object.get().remove(SweepLines.CHECK);
            return object;
        } catch (NoSuchFileException e) {
            problem(file, "merge.noFile", "merge.noFile.cure");
        } catch (IOException e) {
            problem(file, "merge.unreadable", "merge.noFile.cure");
        }
        return Optional.empty();
    }

    private String differing(ObjectNode other, int otherOf) {
        ObjectNode first = header.orElseThrow();
        List<String> names =
                new ArrayList<>(StreamSupport.stream(((Iterable<String>) first::fieldNames).spliterator(), false)
                        .filter(name -> !first.path(name).equals(other.path(name)))
                        .toList());
        if (otherOf != of) {
            names.add(SweepLines.SHARD + ".of");
        }
        return names.isEmpty() ? "?" : String.join(", ", names);
    }

    private void addCells(Path file, int index, JsonNode list) {
        int count = header.orElseThrow().path("cellCount").asInt();
        Shard shard = new Shard(Math.max(0, Math.min(of - 1, index)), Math.max(1, of));
        int expected = 0;
        for (int cell = shard.index(); cell < count; cell += shard.of()) {
            expected++;
        }
        int found = 0;
        for (JsonNode node : list) {
            Optional<Cell> cell = SweepLines.readCell(node);
            if (cell.isPresent() && shard.contains(cell.get().index())) {
                cells.put(cell.get().index(), cell.get());
                List<String> texts = new ArrayList<>();
                node.path("values").forEach(value -> texts.add(value.asText()));
                values.put(cell.get().index(), texts);
                found++;
            }
        }
        if (found != expected || list.size() != expected) {
            problem(file, "merge.cells", "merge.cells.cure", found, expected);
        }
    }

    private void checkComplete() {
        List<String> missing = new ArrayList<>();
        for (int index = 0; index < of && missing.size() < LISTED_MAX; index++) {
            if (!shards.containsKey(index)) {
                missing.add(index + "/" + of);
            }
        }
        if (!missing.isEmpty()) {
            String what = TEXTS.text("merge.missing", String.join(", ", missing));
            problems.add(new Problem("merge", 0, 0, "", what, TEXTS.text("merge.missing.cure")));
        }
    }

    private void problem(Path file, String what, String cure, Object... arguments) {
        problems.add(new Problem(file.toString(), 0, 0, "", TEXTS.text(what, arguments), TEXTS.text(cure)));
    }

    /**
     * Writes the whole sweep as JSON.
     *
     * @throws IOException if it cannot be written
     */
    public void writeJson(OutputStream out) throws IOException {
        ObjectNode whole = header.orElseThrow().deepCopy();
        whole.putObject(SweepLines.SHARD).put("index", 0).put("of", 1);
        List<String> lines = cells.values().stream()
                .map(cell -> SweepLines.cell(cell, values.getOrDefault(cell.index(), List.of())))
                .toList();
        out.write(SweepLines.file(SweepLines.sealed(whole.toString()), lines).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes the table of the whole sweep.
     *
     * @throws IOException if it cannot be written
     */
    public void writeCsv(OutputStream out) throws IOException {
        List<String> paths = new ArrayList<>();
        header.orElseThrow()
                .path("axes")
                .forEach(axis -> paths.add(axis.path("path").asText()));
        SweepFiles.writeCsv(paths, cells.values(), cell -> values.getOrDefault(cell.index(), List.of()), out);
    }

    /** How many cells it has. */
    public int cellCount() {
        return cells.size();
    }
}
