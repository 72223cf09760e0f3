package mirrorstorm.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mirrorstorm.engine.RandomStream;

/**
 * What interventions have to hand when they are carried out: the classes that own the rules, and what several of them
 * do alike.
 */
final class Operator {

    /** Nodes that come back after a while, if their state has changed just so often by then. */
    private record Group(int[] nodes, int[] stateChanges) {}

    private final Cluster cluster;
    final Mirroring mirroring;
    private final Copying copying;
    final Quarantine quarantine;
    private final Search search;
    final ControlPlane controlPlane;
    final Elections elections;
    final Restoration restoration;
    final Leaks leaks;
    private final RandomStream stream;
    private final List<Group> groups = new ArrayList<>();

    Operator(
            Cluster cluster,
            Mirroring mirroring,
            Copying copying,
            Quarantine quarantine,
            Search search,
            ControlPlane controlPlane,
            Elections elections,
            Restoration restoration,
            Leaks leaks,
            RandomStream stream) {
        this.cluster = cluster;
        this.mirroring = mirroring;
        this.copying = copying;
        this.quarantine = quarantine;
        this.search = search;
        this.controlPlane = controlPlane;
        this.elections = elections;
        this.restoration = restoration;
        this.leaks = leaks;
        this.stream = stream;
    }

    /** Those of the nodes that are up far enough to fall go down, all at one instant. */
    void takeDown(Intervention.Outage outage) {
        int[] nodes = select(outage);
        mirroring.loseNodes(nodes, outage.state());
        if (!outage.duration().isZero()) {
            groups.add(new Group(nodes, stateChanges(nodes)));
            cluster.events.schedule(outage.duration().toNanos(), EventKind.UNDO.with(groups.size() - 1));
        }
    }

    /** The time "for" which an intervention lasts is over: those still as it left them come back. */
    void undo(int groupIndex) {
        Group group = groups.get(groupIndex);
        int[] now = stateChanges(group.nodes());
        int[] untouched = IntStream.range(0, now.length)
                .filter(i -> now[i] == group.stateChanges()[i])
                .map(i -> group.nodes()[i])
                .toArray();
        mirroring.bringBack(untouched);
    }

    private int[] stateChanges(int[] nodes) {
        return Arrays.stream(nodes)
                .map(node -> cluster.nodes.stateChanges[node])
                .toArray();
    }

    /** So many empty nodes join, evenly spread over that time; the last of them at its end. */
    void scheduleJoins(int count, Duration over) {
        long overNanos = over.toNanos();
        for (int i = 1; i <= count; i++) {
            long delayNanos = (long) ((double) overNanos * i / count);
            cluster.events.schedule(delayNanos, EventKind.NODE_JOIN.with(0));
        }
    }

    /** The lever gets this value, and everybody who goes by it is told. */
    void set(String lever, Object value) {
        Settings before = cluster.settings;
        controlPlane.settle();
        cluster.settings = SettingsPath.with(before, lever, value);
        controlPlane.onSettings();
        if (!before.cluster().equals(cluster.settings.cluster())) {
            cluster.dealCapacity();
        }
        if (before.cluster().quarantine() && !cluster.settings.cluster().quarantine()) {
            quarantine.releaseAll();
        }
        search.onSettings(before);
        mirroring.onSettings(before);
        copying.onSettings(before);
        if (!before.controlPlane().equals(cluster.settings.controlPlane())) {
            controlPlane.onTraffic();
        }
    }

    /** The number of the zone of that id. */
    int zone(String id) {
        return cluster.settings.zoneOf(id);
    }

    /** The nodes that an intervention is about, of those it can change; a share is of all nodes, drawn at random. */
    int[] select(Intervention.OnNodes intervention) {
        NodeTarget target = intervention.target();
        int[] all = new int[cluster.nodeCount()];
        int count = 0;
        for (int node = 0; node < all.length; node++) {
            if (isNamedBy(target, node) && intervention.canChange(condition(node))) {
                all[count++] = node;
            }
        }
        if (!(target instanceof NodeTarget.Share share)) {
            return Arrays.copyOf(all, count);
        }
        int wanted = (int) Math.min(count, Math.rint(share.share() * cluster.nodeCount()));
        for (int i = 0; i < wanted; i++) {
            int j = i + stream.nextInt(count - i);
            int drawn = all[j];
            all[j] = all[i];
            all[i] = drawn;
        }
        return Arrays.copyOf(all, wanted);
    }

    private NodeCondition condition(int node) {
        return new NodeCondition(cluster.nodeState(node), leaks.isLeaking(node), cluster.nodes.quarantined[node]);
    }

    private boolean isNamedBy(NodeTarget target, int node) {
        if (target instanceof NodeTarget.Nodes named) {
            return named.nodes().contains(node);
        }
        if (target instanceof NodeTarget.Racks racks) {
            return racks.racks().contains(cluster.rack(node));
        }
        return true;
    }

    void copyFrom(Operator other) {
        stream.copyFrom(other.stream);
        groups.clear();
        groups.addAll(other.groups);
    }
}
