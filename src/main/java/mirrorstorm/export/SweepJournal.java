package mirrorstorm.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.study.Study;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.Shard;
import mirrorstorm.run.sweep.Sweep;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.MessageBundle;

/**
 * What a sweep has found out so far, kept beside its result so that it goes on where it was killed: a line that says
 * which sweep it is, and one for each finished cell. A last line that was not written to its end does not count.
 */
public final class SweepJournal implements AutoCloseable {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.export.export");
    private static final String ENDING = ".partial";

    /** Journals that a folder keeps. */
    private static final int KEPT_MAX = 8;

    private static final int BYTES_MAX = 1 << 30;

    private final Path file;
    private final SweepPlan plan;
    private final Shard shard;
    private final FileChannel channel;
    private final Map<Integer, Cell> cells = new TreeMap<>();

    private SweepJournal(Path file, SweepPlan plan, Shard shard, FileChannel channel) {
        this.file = file;
        this.plan = plan;
        this.shard = shard;
        this.channel = channel;
    }

    /** Where the journal of a result lies: beside it. */
    public static Path beside(Path result) {
        return result.resolveSibling(result.getFileName() + ENDING);
    }

    /**
     * Opens the journal of a sweep, or begins one.
     *
     * @throws IOException if it cannot be read or written, is of another sweep, or another process works on it; the
     *                     message says which, and what to do
     */
    public static SweepJournal open(Path file, SweepPlan plan, Shard shard) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(file, channel);
            SweepJournal journal = new SweepJournal(file, plan, shard, channel);
            journal.read();
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Opens the journal of a sweep in a folder that keeps those of several, or begins one. Only the newest are kept.
     *
     * @throws IOException as {@link #open} does
     */
    public static SweepJournal openIn(Path folder, SweepPlan plan) throws IOException {
        Files.createDirectories(folder);
        String name = SweepLines.fingerprint(SweepLines.header(plan, Shard.WHOLE)) + ENDING;
        dropOld(folder, name);
        SweepJournal journal = open(folder.resolve(name), plan, Shard.WHOLE);
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.now()));
        return journal;
    }

    private static void dropOld(Path folder, String but) throws IOException {
        List<Path> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            files.forEach(kept::add);
        }
        kept.removeIf(file -> file.endsWith(but));
        kept.sort(Comparator.comparing(SweepJournal::age).reversed());
        for (Path file : kept.subList(Math.min(kept.size(), KEPT_MAX - 1), kept.size())) {
            Files.deleteIfExists(file);
        }
    }

    private static FileTime age(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // it is gone already
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new IOException(TEXTS.text("journal.busy", file), e);
        }
        if (lock == null) {
            throw new IOException(TEXTS.text("journal.busy", file));
        }
    }

    private void read() throws IOException {
        String header = SweepLines.header(plan, shard);
        if (channel.size() > BYTES_MAX) {
            throw new IOException(TEXTS.text("journal.foreign", file));
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until all of it is there
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        if (end < 0 && header.startsWith(text)) { // new, or killed while its first line was written
            channel.truncate(0);
            append(header);
            AtomicFile.forceFolder(file);
            return;
        }
        if (end < 0 || !text.substring(0, end).equals(header)) {
            throw new IOException(TEXTS.text("journal.foreign", file));
        }
        int start = end + 1;
        for (end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
            Optional<Cell> cell = SweepLines.readCell(text.substring(start, end));
            if (cell.isEmpty()) {
                break;
            }
            cells.put(cell.get().index(), cell.get());
            start = end + 1;
        }
        long sound = text.substring(0, start).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(sound);
        channel.position(sound);
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    /** The cells that are known, by their numbers, ascending. */
    public Map<Integer, Cell> cells() {
        return cells;
    }

    /**
     * Runs the cells that are not known yet and keeps each of them: the sweep as a {@link Study} that survives a kill.
     *
     * @param told of those that are known, then of each that is run
     * @return all of them, in order
     * @throws IOException if a cell cannot be written
     */
    public Collection<Cell> complete(int threads, CancellationToken work, Consumer<Cell> told) throws IOException {
        cells.values().forEach(told);
        try {
            new Sweep(plan, shard, cells.keySet()).answer(threads, work, cell -> {
                keep(cell);
                told.accept(cell);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return cells.values();
    }

    private void keep(Cell cell) {
        try {
            add(cell);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds a finished cell; once this returns it survives a kill.
     *
     * @throws IOException if it cannot be written
     */
    public void add(Cell cell) throws IOException {
        append(SweepLines.cell(cell, plan.valueTexts(cell.index())));
        cells.put(cell.index(), cell);
    }

    /**
     * The result is written: the journal is no longer needed.
     *
     * @throws IOException if it cannot be deleted
     */
    public void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
