package mirrorstorm.ui.inspector;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mirrorstorm.picture.stage.Pick;
import mirrorstorm.run.Inspection;
import mirrorstorm.run.Inspection.Subject;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.why.Card;
import mirrorstorm.run.why.ControlPlaneCard;
import mirrorstorm.run.why.NodeCard;
import mirrorstorm.run.why.RequestCard;
import mirrorstorm.run.why.VolumeCard;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.stage.StageViewModel;

/** The card of what is selected on the stage: a node, a volume, the control plane or a request there. */
public final class InspectorViewModel {

    private final StageViewModel stage;
    private final Consumer<Subject> ask;
    private final ReadOnlyObjectWrapper<Optional<Card>> card = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper ofNode = new ReadOnlyBooleanWrapper();
    private Subject asked = new Subject.Nothing();
    private int run;

    /** @param ask asks the simulation to say more of one thing in every view */
    public InspectorViewModel(StageViewModel stage, Consumer<Subject> ask) {
        this.stage = stage;
        this.ask = ask;
    }

    /** Shows what is true now. Called with every new view and when something else is selected. */
    public void follow(RunView now) {
        Subject subject = subject(stage.selectionProperty().get());
        boolean isOtherRun = run != now.history().number();
        run = now.history().number();
        if (isOtherRun || !subject.equals(asked)) {
            asked = subject;
            ask.accept(subject);
        }
        show(card(now));
    }

    private static Subject subject(Pick pick) {
        if (pick instanceof Pick.Request request) {
            return new Subject.Request(request.id());
        }
        if (pick.volumePicked() != StageViewModel.NONE) {
            return new Subject.Volume(pick.volumePicked());
        }
        int node = pick.singleNode();
        return node == StageViewModel.NONE ? new Subject.Nothing() : new Subject.Node(node);
    }

    private Optional<Card> card(RunView now) {
        Snapshot snapshot = now.snapshot();
        if (asked instanceof Subject.Volume wanted && wanted.volume() < snapshot.volumeCount()) {
            Optional<Inspection.OfVolume> known =
                    now.inspection() instanceof Inspection.OfVolume found && found.volume() == wanted.volume()
                            ? Optional.of(found)
                            : Optional.empty();
            return Optional.of(VolumeCard.of(snapshot, wanted.volume(), known));
        } else if (asked instanceof Subject.Node wanted && wanted.node() < snapshot.nodeCount()) {
            Optional<Inspection.OfNode> known =
                    now.inspection() instanceof Inspection.OfNode found && found.node() == wanted.node()
                            ? Optional.of(found)
                            : Optional.empty();
            return Optional.of(NodeCard.of(snapshot, wanted.node(), known));
        } else if (asked instanceof Subject.Request wanted) {
            return now.inspection() instanceof Inspection.OfRequest found && found.id() == wanted.id()
                    ? Optional.of(RequestCard.of(snapshot, found.state()))
                    : Optional.of(ControlPlaneCard.of(snapshot));
        } else if (stage.selectionProperty().get() instanceof Pick.ControlPlane) {
            return Optional.of(ControlPlaneCard.of(snapshot));
        }
        return Optional.empty();
    }

    private void show(Optional<Card> now) {
        open.set(now.isPresent());
        ofNode.set(now.isPresent() && asked instanceof Subject.Node);
        card.set(now);
    }

    /** Looks into another thing that the card names. */
    public void look(Card.Link link) {
        stage.select(link.volume() >= 0 ? new Pick.Volume(link.volume(), link.node()) : Pick.node(link.node()));
    }

    /** Looks into nothing. */
    public void close() {
        stage.select(Pick.nothing());
        show(Optional.empty());
    }

    /** Whether there is a card. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Whether it is the card of a node, to which things can be done. */
    public ReadOnlyBooleanProperty ofNodeProperty() {
        return ofNode.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Card>> cardProperty() {
        return card.getReadOnlyProperty();
    }
}
