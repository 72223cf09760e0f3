package mirrorstorm.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** A small cluster under observation: every law of the model is checked after every event. */
final class Trial {

    /**
     * Ten volumes on five nodes, half full, that search in rounds of a second and copy for 100 seconds; the race is
     * off, and no customer calls. Tests change from here what they are about.
     */
    static final Settings SMALL = with(
            Settings.DEFAULTS,
            "cluster.nodes",
            5,
            "cluster.racks",
            5,
            "cluster.volumes",
            10,
            "cluster.volumeGiB",
            1,
            "cluster.utilisation",
            0.5,
            "race.probability",
            0.0,
            "copy.rateMiBps",
            10.24,
            "controlPlane.createVolume.rate",
            new Rate(0),
            "controlPlane.other.rate",
            new Rate(0));

    static final Duration COPY = Duration.ofSeconds(100);

    final Simulation simulation;
    final Cluster cluster;
    private final List<Checker> laws;
    private final List<String> happened = new ArrayList<>();

    Trial(Settings settings, EngineKind engine, long seed, TimedIntervention... plan) {
        this(new Simulation(settings, seed, 0, engine, List.of(plan)));
    }

    Trial(Simulation simulation) {
        this.simulation = simulation;
        this.cluster = simulation.cluster();
        this.laws = List.of(
                new SpaceChecker(),
                new ReplicaChecker(),
                new CountChecker(),
                new QuarantineChecker(),
                new SearchChecker(),
                new StreamChecker(),
                new LeakChecker(),
                new ElectionChecker(),
                new ControlPlaneChecker(),
                new StateChecker(simulation));
        simulation.listen((time, change, subject, detail) -> happened.add(change + " " + subject + " " + detail));
        check();
    }

    /** The settings with other values: path, value, path, value... */
    static Settings with(Settings settings, Object... pathsAndValues) {
        Settings changed = settings;
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            changed = SettingsPath.with(changed, (String) pathsAndValues[i], pathsAndValues[i + 1]);
        }
        return changed;
    }

    static NodeTarget.Nodes nodes(Integer... nodes) {
        return new NodeTarget.Nodes(List.of(nodes));
    }

    private void check() {
        for (Checker law : laws) {
            law.check(simulation);
        }
    }

    // Making things happen

    /** Does this now, and lets everything happen that is due now. */
    Trial does(Intervention... interventions) {
        for (Intervention intervention : interventions) {
            List<TimedIntervention> plan =
                    new ArrayList<>(simulation.plan().subList(0, simulation.interventionCount()));
            plan.add(new TimedIntervention(simulation.clockNanos(), intervention));
            plan.addAll(simulation
                    .plan()
                    .subList(simulation.interventionCount(), simulation.plan().size()));
            simulation.setPlan(plan);
            runTo(simulation.clockNanos());
        }
        return this;
    }

    Trial sets(String lever, Object value) {
        return does(new Intervention.Set(lever, value));
    }

    Trial isolates(Integer... nodes) {
        return does(new Intervention.Isolate(nodes(nodes), Duration.ZERO));
    }

    Trial heals(Integer... nodes) {
        return does(new Intervention.HealNetwork(nodes(nodes)));
    }

    Trial crashes(Integer... nodes) {
        return does(new Intervention.Crash(nodes(nodes)));
    }

    Trial restarts(Integer... nodes) {
        return does(new Intervention.Restart(nodes(nodes)));
    }

    Trial destroys(Integer... nodes) {
        return does(new Intervention.Destroy(nodes(nodes)));
    }

    /** Lets the run go on, event by event. */
    Trial runs(Duration by) {
        return runTo(simulation.clockNanos() + by.toNanos());
    }

    private Trial runTo(long timeNanos) {
        while (simulation.nextNanos() <= timeNanos) {
            simulation.step();
            check();
        }
        simulation.advanceTo(timeNanos);
        return this;
    }

    /** Lets the run go on until something is true, at most this long; whether it came true. */
    boolean runsUntil(BooleanSupplier goal, Duration by) {
        long end = simulation.clockNanos() + by.toNanos();
        while (!goal.getAsBoolean()) {
            if (simulation.nextNanos() > end) {
                return false;
            }
            simulation.step();
            check();
        }
        return true;
    }

    // Looking

    Duration now() {
        return Duration.ofNanos(simulation.clockNanos());
    }

    VolumeState state(int volume) {
        return cluster.volumeState(volume);
    }

    Phase phase(int volume) {
        return cluster.phase(volume);
    }

    /** The node of the volume's primary. */
    int primary(int volume) {
        return cluster.placeNode(volume, cluster.primaryPlace(volume));
    }

    /** The node of the volume's first replica that is not its primary. */
    int other(int volume) {
        return cluster.placeNode(volume, cluster.primaryPlace(volume) == 0 ? 1 : 0);
    }

    /** The node on which the volume has claimed space, or -1. */
    int claim(int volume) {
        return cluster.placeNode(volume, cluster.replicaCount());
    }

    /** The nodes that hold a current replica. */
    int[] current(int volume) {
        return IntStream.range(0, cluster.replicaCount())
                .filter(place -> cluster.isCurrent(volume, place))
                .map(place -> cluster.placeNode(volume, place))
                .toArray();
    }

    boolean isOn(int volume, int node) {
        return Arrays.stream(cluster.volumesOn(node)).anyMatch(v -> v == volume);
    }

    int count(VolumeState state) {
        return cluster.volumeCount(state);
    }

    int used() {
        return IntStream.range(0, cluster.nodeCount()).map(cluster::used).sum();
    }

    /** Every change so far, in order: kind, subject, detail. */
    List<String> happened() {
        return happened;
    }
}
