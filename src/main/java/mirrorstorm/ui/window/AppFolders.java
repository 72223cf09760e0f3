package mirrorstorm.ui.window;

import dev.dirs.ProjectDirectories;
import java.nio.file.Path;

/**
 * Where the window keeps files of its own.
 *
 * @param preferences what it remembers from one start to the next
 * @param drafts      what is not saved, see {@link Autosave}
 * @param thumbnails  pictures of the bundled scenarios; can be lost without harm
 * @param sweeps      what tipping maps have found out so far
 */
record AppFolders(Path preferences, Path drafts, Path thumbnails, Path sweeps) {

    private static final String PREFERENCES = "window.properties";

    /** Where the user's system keeps such files. */
    static AppFolders ofUser() {
        ProjectDirectories directories = ProjectDirectories.from("io.github", "mirrorstorm", "Mirrorstorm");
        return new AppFolders(
                Path.of(directories.configDir, PREFERENCES),
                Path.of(directories.dataLocalDir, "drafts"),
                Path.of(directories.cacheDir, "thumbnails"),
                Path.of(directories.cacheDir, "sweeps"));
    }

    /** All in one folder, which need not be there yet. */
    static AppFolders in(Path folder) {
        return new AppFolders(
                folder.resolve(PREFERENCES),
                folder.resolve("drafts"),
                folder.resolve("thumbnails"),
                folder.resolve("sweeps"));
    }
}
