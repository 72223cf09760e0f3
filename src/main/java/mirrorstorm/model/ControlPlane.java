package mirrorstorm.model;

import java.util.Optional;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.Nanos;
import mirrorstorm.engine.RandomStream;
import mirrorstorm.engine.RandomStreams;

/**
 * The control plane: threads that serve API calls and elections, first come first served. In 2011 one pool served
 * the region; calls to create volumes in the zone without room held its threads until they timed out, and so every
 * zone suffered.
 *
 * <p>While no further call can hang, nobody waits, and elections and calls that hang leave threads to spare, a pool is
 * a queue with as many servers as customers: each call succeeds in its service time. Such calm stretches are not
 * simulated call by call, only election by election; when one ends, the calls then in service are drawn from their
 * Poisson distribution.
 */
final class ControlPlane {

    /** So many more threads must be to spare before calm begins again, or it would come and go with each election. */
    private static final int CALM_AGAIN_THREADS = 12;

    private final Cluster cluster;
    /** What is due here, and its clock: see {@link ControlPlaneClock}. */
    private final FutureEventList events;

    private final RandomStream arrivals;
    private final RandomStream services;
    private final int zoneCount;
    private final int affectedZone;

    private final ApiTraffic traffic;
    private final Calls calls;
    private final Threads threads;
    private final WaitingRequests waiting;
    private final CallCounts counts;

    private ServiceLimits limits;
    private long nextOrder;
    /** When the next call comes; of all that is pending here the one thing whose turn needs no list. */
    private long nextArrivalNanos = FutureEventList.NEVER;

    private boolean calm = true;
    private boolean cut;

    ControlPlane(Cluster cluster, FutureEventList events, RandomStreams streams) {
        this.cluster = cluster;
        this.events = events;
        arrivals = streams.of("arrivals");
        services = streams.of("services");
        zoneCount = cluster.settings.zones().size();
        affectedZone = cluster.settings.fullZone();
        traffic = new ApiTraffic(cluster);
        calls = new Calls(cluster, events, streams.of("client retries"));
        threads = new Threads(zoneCount);
        waiting = new WaitingRequests(zoneCount);
        limits = new ServiceLimits(cluster.settings.controlPlane(), zoneCount);
        counts = new CallCounts(zoneCount);
    }

    void listen(CallListener listener) {
        counts.listen(listener);
    }

    // Questions

    int zoneCount() {
        return zoneCount;
    }

    /** Requests that wait for a thread. */
    int waitingCount() {
        return waiting.count();
    }

    /** Requests that have waited for a thread and no longer do: served, cancelled or dropped. */
    long waitedCount() {
        return waiting.waitedCount();
    }

    /** How long these waited, all together. */
    double waitedNanos() {
        return waiting.waitedNanos();
    }

    boolean isCut() {
        return cut;
    }

    /** Whether calls are only counted now. */
    boolean countsOnly() {
        return calm;
    }

    boolean isDisabled(int zone, RequestKind api) {
        return traffic.isDisabled(zone, api);
    }

    /** Threads held by requests of this kind and zone; in calm, of calls that do not hang, an expectation. */
    double held(int zone, RequestKind kind) {
        return threads.count(zone, kind) + (calm ? traffic.load(zone, kind) : 0);
    }

    /** Threads held by calls that hang. */
    int hangingCount() {
        return threads.hangingCount();
    }

    /** Threads held by elections that wait for a dead node. */
    int deadElectionCount() {
        return threads.deadElectionCount();
    }

    /** Threads of all pools. */
    int threadCount() {
        return limits.isRegional ? limits.threads : zoneCount * limits.threads;
    }

    /** Threads held; in calm an expectation. */
    double busy() {
        double sum = threads.heldTotal();
        for (int zone = 0; zone < zoneCount && calm; zone++) {
            sum += traffic.load(zone);
        }
        return sum;
    }

