package mirrorstorm.ui.stage;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mirrorstorm.picture.stage.Camera;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.picture.stage.StageView;
import mirrorstorm.picture.text.Headline;
import mirrorstorm.run.Region;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.run.story.StoryEntry;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.UiMessages;

/** What is pointed at and selected on the stage, and the stage in words. */
public final class StageViewModel {

    /** No node. */
    public static final int NONE = StageView.NONE;

    private final ReadOnlyObjectWrapper<RunView> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Pick> hovered = new ReadOnlyObjectWrapper<>(Pick.nothing());
    private final ReadOnlyObjectWrapper<Pick> selection = new ReadOnlyObjectWrapper<>(Pick.nothing());
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyObjectWrapper<Optional<Rectangle2D>> lasso = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final CameraViewModel camera = new CameraViewModel();
    private final StageGestures gestures = new StageGestures(camera, this::hover, Optional.of(this));
    private int run;

    /** Shows the newest view. */
    public void follow(RunView now) {
        Snapshot snapshot = now.snapshot();
        boolean isOtherRun = run != now.history().number();
        run = now.history().number();
        if (isOtherRun || !isThere(selection.get(), snapshot)) {
            select(isOtherRun ? Pick.nothing() : remaining(selection.get(), snapshot));
        }
        if (isOtherRun) {
            camera.moveTo(Camera.WHOLE);
        }
        if (isOtherRun || cursor.get() >= snapshot.nodeCount()) {
            cursor.set(NONE);
        }
        if (!isThere(hovered.get(), snapshot)) {
            hovered.set(Pick.nothing());
        }
        Headline headline = Headline.of(snapshot);
        sentence.set(UiMessages.text(
                "stage.sentence", headline.sentence(), String.join(", ", headline.details()), latest(now)));
        view.set(now);
    }

    /** What the run told last: whoever listens instead of looking learns why it is as it is. */
    private static String latest(RunView now) {
        List<StoryEntry> entries = now.story().entries();
        return entries.isEmpty() ? "" : Sentences.of(entries.get(entries.size() - 1));
    }

    /** Whether a cluster has what is picked. */
    public static boolean isThere(Pick pick, Snapshot snapshot) {
        return remaining(pick, snapshot).equals(pick);
    }

    /** Going back to before nodes joined takes them out of what is picked. */
    private static Pick remaining(Pick pick, Snapshot snapshot) {
        if (pick instanceof Pick.Nodes picked) {
            return Pick.nodes(picked.nodes().stream()
                    .filter(node -> node < snapshot.nodeCount())
                    .toList());
        }
        boolean isGone = pick instanceof Pick.Volume volume
                && (volume.volume() >= snapshot.volumeCount() || volume.node() >= snapshot.nodeCount());
        return isGone ? Pick.nothing() : pick;
    }

    /** The pointer is over this. */
    public void hover(Pick pick) {
        hovered.set(pick);
    }

    /** This is looked into; a thread leads to the request that holds it, a queue to its first, a rack to its nodes. */
    public void select(Pick pick) {
        Pick chosen = choosable(pick);
        // first what follows from it: whoever hears of the selection asks for the node
        selected.set(chosen.singleNode());
        selection.set(chosen);
    }

    /** This node is looked into, or {@link #NONE}. */
    public void select(int node) {
        select(node == NONE ? Pick.nothing() : Pick.node(node));
    }

    /** Adds nodes to the selected ones, or takes them out if all of them were selected. */
    public void selectToo(Pick pick) {
        List<Integer> more = choosable(pick).nodesPicked();
        Set<Integer> all = new HashSet<>(selection.get().nodesPicked());
        boolean isNew = all.addAll(more);
        if (!isNew) {
            more.forEach(all::remove);
        }
        if (!more.isEmpty()) {
            select(Pick.nodes(List.copyOf(all)));
        }
    }

    /** Adds nodes to the selected ones. */
    public void selectMore(List<Integer> nodes) {
        List<Integer> all = new ArrayList<>(selection.get().nodesPicked());
        all.addAll(nodes);
        select(Pick.nodes(all));
    }

    /** The keys have led to this node, or to {@link #NONE}. */
    public void moveCursor(int node) {
        cursor.set(node);
    }

    /** Nodes are being chosen with this rectangle, pixels of the picture. */
    void drawLasso(Optional<Rectangle2D> rectangle) {
        lasso.set(rectangle);
    }

    /** All that is marked on the stage. */
    StageView.Marks marks() {
        return new StageView.Marks(hovered.get(), selection.get(), cursor.get(), lasso.get());
    }

    private Pick choosable(Pick pick) {
        if (pick instanceof Pick.Rack rack) {
            return Pick.nodes(nodesOf(rack.rack()));
        }
        if (pick instanceof Pick.ThreadSlot slot) {
            return request(requests -> requests.holding(slot.thread()));
        }
        if (pick instanceof Pick.Queue) {
            return request(Region.Requests::longestWaiting);
        }
        return pick instanceof Pick.LoopGain ? Pick.nothing() : pick;
    }

    /** A single request where one is known; otherwise the control plane as a whole. */
    private Pick request(ToLongFunction<Region.Requests> which) {
        RunView now = view.get();
        long id = now == null
                ? Region.Requests.NONE
                : which.applyAsLong(now.snapshot().region().requests());
        return id == Region.Requests.NONE ? new Pick.ControlPlane() : new Pick.Request(id);
    }

    private List<Integer> nodesOf(int rack) {
        List<Integer> nodes = new ArrayList<>();
        RunView now = view.get();
        for (int node = 0; now != null && node < now.snapshot().nodeCount(); node++) {
            if (now.snapshot().rack(node) == rack) {
                nodes.add(node);
            }
        }
        return nodes;
    }

    /** From where the stage is looked at. */
    public CameraViewModel camera() {
        return camera;
    }

    /** What pointer and keys do on the stage. */
    public StageGestures gestures() {
        return gestures;
    }

    /** The newest view; no value before the first. */
    public ReadOnlyObjectProperty<RunView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** What the pointer is over. */
    public ReadOnlyObjectProperty<Pick> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** What is looked into: nodes, a volume, the control plane, a zone, or nothing. */
    public ReadOnlyObjectProperty<Pick> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    /** The node that is looked into, if it is one and nothing else; otherwise {@link #NONE}. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The node that the keys have led to, or {@link #NONE}. */
    public ReadOnlyIntegerProperty cursorProperty() {
        return cursor.getReadOnlyProperty();
    }

    /** The rectangle that is being drawn to choose nodes. */
    ReadOnlyObjectProperty<Optional<Rectangle2D>> lassoProperty() {
        return lasso.getReadOnlyProperty();
    }

    /** What is to be seen now, in plain words. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }
}
