package mirrorstorm.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mirrorstorm.engine.RandomStream;

/** Carries out interventions: the trigger, the operator's actions and the levers. */
final class Operator {

    /** Nodes that come back after a while, if their state has changed just so often by then. */
    private record Group(int[] nodes, int[] stateChanges) {}

    private final Cluster cluster;
    private final Mirroring mirroring;
    private final Copying copying;
    private final Quarantine quarantine;
    private final Search search;
    private final ControlPlane controlPlane;
    private final Elections elections;
    private final Restoration restoration;
    private final Leaks leaks;
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

    void apply(Intervention intervention) {
        if (intervention instanceof Intervention.Isolate i) {
            down(i.target(), NodeState.ISOLATED, i.duration());
        } else if (intervention instanceof Intervention.Crash i) {
            down(i.target(), NodeState.CRASHED, Duration.ZERO);
        } else if (intervention instanceof Intervention.PowerLoss i) {
            down(i.target(), NodeState.CRASHED, i.duration());
        } else if (intervention instanceof Intervention.Destroy i) {
            down(i.target(), NodeState.DESTROYED, Duration.ZERO);
        } else if (intervention instanceof Intervention.HealNetwork i) {
            mirroring.bringBack(select(i.target(), inState(NodeState.ISOLATED)));
        } else if (intervention instanceof Intervention.Restart i) {
            mirroring.bringBack(select(i.target(), inState(NodeState.CRASHED)));
        } else if (intervention instanceof Intervention.Leak i) {
            leaks.begin(select(i.target(), this::hasProcess), i.rate(), i.spread());
        } else if (intervention instanceof Intervention.StopLeak i) {
            leaks.stop(select(i.target(), leaks::isLeaking));
        } else if (intervention instanceof Intervention.AddNodes i) {
            scheduleJoins(i);
        } else if (intervention instanceof Intervention.StopSearches) {
            mirroring.setSearchesStopped(true);
        } else if (intervention instanceof Intervention.ResumeSearches) {
            mirroring.setSearchesStopped(false);
        } else if (intervention instanceof Intervention.ReleaseQuarantine) {
            quarantine.releaseAll();
        } else if (intervention instanceof Intervention.Set i) {
            set(i);
        } else {
            applyToControlPlane(intervention);
        }
    }

    private void applyToControlPlane(Intervention intervention) {
        if (intervention instanceof Intervention.DisableApi i) {
            controlPlane.setDisabled(cluster.settings.zoneOf(i.zone()), i.api(), true);
        } else if (intervention instanceof Intervention.EnableApi i) {
            controlPlane.setDisabled(cluster.settings.zoneOf(i.zone()), i.api(), false);
        } else if (intervention instanceof Intervention.CutControlPlane) {
            elections.onCut(controlPlane.cut());
        } else if (intervention instanceof Intervention.ReconnectControlPlane i) {
            controlPlane.reconnect();
            elections.onReconnect(i.rate());
        } else if (intervention instanceof Intervention.RestoreFromSnapshots i) {
            restoration.start(Restoration.Source.SNAPSHOT, i.rate(), i.successShare());
        } else if (intervention instanceof Intervention.ForensicRestore i) {
            restoration.start(Restoration.Source.FORENSICS, i.rate(), i.successShare());
        } else {
            throw new AssertionError("unknown intervention: " + intervention);
        }
    }

    private void down(NodeTarget target, NodeState state, Duration duration) {
        IntPredicate canFall = node -> cluster.nodeState(node).ordinal() < state.ordinal();
        int[] nodes = select(target, canFall);
        mirroring.loseNodes(nodes, state);
        if (!duration.isZero()) {
            groups.add(new Group(nodes, stateChanges(nodes)));
            cluster.events.schedule(duration.toNanos(), EventKind.UNDO.with(groups.size() - 1));
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

    private IntPredicate inState(NodeState state) {
        return node -> cluster.nodeState(node) == state;
    }

    /** Whether a process runs on the node, or will after a restart. */
    private boolean hasProcess(int node) {
        return cluster.nodeState(node).hasData();
    }

    private void scheduleJoins(Intervention.AddNodes add) {
        long overNanos = add.over().toNanos();
        for (int i = 1; i <= add.count(); i++) {
            long delayNanos = (long) ((double) overNanos * i / add.count());
            cluster.events.schedule(delayNanos, EventKind.NODE_JOIN.with(0));
        }
    }

    private void set(Intervention.Set set) {
        Settings before = cluster.settings;
        controlPlane.settle();
        cluster.settings = SettingsPath.with(before, set.lever(), set.value());
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

    /** The nodes an action is about, among those it can apply to; a share is of all nodes, drawn at random. */
    private int[] select(NodeTarget target, IntPredicate possible) {
        int[] all = new int[cluster.nodeCount()];
        int count = 0;
        for (int node = 0; node < all.length; node++) {
            if (possible.test(node) && isNamedBy(target, node)) {
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
