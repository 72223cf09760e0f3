package mirrorstorm.ui.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers as the test has told it to, and remembers what it was told. */
final class HeldPrompts implements Prompts {

    Optional<Path> toOpen = Optional.empty();
    Optional<Path> toSave = Optional.empty();
    Optional<Path> toExport = Optional.empty();
    Unsaved unsaved = Unsaved.CANCEL;
    final List<String> told = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final List<String> copied = new ArrayList<>();
    final List<Notification> offers = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();
    int questions;

    @Override
    public Optional<Path> fileToOpen() {
        return toOpen;
    }

    @Override
    public Optional<Path> fileToSave(String name) {
        return toSave;
    }

    @Override
    public Optional<Path> pictureToWrite(String name) {
        return toExport;
    }

    @Override
    public Optional<Path> tableToWrite(String name) {
        return toExport;
    }

    @Override
    public Unsaved aboutUnsaved(String title) {
        questions++;
        return unsaved;
    }

    @Override
    public void tellProblems(String what, List<String> lines) {
        told.add(what);
        problems.addAll(lines);
    }

    @Override
    public void copyPicture(int[] pixels, int width, int height) {
        copied.add(width + " x " + height + ": " + pixels.length);
    }

    @Override
    public void offer(Notification message) {
        offers.add(message);
    }

    @Override
    public void tell(String what) {
        told.add(what);
    }

    @Override
    public void explain(String what, String text) {
        told.add(what);
    }

    @Override
    public void tellFailure(String what, Throwable cause) {
        failures.add(cause);
    }
}
