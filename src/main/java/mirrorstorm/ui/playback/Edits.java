package mirrorstorm.ui.playback;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * All that can be taken back in a window, in one order: changes of the run, which its timeline remembers, and between
 * them what is changed beside it, such as marks and values that are planned for a new start.
 */
public final class Edits {

    /** Most changes beside the run that can be taken back. */
    static final int EDITS_MAX = 500;

    /** @param after how many changes of the run could be taken back when it was made: it comes after those */
    private record Edit(int after, Runnable undo, Runnable redo) {}

    private final Runnable undoRun;
    private final Runnable redoRun;
    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private int number;
    private int steps;
    private boolean canRedoRun;

    /**
     * With nothing to take back.
     *
     * @param undoRun takes back the last change of the run
     * @param redoRun makes it again
     */
    Edits(Runnable undoRun, Runnable redoRun) {
        this.undoRun = undoRun;
        this.redoRun = redoRun;
    }

    /** Learns what there is to take back in the run; of another run all is forgotten. */
    void follow(RunHistory history) {
        if (history.number() != number) {
            number = history.number();
            done.clear();
            undone.clear();
        }
        steps = history.steps();
        canRedoRun = history.canRedo();
        tell();
    }

    /** Something was changed beside the run: how to take it back, and how to make it again. */
    public void did(Runnable undo, Runnable redo) {
        undone.clear();
        done.push(new Edit(steps, undo, redo));
        if (done.size() > EDITS_MAX) {
            done.removeLast();
        }
        tell();
    }

    /** Takes back the last change. */
    void undo() {
        Edit last = done.peek();
        if (last != null && last.after() >= steps) {
            done.pop();
            undone.push(last);
            last.undo().run();
        } else if (steps > 0) {
            // until the run says so itself: whoever presses twice means the one before
            steps--;
            canRedoRun = true;
            undoRun.run();
        }
        tell();
    }

    /** Makes the last change that was taken back again. */
    void redo() {
        Edit next = undone.peek();
        if (next != null && next.after() <= steps) {
            undone.pop();
            done.push(next);
            next.redo().run();
        } else if (canRedoRun) {
            steps++;
            redoRun.run();
        }
        tell();
    }

    private void tell() {
        canUndo.set(steps > 0 || !done.isEmpty());
        canRedo.set(canRedoRun || !undone.isEmpty());
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
