package mirrorstorm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Either the whole old file or the whole new one, and nothing else in the folder. */
class AtomicFileTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFullDiskIsNamedWithItsFile() {
        assumeTrue(Files.exists(FULL), "this system has no full device");
        assertThatThrownBy(() -> AtomicFile.write(FULL, "text"))
                .isInstanceOf(AtomicFile.WriteException.class)
                .hasMessageStartingWith("cannot write /dev/full: ");
    }

    @Test
    void whatTheContentThrowsIsNotTheDisksFault() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.txt"), "kept");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("stopped");
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("stopped");
        assertThat(file).hasContent("kept");
        assertThat(names()).containsExactly("kept.txt");
    }

    @Test
    void aMissingFolderIsSaidInWords() {
        Path file = folder.resolve("missing/file.txt");
        assertThatThrownBy(() -> AtomicFile.write(file, "text"))
                .hasMessage("cannot write " + file + ": its folder does not exist");
        assertThatThrownBy(() -> AtomicFile.probe(file)).hasMessageContaining("its folder does not exist");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> AtomicFile.probe(folder)).hasMessage("cannot write " + folder + ": it is a folder");
    }

    @Test
    void theLongestNameThatTheSystemAllowsCanBeWritten() throws IOException {
        Path file = folder.resolve("n".repeat(255));
        AtomicFile.probe(file);
        AtomicFile.write(file, "text");
        assertThat(file).hasContent("text");
        assertThatThrownBy(() -> AtomicFile.probe(folder.resolve("n".repeat(256))))
                .isInstanceOf(AtomicFile.WriteException.class);
        assertThat(names()).hasSize(1);
    }

    @Test
    void whatAKilledProcessLeftIsClearedAwayAndWhatALivingOneWritesIsNot() throws IOException {
        long dead = Long.MAX_VALUE / 10;
        long living = ProcessHandle.current().pid();
        Files.writeString(folder.resolve(".mirrorstorm-" + dead + "-1.tmp"), "half");
        Files.writeString(folder.resolve(".mirrorstorm-" + living + "-0.tmp"), "half");
        Files.writeString(folder.resolve(".mirrorstorm-notes.tmp"), "somebody else's");
        AtomicFile.write(folder.resolve("file.txt"), "text");
        assertThat(names()).containsExactly(".mirrorstorm-" + living + "-0.tmp", ".mirrorstorm-notes.tmp", "file.txt");
    }

    @Test
    void modeAndHardLinksStay() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "old and longer");
        assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no modes here");
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(file, mode);
        AtomicFile.write(file, "new");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mode);

        Path link = Files.createLink(folder.resolve("link.txt"), file);
        AtomicFile.write(link, "both");
        assertThat(file).hasContent("both");
        assertThat(Files.isSameFile(file, link)).isTrue();
        assertThat(names()).containsExactly("file.txt", "link.txt");
    }

    @Test
    void aLinkStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("file.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        AtomicFile.write(link, "new");
        assertThat(file).hasContent("new");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }
}