    /** Calls of a zone whose outcome is known by {@code nowNanos}; in calm an expectation. */
    double callsUntil(int zone, long nowNanos) {
        double inCalm = calm ? counts.inCalmUntil(nowNanos, traffic.rate(zone)) : 0;
        return counts.calls(zone) + inCalm + expired(zone, nowNanos);
    }

    /** Calls of a zone that have failed by {@code nowNanos}: also those that wait, but whose caller has given up. */
    double errorsUntil(int zone, long nowNanos) {
        return counts.errors(zone) + (double) expired(zone, nowNanos);
    }

    private int expired(int zone, long nowNanos) {
        return waiting.of(zone).callsUntil(nowNanos - limits.clientNanos);
    }

    /** The requests that hold threads now, in the order of {@link Threads#held}; in calm, those that are simulated. */
    long[] heldRequests() {
        return threads.held();
    }

    /** The request that has waited longest, or {@link RequestState#NONE}. */
    long longestWaiting() {
        return RequestFinder.longestWaiting(waiting.all());
    }

    /** The request with that id; empty once it has left, or if there was none. */
    Optional<RequestState> request(long id) {
        return RequestFinder.find(id, threads, waiting.all(), events);
    }

    // Calm and storm

    /** Begins at time 0: empty, if calls might have to wait. */
    void start() {
        if (!mayBeCalm(0)) {
            calm = false;
            drawNextArrival();
        }
    }

    /** Ends calm if something may hang now. Called after every event. */
    void review() {
        if (calm && mayHang()) {
            leaveCalm();
        }
    }

    /** Accounts for calm up to now; called before anything that changes the traffic. */
    void settle() {
        if (calm) {
            counts.addCalm(events.clockNanos(), traffic);
        }
    }

    /** The settings are others from now on; {@link #onTraffic} follows as soon as the cluster is in line with them. */
    void onSettings() {
        limits = new ServiceLimits(cluster.settings.controlPlane(), zoneCount);
        traffic.refresh();
    }

    /** The settings, or what is refused, have changed since {@link #settle}. */
    void onTraffic() {
        leaveCalm();
        dispatch();
        enterCalmIfPossible();
    }

    private boolean mayHang() {
        return hangs(affectedZone) && traffic.rate(affectedZone, RequestKind.CREATE_VOLUME) > 0;
    }

    private boolean hangs(int zone) {
        return zone == affectedZone && (cut || cluster.openNodes.size() == 0);
    }

    /** Whether no call hangs or would have to wait if so many threads more were held by elections. */
    private boolean mayBeCalm(int more) {
        return waiting.count() == 0
                && calls.isEmpty()
                && threads.lastingCount() + more <= traffic.spareThreads()
                && !mayHang();
    }

    private void enterCalmIfPossible() {
        if (calm || !mayBeCalm(threads.lastingCount() == 0 ? 0 : CALM_AGAIN_THREADS)) {
            return;
        }
        calm = true;
        assert waiting.count() == 0 && calls.isEmpty() : "somebody waits";
        counts.beginCalm(events.clockNanos());
        nextArrivalNanos = FutureEventList.NEVER;
        threads.forgetServedCalls(events);
    }

    private void leaveCalm() {
        if (calm) {
            settle();
            calm = false;
            for (int zone = 0; zone < zoneCount; zone++) {
                resume(zone, RequestKind.CREATE_VOLUME);
                resume(zone, RequestKind.OTHER);
            }
        }
        drawNextArrival();
    }

    /** Draws the calls of a kind that are in service; they were counted when they came. */
    private void resume(int zone, RequestKind kind) {
        assert kind != RequestKind.ELECT : "elections are never only counted";
        double limit = StrictMath.exp(-traffic.load(zone, kind));
        for (double product = services.nextDouble(); product > limit; product *= services.nextDouble()) {
            int slot = hold(kind, zone, Calls.NONE, false, services.quickExponentialNanos(limits.serviceNanos(kind)));
            threads.isOf(slot, nextOrder++, RequestState.NONE, RequestState.NONE);
        }
    }

