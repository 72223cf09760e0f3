package mirrorstorm.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Questions to the user, and what he has to be told. A window asks with dialogs; a test answers by itself. Questions
 * wait for the answer, so they are for actions only; telling does not wait, and is possible in a frame, too.
 */
interface Prompts {

    /** What to do with changes that are not saved. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** Which scenario file to open; empty if none. */
    Optional<Path> fileToOpen();

    /** Where to save a scenario of that name; empty if nowhere. */
    Optional<Path> fileToSave(String name);

    /** Where to put a picture of that name; empty if nowhere. */
    Optional<Path> pictureToWrite(String name);

    /** Where to put data of that name, a table or JSON; empty if nowhere. */
    Optional<Path> tableToWrite(String name);

    /** What to do with the changes to the scenario of that title. */
    Unsaved aboutUnsaved(String title);

    /** Something could not be done: everything that is in the way, one line each. */
    void tellProblems(String what, List<String> problems);

    /** Puts a picture on the clipboard: pixels row by row, {@code 0xFFRRGGBB}. */
    void copyPicture(int[] pixels, int width, int height);

    /** Something may be decided about, now or later. */
    void offer(Notification message);

    /** Something was done. */
    void tell(String what);

    /** Something is to be read at leisure. */
    void explain(String what, String text);

    /** Something is broken in the program itself. */
    void tellFailure(String what, Throwable cause);
}
