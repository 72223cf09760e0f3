package mirrorstorm.ui.recovery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.ScenarioException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where running windows keep their drafts, each its own. A window holds a lock as long as it lives, and the operating
 * system lets go of it however the window ends: a draft without a lock is an orphan, whose window was killed.
 * Safe for several threads: the window may end while a draft is on its way.
 */
public final class DraftFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DraftFolder.class);

    private static final String PREFIX = "window-";
    private static final String LOCK_ENDING = ".lock";

    private final Path folder;
    private final Path own;
    private final Claim ownClaim;
    private final List<Orphan> orphans = new ArrayList<>();
    private boolean isClosed;

    /** A draft that nobody but us may touch. */
    private record Claim(Path lockFile, FileChannel channel) {

        /** Empty if somebody else has it. */
        static Optional<Claim> on(Path lockFile) throws IOException {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new Claim(lockFile, channel));
                }
            } catch (OverlappingFileLockException e) {
                LOG.debug("another window of this program has {}", lockFile, e);
            }
            channel.close();
            return Optional.empty();
        }

        void release() throws IOException {
            channel.close();
        }

        void remove() throws IOException {
            Files.deleteIfExists(lockFile);
            release();
        }
    }

    /** What a window that was killed had not saved. */
    public static final class Orphan {

        private final Path place;
        private final Claim claim;
        private final Draft draft;

        private Orphan(Path place, Claim claim, Draft draft) {
            this.place = place;
            this.claim = claim;
            this.draft = draft;
        }

        public Draft draft() {
            return draft;
        }
    }

    /**
     * Begins to keep drafts in this folder, which is made if need be.
     *
     * @throws IOException if that is not possible
     */
    public DraftFolder(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        Path lockFile = Files.createTempFile(folder, PREFIX, LOCK_ENDING);
        own = draftOf(lockFile);
        ownClaim = Claim.on(lockFile).orElseThrow(() -> new IOException(lockFile + " is new and yet not ours"));
    }

    private static Path draftOf(Path lockFile) {
        String name = String.valueOf(lockFile.getFileName());
        String stem = name.substring(0, name.length() - LOCK_ENDING.length());
        return lockFile.resolveSibling(stem + Library.FILE_ENDING);
    }

    private static Path lockOf(Path draft) {
        String name = String.valueOf(draft.getFileName());
        String stem = name.substring(0, name.length() - Library.FILE_ENDING.length());
        return draft.resolveSibling(stem + LOCK_ENDING);
    }

    /** Keeps this in place of what was kept before: at any time one of them is there whole. */
    public synchronized void keep(Draft draft) throws IOException {
        if (!isClosed) {
            draft.writeTo(own);
        }
    }

    /** Nothing is unsaved any more. */
    public synchronized void forget() throws IOException {
        Files.deleteIfExists(own);
    }

    /** The drafts of windows that were killed, the latest first; from now on nobody else is offered them. */
    public synchronized List<Orphan> orphans() throws IOException {
        List<Path> drafts = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*" + Library.FILE_ENDING)) {
            found.forEach(drafts::add);
        }
        for (Path place : drafts) {
            boolean isKnown = place.equals(own) || orphans.stream().anyMatch(orphan -> orphan.place.equals(place));
            if (!isKnown) {
                adopt(place);
            }
        }
        orphans.sort(
                Comparator.comparing((Orphan orphan) -> orphan.draft.kept()).reversed());
        return List.copyOf(orphans);
    }

    private void adopt(Path place) throws IOException {
        Optional<Claim> claim = Claim.on(lockOf(place));
        if (claim.isEmpty()) {
            return;
        }
        try {
            orphans.add(new Orphan(place, claim.get(), Draft.readFrom(place)));
        } catch (IOException | ScenarioException e) {
            LOG.warn("the draft {} cannot be read; it stays where it is", place, e);
            claim.get().release();
        }
    }

    /** Somebody has taken the orphan's work over, or does not want it. */
    public synchronized void discard(Orphan orphan) throws IOException {
        orphans.remove(orphan);
        Files.deleteIfExists(orphan.place);
        orphan.claim.remove();
    }

    /** The window ends as it should: its draft goes, orphans that nobody decided about stay for the next one. */
    @Override
    public synchronized void close() throws IOException {
        isClosed = true;
        for (Orphan orphan : orphans) {
            orphan.claim.release();
        }
        forget();
        ownClaim.remove();
    }
}