    // Requests

    /** When the next call comes, nanoseconds since the start, or {@link FutureEventList#NEVER}. */
    long nextArrivalNanos() {
        return nextArrivalNanos;
    }

    private void drawNextArrival() {
        double rate = traffic.totalRate();
        nextArrivalNanos = rate > 0
                ? events.clockNanos() + arrivals.quickExponentialNanos(Nanos.meanBetween(rate))
                : FutureEventList.NEVER;
    }

    /** The next call comes: it is time for it. */
    void arrive() {
        assert !calm : "calls are only counted";
        int drawn = traffic.drawCall(arrivals);
        int zone = ApiTraffic.zoneOf(drawn);
        RequestKind kind = ApiTraffic.kindOf(drawn);
        drawNextArrival();
        call(kind, zone, limits.callersRetry ? calls.open(kind, zone) : Calls.NONE);
    }

    /** The caller of this call has waited long enough: it fails, and may try again. */
    void callTimedOut(int call) {
        calls.fail(call);
        enterCalmIfPossible();
    }

    /** A caller tries again. */
    void callAgain(int call) {
        RequestKind kind = calls.kind(call);
        int zone = calls.zone(call);
        if (traffic.isDisabled(zone, kind)) {
            settle(zone, 0, true);
            calls.close(call);
        } else {
            call(kind, zone, call);
        }
    }

    private void call(RequestKind kind, int zone, int call) {
        boolean mustWait = mustWait(zone);
        if (mustWait && isRefused(zone)) {
            settle(zone, 0, true);
            calls.fail(call);
            return;
        }
        long order = nextOrder++;
        long now = events.clockNanos();
        calls.waitWith(call, order);
        if (mustWait) {
            waiting.add(zone, kind, call, now, order);
        } else {
            waiting.passOne();
            threads.isOf(serveCall(kind, zone, call, order, now), order, now, now);
        }
    }

    /** Whether a request that comes now finds no free thread; whoever waits already could have none either. */
    private boolean mustWait(int zone) {
        return waiting.firstOrder(zone) != WaitingRequests.NOBODY || !threads.hasFree(zone, limits);
    }

    /** Whether load is shed, and the queue that a request of the zone would join is as long as it may be. */
    private boolean isRefused(int zone) {
        int length = limits.isRegional ? waiting.count() : waiting.of(zone).size();
        return length >= limits.refusedFrom;
    }

    /** A volume asks for a new primary. Whether it may wait for one; otherwise it is refused at once. */
    boolean elect(int volume) {
        if (mustWait(affectedZone) && isRefused(affectedZone)) {
            return false;
        }
        if (calm && threads.lastingCount() >= traffic.spareThreads()) {
            leaveCalm();
        }
        long order = nextOrder++;
        long now = events.clockNanos();
        if (mustWait(affectedZone)) {
            waiting.add(affectedZone, RequestKind.ELECT, volume, now, order);
        } else {
            waiting.passOne();
            threads.isOf(serveElection(volume), order, now, now);
        }
        return true;
    }

    // Service

    /** Gives free threads to those who have waited longest and may have one. */
    private void dispatch() {
        for (int zone = waiting.nextZone(threads, limits); zone >= 0; zone = waiting.nextZone(threads, limits)) {
            Requests queue = waiting.of(zone);
            RequestKind kind = queue.firstKind();
            int subject = queue.firstSubject();
            long arrivalNanos = queue.firstArrivalNanos();
            long order = queue.firstOrder();
            waiting.removeFirst(zone, events.clockNanos());
            if (kind == RequestKind.ELECT && cluster.parksElection(subject)) {
                cluster.volumes.setElectionParked(subject, true);
                continue;
            }
            int slot = kind == RequestKind.ELECT
                    ? serveElection(subject)
                    : serveCall(kind, zone, subject, order, arrivalNanos);
            threads.isOf(slot, order, arrivalNanos, events.clockNanos());
        }
    }

