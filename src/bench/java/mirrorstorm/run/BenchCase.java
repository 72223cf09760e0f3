package mirrorstorm.run;

import mirrorstorm.model.Intervention;
import mirrorstorm.model.Rate;
import mirrorstorm.model.Settings;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;

/** The runs that are measured: the bundled event, its network part alone, and the same storm on 10,000 nodes. */
public enum BenchCase {
    /** {@code aws-2011} as it is bundled. */
    EVENT,
    /** The same without any API call: the storm in the cluster, and its elections. */
    NETWORK,
    /** {@code aws-2011-class}: the same event on 480 nodes with 24,000 volumes. */
    SMALL,
    /** The same storm on 10,000 nodes with 1,000,000 volumes; threads and rates of the control plane go along. */
    LARGE;

    private static final int LARGE_NODES = 10_000;
    private static final int LARGE_VOLUMES = 1_000_000;

    /** What is run. */
    public Scenario scenario() {
        Scenario event = Library.bundled("aws-2011");
        return switch (this) {
            case EVENT -> event;
            case NETWORK ->
                event.withLever("controlPlane.createVolume.rate", new Rate(0))
                        .withLever("controlPlane.other.rate", new Rate(0));
            case SMALL -> Library.bundled("aws-2011-class");
            case LARGE -> large(event);
        };
    }

    private static Scenario large(Scenario event) {
        Settings s = event.settings();
        double nodes = (double) LARGE_NODES / s.cluster().nodes();
        double volumes = (double) LARGE_VOLUMES / s.cluster().volumes();
        // A node with twice the volumes closes twice the requests, which makes four times the pairs.
        double pairs = volumes / nodes * (volumes / nodes);
        return event.withLever("cluster.nodes", LARGE_NODES)
                .withLever("cluster.racks", (int) Math.rint(s.cluster().racks() * nodes))
                .withLever("cluster.volumes", LARGE_VOLUMES)
                .withLever("race.probability", s.race().probability() / pairs)
                .withLever(
                        "controlPlane.threads", (int) Math.rint(s.controlPlane().threads() * nodes))
                .withLever(
                        "controlPlane.createVolume.rate",
                        times(s.controlPlane().createVolume().rate(), nodes))
                .withLever(
                        "controlPlane.other.rate",
                        times(s.controlPlane().other().rate(), nodes))
                .withLever("instances.count", (int) Math.rint(s.instances().count() * volumes))
                .withTimeline(event.plan().stream()
                        .map(timed ->
                                new TimedIntervention(timed.timeNanos(), larger(timed.intervention(), nodes, volumes)))
                        .toList());
    }

    private static Intervention larger(Intervention intervention, double nodes, double volumes) {
        if (intervention instanceof Intervention.AddNodes i) {
            return new Intervention.AddNodes((int) Math.rint(i.count() * nodes), i.over());
        } else if (intervention instanceof Intervention.ReconnectControlPlane i) {
            return new Intervention.ReconnectControlPlane(times(i.rate(), volumes));
        } else if (intervention instanceof Intervention.RestoreFromSnapshots i) {
            return new Intervention.RestoreFromSnapshots(times(i.rate(), volumes), i.successShare());
        } else if (intervention instanceof Intervention.ForensicRestore i) {
            return new Intervention.ForensicRestore(times(i.rate(), volumes), i.successShare());
        }
        return intervention;
    }

    private static Rate times(Rate rate, double factor) {
        return new Rate(rate.perSecond() * factor);
    }
}
