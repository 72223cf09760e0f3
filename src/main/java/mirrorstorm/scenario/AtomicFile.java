package mirrorstorm.scenario;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes files so that at any time either the whole old or the whole new one is there: into a temporary file in the
 * same folder, forced to disk, then moved over the old one, and the folder forced, too. What a process that was killed
 * left behind in a folder is cleared away by the next one that writes there.
 */
public final class AtomicFile {

    private static final MessageBundle TEXTS = MessageBundle.of("mirrorstorm.scenario.problems");

    private static final String PREFIX = ".mirrorstorm-";
    private static final String SUFFIX = ".tmp";

    /** Says which process writes, not what it writes: names may be as long as the file system allows. */
    private static final Pattern TEMPORARY = Pattern.compile("\\.mirrorstorm-([0-9]{1,18})-[0-9]+\\.tmp");

    /** Tells temporary files of one process apart. */
    private static final AtomicLong COUNT = new AtomicLong();

    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything; need not flush or close. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Says which file could not be written, and why. What stood there before is intact. */
    public static final class WriteException extends IOException {
        WriteException(Path file, IOException cause) {
            super(TEXTS.text("file.unwritten", MessageBundle.printable(file.toString()), reason(cause)), cause);
        }
    }

    /** Carries what the content itself threw past the handling of what the disk throws. */
    private static final class ContentException extends IOException {
        private final IOException thrown;

        ContentException(IOException thrown) {
            super(thrown);
            this.thrown = thrown;
        }
    }

    /** Remembers whether the disk below has failed. */
    private static final class Sink extends FilterOutputStream {
        private boolean hasFailed = true;

        Sink(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            hasFailed = true;
            out.write(value);
            hasFailed = false;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            hasFailed = true;
            out.write(bytes, from, length);
            hasFailed = false;
        }

        void fill(Content content) throws IOException {
            hasFailed = false;
            BufferedOutputStream buffer = new BufferedOutputStream(this);
            try {
                content.writeTo(buffer);
            } catch (IOException e) {
                throw hasFailed ? e : new ContentException(e);
            }
            buffer.flush();
        }
    }

    /** As {@link #write(Path, Content)}, in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Makes {@code content} the content of {@code file}, or leaves everything as it was. What is no regular file,
     * such as a pipe or {@code /dev/null}, is written to as it is. Mode and owner of a file that was there stay as
     * they were; one with further hard links is overwritten in place, once all of the new content is on disk.
     *
     * @throws WriteException if the folder does not exist or cannot be written to, or the disk is full
     * @throws IOException    whatever else the content throws
     */
    public static void write(Path file, Content content) throws IOException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                try (OutputStream out = Files.newOutputStream(file)) {
                    new Sink(out).fill(content);
                }
            } else {
                writeRegular(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
            }
        } catch (ContentException e) {
            throw e.thrown;
        } catch (IOException e) {
            throw new WriteException(file, e);
        }
    }

    /**
     * Finds out whether a file could be written, and leaves everything as it is.
     *
     * @throws WriteException if not
     */
    public static void probe(Path file) throws IOException {
        try {
            if (Files.isDirectory(file)) {
                throw new FileSystemException(file.toString(), null, TEXTS.text("file.folder"));
            } else if (Files.exists(file) && !Files.isWritable(file)) {
                throw new AccessDeniedException(file.toString());
            } else if (Files.exists(file) && !Files.isRegularFile(file)) {
                return;
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            clearLeftOvers(target);
            Files.delete(Files.createFile(newTemporary(target)));
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(Files.createFile(target)); // its very name may be impossible here
            }
        } catch (IOException e) {
            throw new WriteException(file, e);
        }
    }

    private static void writeRegular(Path target, Content content) throws IOException {
        clearLeftOvers(target);
        Path temporary = newTemporary(target);
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                new Sink(Channels.newOutputStream(channel)).fill(content);
                channel.force(true);
            }
            if (Files.exists(target) && hasFurtherLinks(target)) {
                overwrite(target, temporary);
            } else {
                if (Files.exists(target)) {
                    keepAttributes(target, temporary);
                }
                move(temporary, target);
                forceFolder(target);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path newTemporary(Path target) {
        return target.resolveSibling(PREFIX + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + SUFFIX);
    }

    /** Deletes what processes that are no more left in the folder. */
    private static void clearLeftOvers(Path target) throws IOException {
        Path folder = target.resolveSibling("");
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path each : found) {
                Matcher name = TEMPORARY.matcher(String.valueOf(each.getFileName()));
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (AccessDeniedException e) {
            // a folder that may be written to but not listed: what lies there stays
        }
    }

    private static boolean hasFurtherLinks(Path file) throws IOException {
        try {
            return Files.getAttribute(file, "unix:nlink") instanceof Integer count && count > 1;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return false; // this system does not count them
        }
    }

    private static void overwrite(Path target, Path source) throws IOException {
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel to =
                        FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            long size = from.size();
            for (long done = 0; done < size; ) {
                done += from.transferTo(done, size - done, to);
            }
            to.force(true);
        }
    }

    private static void keepAttributes(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return; // this system has neither modes nor groups
        }
        PosixFileAttributes old = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes own = view.readAttributes();
        if (!old.owner().equals(own.owner()) || !old.group().equals(own.group())) {
            try {
                view.setOwner(old.owner());
                view.setGroup(old.group());
            } catch (IOException e) {
                // only an administrator may give files away: it is the writer's then, as with every editor
            }
        }
        view.setPermissions(old.permissions());
    }

    private static void move(Path temporary, Path target) throws IOException {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // some network file systems cannot; the window in which neither file is whole is then the copy
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes a new name in a folder survive a power failure, where the system can. */
    public static void forceFolder(Path file) {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // Windows does not open folders, and keeps its names in step by itself
        }
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException || cause instanceof NotDirectoryException) {
            return TEXTS.text("file.noFolder");
        } else if (cause instanceof AccessDeniedException) {
            return TEXTS.text("file.readOnly");
        } else if (cause instanceof FileSystemException named && named.getReason() != null) {
            return named.getReason();
        }
        return String.valueOf(cause.getMessage());
    }
}