    /** The slot that the call takes. */
    private int serveCall(RequestKind kind, int zone, int call, long order, long arrivalNanos) {
        boolean hanging = kind == RequestKind.CREATE_VOLUME && hangs(zone);
        long serviceNanos =
                hanging ? limits.createTimeoutNanos : services.quickExponentialNanos(limits.serviceNanos(kind));
        long clientNanos = limits.clientNanos;
        long latencyNanos = events.clockNanos() - arrivalNanos + serviceNanos;
        assert arrivalNanos <= events.clockNanos() : arrivalNanos;
        boolean failed = hanging || latencyNanos >= clientNanos || calls.hasGivenUp(call, order);
        settle(zone, Math.min(latencyNanos, clientNanos), failed);
        if (!failed) {
            calls.succeed(call);
        }
        return hold(kind, zone, call, hanging, serviceNanos);
    }

    /** Where the old primary's node answers, the election is quick; where it is dead, it holds its thread. */
    private int serveElection(int volume) {
        boolean answers = cluster.oldPrimaryAnswers(volume);
        long serviceNanos = answers
                ? services.quickExponentialNanos(limits.serviceNanos(RequestKind.ELECT))
                : limits.deadTimeoutNanos;
        return hold(RequestKind.ELECT, affectedZone, volume, !answers, serviceNanos);
    }

    private int hold(RequestKind kind, int zone, int subject, boolean hanging, long serviceNanos) {
        int slot = threads.take(kind, zone, subject, hanging);
        threads.endsWith(slot, events.schedule(serviceNanos, EventKind.SERVICE_END.with(slot)));
        return slot;
    }

    private void settle(int zone, long latencyNanos, boolean failed) {
        counts.add(events.clockNanos(), zone, latencyNanos, failed);
    }

    /** A thread is free again. The volume whose election held it, or {@link Calls#NONE}. */
    int serviceEnded(int slot) {
        int electing = threads.kind(slot) == RequestKind.ELECT ? threads.subject(slot) : Calls.NONE;
        threads.release(slot);
        dispatch();
        enterCalmIfPossible();
        return electing;
    }

    // What the operator does

    /** New calls of this kind are refused or taken again; those that wait are cancelled at no cost. */
    void setDisabled(int zone, RequestKind api, boolean refused) {
        settle();
        traffic.setDisabled(zone, api, refused);
        if (refused) {
            waiting.of(zone).forEach(api, (call, order) -> {
                settle(zone, 0, true);
                calls.cancel(call, order);
            });
            waiting.removeAll(zone, api, events.clockNanos());
        }
        onTraffic();
    }

    /** Cuts the link between the control plane and the affected zone's cluster; volumes whose requests it drops. */
    int[] cut() {
        settle();
        cut = true;
        int[] dropped = waiting.of(affectedZone).subjects(RequestKind.ELECT);
        waiting.removeAll(affectedZone, RequestKind.ELECT, events.clockNanos());
        onTraffic();
        return dropped;
    }

    /** The link is back. */
    void reconnect() {
        settle();
        cut = false;
        onTraffic();
    }

    /** Its state, field by field; {@link #onSettings} works out the rest. */
    void columns(Columns columns, ControlPlane other) {
        columns.part(arrivals, other.arrivals);
        columns.part(services, other.services);
        traffic.columns(columns, other.traffic);
        calls.columns(columns, other.calls);
        threads.columns(columns, other.threads);
        waiting.columns(columns, other.waiting);
        counts.columns(columns, other.counts);
        nextOrder = columns.value(nextOrder, other.nextOrder);
        nextArrivalNanos = columns.value(nextArrivalNanos, other.nextArrivalNanos);
        calm = columns.value(calm, other.calm);
        cut = columns.value(cut, other.cut);
    }
}
