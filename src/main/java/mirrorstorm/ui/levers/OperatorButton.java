package mirrorstorm.ui.levers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeCondition;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.Rate;
import mirrorstorm.run.Snapshot;
import org.kordamp.ikonli.feather.Feather;

/**
 * A button that makes an intervention, on the whole cluster or on the nodes that are selected. Menus, panes and keys
 * show what is in this list.
 *
 * @param id        the id of its action, whose words are {@code action.ID} and {@code action.ID.help}
 * @param isOnNodes whether it is about the nodes that are selected
 */
public record OperatorButton(String id, Feather icon, boolean isOnNodes, Offer offer) {

    /** What a button would do now. */
    interface Offer {

        /**
         * The intervention; empty if it would change nothing.
         *
         * @param selected nodes that are selected
         */
        Optional<Intervention> now(Snapshot snapshot, List<Integer> selected);
    }

    /** Nodes that leak crash after about two hours, as those of a bundled case do after more. */
    private static final Rate LEAK_RATE = new Rate(1 / 7_200.0);

    private static final double LEAK_SPREAD = 0.1;

    /** How long nodes are without power; it stands in the words of the button, too. */
    private static final Duration POWER_LOSS = Duration.ofMinutes(10);

    /** All of them, in the order in which they are shown. A new button is one more row. */
    public static final List<OperatorButton> ALL = List.of(
            onCluster(
                    "stopSearches",
                    Feather.PAUSE_CIRCLE,
                    new Intervention.StopSearches(),
                    snapshot -> !snapshot.searchesStopped()),
            onCluster(
                    "resumeSearches",
                    Feather.PLAY_CIRCLE,
                    new Intervention.ResumeSearches(),
                    Snapshot::searchesStopped),
            onCluster(
                    "heal",
                    Feather.WIFI,
                    new Intervention.HealNetwork(new NodeTarget.All()),
                    snapshot -> snapshot.nodeCount(NodeState.ISOLATED) > 0),
            onCluster(
                    "restartNodes",
                    Feather.REFRESH_CCW,
                    new Intervention.Restart(new NodeTarget.All()),
                    snapshot -> snapshot.nodeCount(NodeState.CRASHED) > 0),
            onCluster(
                    "release",
                    Feather.UNLOCK,
                    new Intervention.ReleaseQuarantine(),
                    snapshot -> snapshot.quarantinedCount() > 0),
            onNodes("nodeIsolate", Feather.WIFI_OFF, target -> new Intervention.Isolate(target, Duration.ZERO)),
            onNodes("nodeHeal", Feather.WIFI, Intervention.HealNetwork::new),
            onNodes("nodePowerLoss", Feather.POWER, target -> new Intervention.PowerLoss(target, POWER_LOSS)),
            onNodes("nodeCrash", Feather.ZAP_OFF, Intervention.Crash::new),
            onNodes("nodeRestart", Feather.REFRESH_CCW, Intervention.Restart::new),
            onNodes("nodeLeak", Feather.DROPLET, target -> new Intervention.Leak(target, LEAK_RATE, LEAK_SPREAD))
                    .unlessLeaking(),
            onNodes("nodeStopLeak", Feather.DROPLET, Intervention.StopLeak::new),
            onNodes("nodeDestroy", Feather.TRASH_2, Intervention.Destroy::new));

    private static OperatorButton onCluster(
            String id, Feather icon, Intervention intervention, Predicate<Snapshot> changesSomething) {
        return new OperatorButton(id, icon, false, (snapshot, selected) -> Optional.of(intervention)
                .filter(something -> changesSomething.test(snapshot)));
    }

    /** About those of the selected nodes that the intervention can change. */
    private static <T extends Intervention & Intervention.OnNodes> OperatorButton onNodes(
            String id, Feather icon, Function<NodeTarget, T> make) {
        return new OperatorButton(id, icon, true, (snapshot, selected) -> {
            T onAll = make.apply(new NodeTarget.Nodes(selected));
            List<Integer> changed = selected.stream()
                    .filter(node -> onAll.canChange(condition(snapshot, node)))
                    .toList();
            return changed.isEmpty() ? Optional.empty() : Optional.of(make.apply(new NodeTarget.Nodes(changed)));
        });
    }

    private static NodeCondition condition(Snapshot snapshot, int node) {
        return new NodeCondition(snapshot.nodeState(node), snapshot.isLeaking(node), snapshot.isQuarantined(node));
    }

    /** The same for nodes that do not leak yet: the others would leak on as before. */
    private OperatorButton unlessLeaking() {
        return new OperatorButton(
                id,
                icon,
                isOnNodes,
                (snapshot, selected) -> offer.now(
                        snapshot,
                        selected.stream()
                                .filter(node -> !snapshot.isLeaking(node))
                                .toList()));
    }

    /** The button of that id. */
    public static OperatorButton of(String id) {
        return ALL.stream()
                .filter(button -> button.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no button " + id));
    }

    /** The buttons for the nodes that are selected, or those for the whole cluster. */
    public static List<OperatorButton> all(boolean isOnNodes) {
        return ALL.stream().filter(button -> button.isOnNodes == isOnNodes).toList();
    }
}
