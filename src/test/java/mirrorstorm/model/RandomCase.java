package mirrorstorm.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import mirrorstorm.engine.RandomStream;

/**
 * Valid settings and interventions drawn from a seed: small clusters in which storms, crashes and every operator
 * action come within minutes.
 */
public final class RandomCase {

    private static final BackoffPolicy[] POLICIES = BackoffPolicy.values();

    private final long seed;
    private final RandomStream draw;
    private final Settings settings;

    /** The case of this seed. */
    public RandomCase(long seed) {
        this.seed = seed;
        this.draw = RandomStream.of(seed, 0, "case");
        this.settings = drawSettings();
    }

    /** The settings, valid together. */
    public Settings settings() {
        return settings;
    }

    /** Either engine. */
    public EngineKind engine() {
        return seed % 2 == 0 ? EngineKind.RATES : EngineKind.ROUNDS;
    }

    /** Whole number in [min, max]. */
    public int whole(int min, int max) {
        return min + draw.nextInt(max - min + 1);
    }

    /** Number in [min, max), small ones as likely as large ones. */
    public double scaled(double min, double max) {
        return min * Math.pow(max / min, draw.nextDouble());
    }

    /** Duration in [min, max) seconds, short ones as likely as long ones. */
    public Duration seconds(double min, double max) {
        return Duration.ofNanos((long) (1e9 * scaled(min, max)));
    }

    /** True with this probability. */
    public boolean chance(double probability) {
        return draw.chance(probability);
    }

    private Settings drawSettings() {
        int replicas = whole(2, 3);
        int nodes = whole(4, 40);
        double utilisation = chance(0.1) ? 1 : 0.3 + 0.69 * draw.nextDouble();
        return Trial.with(
                Settings.DEFAULTS,
                "cluster.nodes",
                nodes,
                "cluster.racks",
                whole(1, nodes),
                "cluster.volumes",
                whole(1, 4 * nodes),
                "cluster.replicas",
                replicas,
                "cluster.volumeGiB",
                1,
                "cluster.utilisation",
                utilisation,
                "cluster.fullRatio",
                chance(0.7) ? 1.0 : 0.5 + 0.5 * draw.nextDouble(),
                "cluster.capacityFactor",
                chance(0.7) ? 1.0 : Math.max(utilisation, 0.5) + draw.nextDouble() / 2,
                "cluster.quarantine",
                chance(0.6),
                "search.probes",
                whole(1, 12),
                "search.roundTime",
                seconds(0.3, 10),
                "search.target",
                target(),
                "search.resyncTime",
                seconds(0.1, 30),
                "search.reconnectGrace",
                chance(0.1) ? Duration.ZERO : seconds(1, 200),
                "search.backoff",
                backoff(),
                "race.probability",
                chance(0.2) ? 0 : scaled(1e-7, 1e-3),
                "race.window",
                chance(0.1) ? Duration.ZERO : seconds(0.01, 5),
                "copy.rateMiBps",
                scaled(5, 1_000),
                "copy.maxPerNode",
                whole(1, 4),
                "instances",
                new Settings.Instances(whole(0, 20), scaled(1, 6), whole(0, 20), scaled(0.01, 1)),
                "election.retry",
                new Backoff(waiting(), seconds(1, 20), Duration.ofMinutes(1)),
                "controlPlane",
                controlPlane());
    }

    private Settings.ControlPlane controlPlane() {
        return new Settings.ControlPlane(
                whole(1, 40),
                chance(0.7) ? ControlPlaneScope.REGIONAL : ControlPlaneScope.PER_ZONE,
                whole(0, 20),
                seconds(0.5, 60),
                new Settings.ClientRetry(chance(0.6) ? 0 : whole(1, 3), policy(), seconds(0.1, 5), seconds(5, 60)),
                chance(0.6) ? 0 : whole(1, 20),
                chance(0.3),
                new Settings.CreateVolume(rate(), seconds(0.01, 2), seconds(1, 200)),
                new Settings.OtherCalls(rate(), seconds(0.01, 2)),
                new Settings.Elect(seconds(0.01, 2), seconds(1, 60)));
    }

    private Rate rate() {
        return chance(0.4) ? new Rate(0) : new Rate(scaled(0.01, 2));
    }

    private TargetPolicy target() {
        return chance(0.6) ? TargetPolicy.NEW_NODE : TargetPolicy.PREVIOUS_FIRST;
    }

    private Backoff backoff() {
        Duration base = seconds(0.1, 20);
        Duration cap = chance(0.1) ? base : base.plus(seconds(0.1, 120));
        return new Backoff(policy(), base, cap);
    }

    private BackoffPolicy policy() {
        return chance(0.5) ? BackoffPolicy.NONE : POLICIES[draw.nextInt(POLICIES.length)];
    }

    /** Any but none at all: who is refused at once and asks again at once makes no time pass. */
    private BackoffPolicy waiting() {
        return POLICIES[whole(1, POLICIES.length - 1)];
    }

