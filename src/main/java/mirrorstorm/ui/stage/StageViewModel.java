package mirrorstorm.ui.stage;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mirrorstorm.picture.Headline;
import mirrorstorm.picture.StageView;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.Words;

/** What is pointed at and selected on the stage, and the stage in words. */
public final class StageViewModel {

    /** No node. */
    public static final int NONE = StageView.NONE;

    private final ReadOnlyObjectWrapper<RunView> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private int run;

    /** Shows the newest view. */
    public void follow(RunView now) {
        int nodes = now.snapshot().nodeCount();
        if (run != now.course().number() || selected.get() >= nodes) {
            selected.set(NONE);
        }
        if (hovered.get() >= nodes) {
            hovered.set(NONE);
        }
        run = now.course().number();
        Headline headline = Headline.of(now.snapshot());
        sentence.set(Words.text("stage.sentence", headline.sentence(), String.join(", ", headline.details())));
        view.set(now);
    }

    /** The pointer is over this node, or over {@link #NONE}. */
    public void hover(int node) {
        hovered.set(node);
    }

    /** This node is looked into, or {@link #NONE}. */
    public void select(int node) {
        selected.set(node);
    }

    /** The newest view; no value before the first. */
    public ReadOnlyObjectProperty<RunView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** What is to be seen now, in plain words. */
    public ReadOnlyStringProperty sentenceProperty() {
        return sentence.getReadOnlyProperty();
    }
}
