package mirrorstorm.model;

import mirrorstorm.engine.Columns;
import mirrorstorm.engine.Nanos;
import mirrorstorm.engine.RandomStream;

/** The API calls that customers make: Poisson streams of two kinds for each zone, unless the operator refuses them. */
final class ApiTraffic {

    // P(Poisson(a) >= a + 7 sqrt(a) + 12) is below 1e-11 for every a (Chernoff): no call would have to wait.
    private static final double SPARE_ROOTS = 7;
    private static final double SPARE_THREADS = 12;
    /** Calls in service are drawn by multiplying uniforms; exp(-load) must stay far from underflow. */
    private static final double LOAD_MAX = 300;

    private static final int NONE_TO_SPARE = -1;

    /** Calls are for a zone and of one of two kinds: with their number a {@link #drawCall call} is told from others. */
    private static final int CALL_KINDS = 2;

    private final Cluster cluster;
    private final int zoneCount;
    private final boolean[][] disabled;

    // The rates that follow from settings and what is disabled.
    private final double[][] rates;
    private final double[] zoneRates;
    /** Rates added up, zone by zone and kind by kind, up to and including this one. */
    private final double[] upToCall;

    private double totalRate;
    private int spareThreads;

    ApiTraffic(Cluster cluster) {
        this.cluster = cluster;
        zoneCount = cluster.settings.zones().size();
        disabled = new boolean[zoneCount][RequestKind.values().length];
        rates = new double[zoneCount][RequestKind.values().length];
        zoneRates = new double[zoneCount];
        upToCall = new double[CALL_KINDS * zoneCount];
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
        assert zoneCount >= 1 : zoneCount;
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
            assert zoneRates[zone] >= 0 : zone;
        }
        double upTo = 0;
        for (int call = 0; call < upToCall.length; call++) {
            upTo += rate(zoneOf(call), kindOf(call));
            upToCall[call] = upTo;
        }
        spareThreads = countSpareThreads();
    }

    private double ratePerSecond(RequestKind kind) {
        return switch (kind) {
            case CREATE_VOLUME -> settings().createVolume().rate().perSecond();
            case OTHER -> settings().other().rate().perSecond();
            case ELECT -> 0;
        };
    }

    /**
     * Zone and kind of the next call, in proportion to the rates, of which one is above 0: for
     * {@link #zoneOf} and {@link #kindOf}.
     */
    int drawCall(RandomStream stream) {
        assert totalRate > 0 : "no call ever comes";
        double drawn = stream.nextDouble() * upToCall[upToCall.length - 1];
        int call = 0;
        while (drawn >= upToCall[call]) {
            call++;
        }
        return call;
    }

    static int zoneOf(int drawn) {
        return drawn / CALL_KINDS;
    }

    static RequestKind kindOf(int drawn) {
        return drawn % CALL_KINDS == 0 ? RequestKind.CREATE_VOLUME : RequestKind.OTHER;
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
        return Nanos.toSeconds(rate(zone, kind) * serviceNanos(kind));
    }

    /**
     * How many threads elections and calls that hang may hold, all for the affected zone, while no other call would
     * have to wait for one. Negative if calls would have to wait anyway.
     */
    int spareThreads() {
        return spareThreads;
    }

    private int countSpareThreads() {
        double total = 0;
        int least = Integer.MAX_VALUE;
        for (int zone = 0; zone < zoneCount; zone++) {
            double load = load(zone);
            total += load;
            int threads = isRegional() ? Integer.MAX_VALUE : threadsOfZone(settings(), zoneCount);
            int bulkhead =
                    settings().bulkhead() == 0 ? Integer.MAX_VALUE : settings().bulkhead();
            int spare = spare(Math.min(threads, bulkhead), load);
            least = zone == cluster.settings.fullZone() || spare < 0 ? Math.min(least, spare) : least;
        }
        int ofAll = isRegional() ? spare(settings().threads(), total) : Integer.MAX_VALUE;
        return total < LOAD_MAX ? Math.min(least, ofAll) : NONE_TO_SPARE;
    }

    private static int spare(int threads, double load) {
        assert load >= 0 : load;
        return (int) Math.floor(threads - load - SPARE_ROOTS * StrictMath.sqrt(load) - SPARE_THREADS);
    }

    /** Its state, field by field; the rates follow from it, see {@link #refresh}. */
    void columns(Columns columns, ApiTraffic other) {
        for (int zone = 0; zone < zoneCount; zone++) {
            columns.fixed(disabled[zone], other.disabled[zone]);
        }
    }
}
