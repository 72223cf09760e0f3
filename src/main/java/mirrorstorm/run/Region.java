package mirrorstorm.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.ControlPlaneView;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.RequestState;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;

/**
 * The control plane and the zones at one moment. While the control plane is calm, threads held are expectations and
 * not whole.
 *
 * @param threads         threads of all pools together
 * @param hangingCreates  threads held by calls that create a volume and hang until they time out
 * @param servedCreates   threads held by other calls that create a volume
 * @param otherCalls      threads held by any other calls
 * @param deadElections   threads held by elections that wait for a dead node
 * @param servedElections threads held by other elections
 * @param waiting         requests that wait for a thread
 * @param isCut           whether the affected cluster is cut off from the control plane
 * @param requests        the single requests that are there; none while the control plane is calm
 */
public record Region(
        int threads,
        double hangingCreates,
        double servedCreates,
        double otherCalls,
        double deadElections,
        double servedElections,
        int waiting,
        boolean isCut,
        List<Zone> zones,
        Requests requests) {

    /** The share of calls that fail is taken over the last so many nanoseconds. */
    public static final long ERROR_WINDOW_NANOS = 300_000_000_000L;

    /**
     * An availability zone.
     *
     * @param isFull         whether its cluster is simulated node by node
     * @param errorShare     share of its API calls that failed in the last {@link #ERROR_WINDOW_NANOS}; NaN for none
     * @param refusesCreates whether the operator has its calls to create a volume refused, and so on
     */
    public record Zone(String id, boolean isFull, double errorShare, boolean refusesCreates, boolean refusesOthers) {}

    /** Requests by their ids. */
    public static final class Requests {

        /** No request. */
        public static final long NONE = RequestState.NONE;

        private final long[] held;
        private final long longestWaiting;

        private Requests(long[] held, long longestWaiting) {
            this.held = held;
            this.longestWaiting = longestWaiting;
        }

        static Requests of(Simulation simulation) {
            ControlPlaneView controlPlane = simulation.controlPlane();
            return new Requests(controlPlane.heldRequests(), controlPlane.longestWaitingRequest());
        }

        /**
         * The request that holds a thread, where those of hanging calls come first, then those of elections on dead
         * nodes, other elections and other calls, each by age; {@link #NONE} if that one is not known.
         */
        public long holding(int thread) {
            return thread >= 0 && thread < held.length ? held[thread] : NONE;
        }

        /** The thread, counted likewise, that the request holds; -1 if it holds none. */
        public int threadOf(long request) {
            for (int thread = 0; thread < held.length; thread++) {
                if (held[thread] == request) {
                    return thread;
                }
            }
            return -1;
        }

        /** The request that has waited longest for a thread, or {@link #NONE}. */
        public long longestWaiting() {
            return longestWaiting;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Requests requests
                    && longestWaiting == requests.longestWaiting
                    && Arrays.equals(held, requests.held);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(held) + Long.hashCode(longestWaiting);
        }
    }

    public Region {
        zones = List.copyOf(zones);
    }

    static Region of(Simulation simulation, Series series) {
        Settings settings = simulation.cluster().settings();
        double creates = 0;
        double others = 0;
        double elections = 0;
        List<Zone> zones = new ArrayList<>();
        for (int zone = 0; zone < settings.zones().size(); zone++) {
            creates += simulation.controlPlane().threadsHeld(zone, RequestKind.CREATE_VOLUME);
            others += simulation.controlPlane().threadsHeld(zone, RequestKind.OTHER);
            elections += simulation.controlPlane().threadsHeld(zone, RequestKind.ELECT);
            zones.add(new Zone(
                    settings.zones().get(zone).id(),
                    settings.zones().get(zone).full(),
                    series.errorShareOver(ERROR_WINDOW_NANOS, simulation, zone),
                    simulation.controlPlane().isDisabled(zone, RequestKind.CREATE_VOLUME),
                    simulation.controlPlane().isDisabled(zone, RequestKind.OTHER)));
        }
        int hanging = simulation.controlPlane().hangingCallCount();
        int dead = simulation.controlPlane().deadElectionCount();
        return new Region(
                simulation.controlPlane().threadCount(),
                hanging,
                Math.max(0, creates - hanging),
                others,
                dead,
                Math.max(0, elections - dead),
                simulation.controlPlane().waitingCount(),
                simulation.controlPlane().isCut(),
                zones,
                Requests.of(simulation));
    }

    /** Threads held by anybody. */
    public double held() {
        return hangingCreates + servedCreates + otherCalls + deadElections + servedElections;
    }
}
