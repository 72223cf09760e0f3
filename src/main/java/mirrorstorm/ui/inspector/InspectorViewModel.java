package mirrorstorm.ui.inspector;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.stage.StageViewModel;

/** The card of the selected node, as long as one is selected. */
public final class InspectorViewModel {

    private final StageViewModel stage;
    private final ReadOnlyObjectWrapper<Optional<NodeCard>> card = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    public InspectorViewModel(StageViewModel stage) {
        this.stage = stage;
    }

    /** Shows what is true now. Called with every new view and when another node is selected. */
    public void follow(RunView now) {
        int node = stage.selectedProperty().get();
        boolean isThere = node >= 0 && node < now.snapshot().nodeCount();
        card.set(isThere ? Optional.of(NodeCard.of(now.snapshot(), node)) : Optional.empty());
        open.set(isThere);
    }

    /** Looks into nothing. */
    public void close() {
        stage.select(StageViewModel.NONE);
        card.set(Optional.empty());
        open.set(false);
    }

    /** Whether there is a card. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<NodeCard>> cardProperty() {
        return card.getReadOnlyProperty();
    }
}
