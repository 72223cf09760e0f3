package mirrorstorm.model;

import mirrorstorm.engine.RandomStream;

/** The API calls that customers make: Poisson streams of two kinds for each zone, unless the operator refuses them. */
final class ApiTraffic {

    private static final double NANOS_PER_SECOND = 1e9;

    // P(Poisson(a) >= a + 7 sqrt(a) + 12) is below 1e-11 for every a (Chernoff): no call would have to wait.
    private static final double SPARE_ROOTS = 7;
    private static final double SPARE_THREADS = 12;
    /** Calls in service are drawn by multiplying uniforms; exp(-load) must stay far from underflow. */
    private static final double LOAD_MAX = 300;

    private final Cluster cluster;
    private final int zoneCount;
    private final boolean[][] disabled;

    // The rates that follow from settings and what is disabled.
    private final double[][] rates;
    private final double[] zoneRates;
    private double totalRate;
    private boolean hasThreadsToSpare;

    ApiTraffic(Cluster cluster) {
        this.cluster = cluster;
        zoneCount = cluster.settings.zones().size();
        disabled = new boolean[zoneCount][RequestKind.values().length];
        rates = new double[zoneCount][RequestKind.values().length];
        zoneRates = new double[zoneCount];
        refresh();
    }

    private Settings.ControlPlane settings() {
        return cluster.settings.controlPlane();
    }

    boolean isDisabled(int zone, RequestKind kind) {
        return disabled[zone][kind.ordinal()];
    }

    void setDisabled(int zone, RequestKind kind, boolean refused) {
        disabled[zone][kind.ordinal()] = refused;
        refresh();
    }

    private boolean isRegional() {
        return settings().scope() == ControlPlaneScope.REGIONAL;
    }

    /** The threads of a zone that has a pool of its own: as many as there are, divided. */
    static int threadsOfZone(Settings.ControlPlane settings, int zoneCount) {
        return Math.max(1, (settings.threads() + zoneCount - 1) / zoneCount);
    }

    /** Calls of this kind and zone, a second. */
    double rate(int zone, RequestKind kind) {
        return rates[zone][kind.ordinal()];
    }

    double rate(int zone) {
        return zoneRates[zone];
    }

    double totalRate() {
        return totalRate;
    }

    /** Works out the rates anew: the settings have changed. They are asked for at every call. */
    void refresh() {
        totalRate = 0;
        for (int zone = 0; zone < zoneCount; zone++) {
            zoneRates[zone] = 0;
            for (RequestKind kind : RequestKind.values()) {
                double rate = disabled[zone][kind.ordinal()] ? 0 : ratePerSecond(kind);
                rates[zone][kind.ordinal()] = rate;
                zoneRates[zone] += rate;
            }
            totalRate += zoneRates[zone];
        }
        hasThreadsToSpare = mayAllBeServedAtOnce();
    }

    private double ratePerSecond(RequestKind kind) {
        return switch (kind) {
            case CREATE_VOLUME -> settings().createVolume().rate().perSecond();
            case OTHER -> settings().other().rate().perSecond();
            case ELECT -> 0;
        };
    }

    /** The zone of the next call, in proportion to the rates. */
    int drawZone(RandomStream stream) {
        double rest = stream.nextDouble() * totalRate();
        int zone = 0;
        while (zone < zoneCount - 1 && rest >= zoneRates[zone]) {
            rest -= zoneRates[zone];
            zone++;
        }
        return zone;
    }

    /** Whether the zone's next call creates a volume, in proportion to the rates. */
    boolean drawCreates(int zone, RandomStream stream) {
        return stream.nextDouble() * rate(zone) < rate(zone, RequestKind.CREATE_VOLUME);
    }

    /** Mean service time. */
    private double serviceNanos(RequestKind kind) {
        return switch (kind) {
            case CREATE_VOLUME -> settings().createVolume().serviceTime().toNanos();
            case OTHER -> settings().other().serviceTime().toNanos();
            case ELECT -> settings().elect().serviceTime().toNanos();
        };
    }

    /** Threads that a zone's calls keep busy on average, when none hangs. */
    double load(int zone) {
        return load(zone, RequestKind.CREATE_VOLUME) + load(zone, RequestKind.OTHER);
    }

    double load(int zone, RequestKind kind) {
        return rate(zone, kind) * serviceNanos(kind) / NANOS_PER_SECOND;
    }

    /** Whether there are so many threads that no call would ever wait for one. */
    boolean hasThreadsToSpare() {
        return hasThreadsToSpare;
    }

    private boolean mayAllBeServedAtOnce() {
        double total = 0;
        boolean enough = true;
        for (int zone = 0; zone < zoneCount; zone++) {
            double load = load(zone);
            total += load;
            enough &= isRegional() || isSpare(load, threadsOfZone(settings(), zoneCount));
            enough &= settings().bulkhead() == 0 || isSpare(load, settings().bulkhead());
        }
        return enough
                && total < LOAD_MAX
                && (!isRegional() || isSpare(total, settings().threads()));
    }

    private static boolean isSpare(double load, int threads) {
        return threads >= load + SPARE_ROOTS * StrictMath.sqrt(load) + SPARE_THREADS;
    }

    void copyFrom(ApiTraffic other) {
        for (int zone = 0; zone < zoneCount; zone++) {
            System.arraycopy(other.disabled[zone], 0, disabled[zone], 0, disabled[zone].length);
        }
    }
}
