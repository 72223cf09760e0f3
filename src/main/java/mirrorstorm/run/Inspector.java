package mirrorstorm.run;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.model.Cluster;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Phase;
import mirrorstorm.model.Simulation;

/** Looks closely at one thing in a run, and remembers what happened to everything. */
final class Inspector {

    private final Simulation simulation;
    private final ChangeLog changes;

    /** Listens to the simulation from now on. */
    Inspector(Simulation simulation) {
        this.simulation = simulation;
        changes = new ChangeLog(simulation::changeCount);
        simulation.listen(changes);
    }

    /** The run takes another branch from where it stands. */
    void branch() {
        changes.branch();
    }

    /** What is known of one thing beyond the snapshot, where the run stands; nothing if it is not there (yet). */
    Inspection inspect(Inspection.Subject subject) {
        Cluster cluster = simulation.cluster();
        if (subject instanceof Inspection.Subject.Node about && about.node() < cluster.nodeCount()) {
            return inspectNode(about.node());
        } else if (subject instanceof Inspection.Subject.Volume about && about.volume() < cluster.volumeCount()) {
            return inspectVolume(about.volume());
        } else if (subject instanceof Inspection.Subject.Request about) {
            return new Inspection.OfRequest(
                    about.id(), simulation.controlPlane().request(about.id()));
        }
        return new Inspection.OfNothing();
    }

    private Inspection inspectNode(int node) {
        List<Integer> volumes = Arrays.stream(simulation.cluster().volumesOn(node))
                .sorted()
                .boxed()
                .toList();
        return new Inspection.OfNode(node, volumes, changes.ofNode(node));
    }

    private Inspection inspectVolume(int volume) {
        Cluster cluster = simulation.cluster();
        Phase phase = cluster.phase(volume);
        long due = phase == Phase.ROUND ? FutureEventList.NEVER : cluster.dueNanos(volume);
        return new Inspection.OfVolume(
                volume,
                simulation.failedRounds(volume),
                simulation.engine() == EngineKind.ROUNDS,
                cluster.placeNode(volume, cluster.primaryPlace(volume)),
                cluster.isElectionPending(volume),
                due == FutureEventList.NEVER ? OptionalLong.empty() : OptionalLong.of(due),
                changes.ofVolume(volume));
    }
}