    /** So many interventions of all kinds within the given time, in order; the first is the trigger. */
    public List<TimedIntervention> plan(int count, Duration within) {
        List<TimedIntervention> plan = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Some share their moment.
            long nanos =
                    chance(0.2) && i > 0 ? plan.get(i - 1).timeNanos() : (long) (within.toNanos() * draw.nextDouble());
            plan.add(new TimedIntervention(nanos, i == 0 ? trigger() : intervention()));
        }
        plan.sort(Comparator.comparingLong(TimedIntervention::timeNanos));
        return plan;
    }

    private Intervention trigger() {
        return new Intervention.Isolate(new NodeTarget.Share(0.1 + draw.nextDouble() / 3), seconds(1, 100));
    }

    /** Anything that somebody may do to a running cluster. */
    public Intervention intervention() {
        List<Supplier<Intervention>> kinds = List.of(
                () -> new Intervention.Isolate(nodes(), duration()),
                () -> new Intervention.HealNetwork(nodes()),
                () -> new Intervention.Crash(nodes()),
                () -> new Intervention.PowerLoss(nodes(), duration()),
                () -> new Intervention.Restart(nodes()),
                () -> new Intervention.Leak(nodes(), new Rate(scaled(0.003, 0.1)), draw.nextDouble()),
                () -> new Intervention.StopLeak(nodes()),
                () -> new Intervention.Destroy(few()),
                () -> new Intervention.AddNodes(whole(1, 5), duration()),
                () -> new Intervention.DisableApi(zone(), RequestKind.values()[whole(0, 1)]),
                () -> new Intervention.EnableApi(zone(), RequestKind.values()[whole(0, 1)]),
                Intervention.CutControlPlane::new,
                () -> new Intervention.ReconnectControlPlane(rate()),
                () -> new Intervention.RestoreFromSnapshots(rate(), draw.nextDouble()),
                () -> new Intervention.ForensicRestore(rate(), draw.nextDouble()),
                Intervention.StopSearches::new,
                Intervention.ResumeSearches::new,
                Intervention.ResumeSearches::new,
                Intervention.ReleaseQuarantine::new,
                this::set,
                this::set,
                this::set);
        return kinds.get(draw.nextInt(kinds.size())).get();
    }

    private String zone() {
        return settings.zones().get(whole(0, settings.zones().size() - 1)).id();
    }

    private Duration duration() {
        return chance(0.2) ? Duration.ZERO : seconds(1, 300);
    }

    private NodeTarget few() {
        return new NodeTarget.Nodes(List.of(draw.nextInt(settings.cluster().nodes())));
    }

    private NodeTarget nodes() {
        List<Supplier<NodeTarget>> kinds = List.of(
                this::few,
                () -> new NodeTarget.Nodes(List.of(0, 2, 1)),
                () -> new NodeTarget.Racks(
                        List.of(draw.nextInt(settings.cluster().racks()))),
                () -> new NodeTarget.Share(draw.nextDouble() / 3),
                () -> chance(0.3) ? new NodeTarget.All() : new NodeTarget.Share(0.1));
        return kinds.get(draw.nextInt(kinds.size())).get();
    }

    /** A live lever gets a value that is valid with all the others. */
    private Intervention set() {
        List<Supplier<Intervention>> levers = List.of(
                () -> new Intervention.Set("cluster.fullRatio", 0.5 + 0.5 * draw.nextDouble()),
                () -> new Intervention.Set("cluster.capacityFactor", 0.5 + 1.5 * draw.nextDouble()),
                () -> new Intervention.Set("cluster.quarantine", chance(0.5)),
                () -> new Intervention.Set("search.probes", whole(1, 12)),
                () -> new Intervention.Set("search.roundTime", seconds(0.3, 10)),
                () -> new Intervention.Set("search.target", target()),
                () -> new Intervention.Set("search.resyncTime", seconds(0.1, 30)),
                () -> new Intervention.Set("search.reconnectGrace", seconds(1, 200)),
                () -> new Intervention.Set("search.backoff.policy", policy()),
                () -> new Intervention.Set("search.backoff.policy", policy()),
                () -> new Intervention.Set(
                        "search.backoff.cap", settings.search().backoff().base().plus(seconds(1, 100))),
                () -> new Intervention.Set("race.probability", chance(0.3) ? 0 : scaled(1e-7, 1e-3)),
                () -> new Intervention.Set("race.window", seconds(0.01, 5)),
                () -> new Intervention.Set("copy.rateMiBps", scaled(5, 1_000)),
                () -> new Intervention.Set("copy.maxPerNode", whole(1, 4)),
                () -> new Intervention.Set("election.retry.policy", waiting()),
                () -> new Intervention.Set("controlPlane.threads", whole(1, 40)),
                () -> new Intervention.Set("controlPlane.scope", ControlPlaneScope.values()[whole(0, 1)]),
                () -> new Intervention.Set("controlPlane.queueLimit", whole(0, 20)),
                () -> new Intervention.Set("controlPlane.shedding", chance(0.5)),
                () -> new Intervention.Set("controlPlane.bulkhead", whole(0, 20)),
                () -> new Intervention.Set("controlPlane.clientTimeout", seconds(0.5, 60)),
                () -> new Intervention.Set("controlPlane.clientRetry.attempts", whole(0, 3)),
                () -> new Intervention.Set("controlPlane.createVolume.rate", rate()),
                () -> new Intervention.Set("controlPlane.createVolume.timeout", seconds(1, 200)),
                () -> new Intervention.Set("controlPlane.other.rate", rate()));
        return levers.get(draw.nextInt(levers.size())).get();
    }
}
