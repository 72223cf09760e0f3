package mirrorstorm.model;

import java.time.Duration;
import java.util.List;
import mirrorstorm.engine.Nanos;

/**
 * Everything that can be set about a cluster: one immutable tree, whose dotted paths ({@code search.backoff.base})
 * are the paths in scenario files, on the command line and of the levers. Ranges are in the lever registry; what is
 * given here is meaning and unit.
 *
 * @param zones      the region's availability zones; those that are {@code full} are simulated node by node
 * @param search     how a volume looks for space to re-mirror
 * @param race       the race in closing replication requests that crashes nodes
 * @param copy       how a claimed replica is filled
 * @param election   how a volume without primary gets a new one
 * @param metrics    how what happens is measured; it changes nothing that happens
 * @param statusPage what customers are told, and when
 */
public record Settings(
        Cluster cluster,
        List<Zone> zones,
        Search search,
        Race race,
        Copy copy,
        Election election,
        ControlPlane controlPlane,
        Instances instances,
        Metrics metrics,
        StatusPage statusPage) {

    /** The settings of a scenario file that sets nothing. AWS published none of these: they are fits. */
    public static final Settings DEFAULTS = new Settings(
            new Cluster(480, 24, 24_000, 2, 100, 0.87, 1, 1, true),
            List.of(
                    new Zone("us-east-1a", true),
                    new Zone("us-east-1b", false),
                    new Zone("us-east-1c", false),
                    new Zone("us-east-1d", false)),
            new Search(
                    20,
                    Duration.ofSeconds(1),
                    TargetPolicy.NEW_NODE,
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(10),
                    new Backoff(BackoffPolicy.NONE, Duration.ofSeconds(1), Duration.ofMinutes(5))),
            new Race(4.4e-10, Duration.ofMillis(100)),
            new Copy(14, 2),
            new Election(new Backoff(BackoffPolicy.FIXED, Duration.ofSeconds(10), Duration.ofSeconds(10))),
            new ControlPlane(
                    100,
                    ControlPlaneScope.REGIONAL,
                    0,
                    Duration.ofSeconds(30),
                    new ClientRetry(0, BackoffPolicy.FULL_JITTER, Duration.ofSeconds(1), Duration.ofSeconds(30)),
                    0,
                    false,
                    new CreateVolume(new Rate(1), Duration.ofMillis(50), Duration.ofMinutes(5)),
                    new OtherCalls(new Rate(1), Duration.ofMillis(50)),
                    new Elect(Duration.ofMillis(50), Duration.ofSeconds(30))),
            new Instances(0, 4.3, 0, 0.1),
            new Metrics(Duration.ofHours(8), 0.05, 0.02),
            new StatusPage(Duration.ofMinutes(54), StatusDetail.VAGUE));

    public Settings {
        zones = List.copyOf(zones);
    }

    /** The zone that is simulated node by node, an index into {@link #zones}; the first one if none is named full. */
    public int fullZone() {
        for (int zone = 0; zone < zones.size(); zone++) {
            if (zones.get(zone).full()) {
                return zone;
            }
        }
        return 0;
    }

    /** The zone of that id, an index into {@link #zones}, or -1. */
    public int zoneOf(String id) {
        for (int zone = 0; zone < zones.size(); zone++) {
            if (zones.get(zone).id().equals(id)) {
                return zone;
            }
        }
        return -1;
    }

    /**
     * The zone's storage servers and the volumes on them.
     *
     * @param nodes          storage servers at the start
     * @param racks          racks that the nodes are dealt over, one after the other
     * @param volumes        volumes at the start; none are created later
     * @param replicas       copies of each volume on different nodes, 2 or 3
     * @param volumeGiB      size of every volume, GiB
     * @param utilisation    share of the whole capacity in use at the start, (0, 1]; capacity follows from it
     * @param fullRatio      a node filled to this share of its capacity offers no space, (0, 1]
     * @param capacityFactor multiplies every node's capacity, 0.5 to 2, never below what the node holds
     * @param quarantine     whether a node that was declared failed offers no space and keeps what it held until
     *                       every volume that had a replica there is mirrored again (2011: yes)
     */
    public record Cluster(
            int nodes,
            int racks,
            int volumes,
            int replicas,
            int volumeGiB,
            double utilisation,
            double fullRatio,
            double capacityFactor,
            boolean quarantine) {

        /** Replicas that all nodes of the start hold together when all room is taken. */
        public long capacity() {
            double room = Math.rint((double) replicas * volumes / utilisation);
            return (long) Math.rint(room * capacityFactor);
        }

        /** Replicas of all volumes. */
        public long replicaTotal() {
            return (long) replicas * volumes;
        }
    }

    /**
     * An availability zone.
     *
     * @param full whether its cluster is simulated node by node; otherwise it is only a source of API calls
     */
    public record Zone(String id, boolean full) {}

    /**
     * How a volume that lost its mirror looks for space.
     *
     * @param probes         nodes asked in one round (k)
     * @param roundTime      mean duration of a round, exponentially distributed (tau)
     * @param target         whether to look for a new node at once, or to wait for the previous one
     * @param resyncTime     how long a returning replica takes to catch up, under {@code previous-first}
     * @param reconnectGrace how long to wait for the lost node, under {@code previous-first}
     * @param backoff        the wait after a failed round
     */
    public record Search(
            int probes,
            Duration roundTime,
            TargetPolicy target,
            Duration resyncTime,
            Duration reconnectGrace,
            Backoff backoff) {

        /** The mean duration of a round, in seconds. */
        public double roundSeconds() {
            return Nanos.toSeconds(roundTime);
        }

        /** How many nodes so many rounds in progress ask a second, on average. */
        public double probesPerSecond(int rounds) {
            assert rounds >= 0 : rounds;
            return rounds * probes / roundSeconds();
        }

        /**
         * The probability that a round finds no room: each of its {@link #probes} nodes is drawn anew from all.
         *
         * @param open  nodes that could take the volume, in [0, {@code nodes}]
         * @param nodes all nodes, &gt;= 1
         */
        public double failureProbability(int open, int nodes) {
            assert open >= 0 && open <= nodes : open + " of " + nodes;
            return StrictMath.pow(1 - (double) open / nodes, probes);
        }
    }

    /**
     * The race: requests closed on one node within {@code window} of each other are concurrent, and each concurrent
     * pair crashes the node with {@code probability}. Quadratic in the load: harmless on a normal day.
     */
    public record Race(double probability, Duration window) {}

    /**
     * How a claimed replica is filled.
     *
     * @param rateMiBps  speed of one stream, MiB/s
     * @param maxPerNode most streams into a node, and most streams out of it, at a time; the rest queue
     */
    public record Copy(double rateMiBps, int maxPerNode) {}

    /** How often an unanswered election is asked for again; the delay is the mean of an exponential wait. */
    public record Election(Backoff retry) {}

    /**
     * The service that takes API calls and elects primaries.
     *
     * @param threads       servers, shared by the whole region or by each zone, as {@code scope} says
     * @param queueLimit    longest queue while load is shed, 0 = no limit
     * @param clientTimeout how long a caller waits before it gives up
     * @param clientRetry   what a caller does then
     * @param bulkhead      most threads that one zone may hold, 0 = no limit
     * @param shedding      whether requests that would have to wait beyond {@code queueLimit} are refused at once
     */
    public record ControlPlane(
            int threads,
            ControlPlaneScope scope,
            int queueLimit,
            Duration clientTimeout,
            ClientRetry clientRetry,
            int bulkhead,
            boolean shedding,
            CreateVolume createVolume,
            OtherCalls other,
            Elect elect) {}

    /** A caller's retries: how many, and the wait before each. */
    public record ClientRetry(int attempts, BackoffPolicy policy, Duration base, Duration cap) {

        /** The waits as a backoff. */
        public Backoff backoff() {
            return new Backoff(policy, base, cap);
        }
    }

    /** Calls that create a volume: their rate per zone, service time, and how long one without room hangs. */
    public record CreateVolume(Rate rate, Duration serviceTime, Duration timeout) {}

    /** All other calls: their rate per zone and service time. */
    public record OtherCalls(Rate rate, Duration serviceTime) {}

    /** Elections: service time, and how long one is held when the old primary's node is dead. */
    public record Elect(Duration serviceTime, Duration deadTimeout) {}

    /**
     * Databases over several volumes each; unusable while any of these is stuck.
     *
     * @param count         those that have all their volumes in the full zone, 0 = none
     * @param volumesEach   volumes of a database, on average
     * @param multiZone     pairs of databases in the region, each with a standby in another zone, 0 = none; their
     *                      primaries are dealt over the zones
     * @param failOverFault how likely a pair is not to fail over when a network interruption is followed at once by
     *                      stuck I/O
     */
    public record Instances(int count, double volumesEach, int multiZone, double failOverFault) {}

    /**
     * How what happens is measured.
     *
     * @param loopGainWindow          how long the searches that a crash adds are taken to go on: the time operators
     *                                take
     * @param callsRecoveredBelow     share of failed API calls of the other zones at which these count as recovered
     * @param databasesRecoveredBelow share of stuck databases at which these count as recovered
     */
    public record Metrics(Duration loopGainWindow, double callsRecoveredBelow, double databasesRecoveredBelow) {}

    /**
     * The page on which customers are told what goes on. It changes nothing in the cluster.
     *
     * @param delay  how old the truth is that it tells
     * @param detail how much of it is told
     */
    public record StatusPage(Duration delay, StatusDetail detail) {}
}
