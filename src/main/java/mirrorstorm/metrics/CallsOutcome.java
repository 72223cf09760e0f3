package mirrorstorm.metrics;

import java.util.OptionalLong;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;

/**
 * What became of the API calls of the zones other than the affected one, as seen at looks, one a minute or so: from
 * when to when too many customers did without an answer. A call counts when its outcome is known; one that is refused,
 * because the operator has closed that API, counts as failed, or closing it would look like a cure. What became known
 * since the last verdict is judged as soon as that are calls enough to tell the share that is allowed from more, or
 * after ten minutes with whatever there is; until then all is as it was. Only counts are looked at, so calm stretches,
 * in which no call is simulated, count as well.
 */
public final class CallsOutcome {

    /** From one look to the next: a minute, as usual for the series that reports are held against. */
    static final long LOOK_NANOS = 60_000_000_000L;

    private final double recoveredBelow;
    /** Of twenty calls one is five percent: of fewer, one would always be more. */
    private final double callsMin;

    private Look last;
    /** The one before, for when the last one has to be taken again. */
    private Look before;

    /** Counts so far, of all zones but the affected one. */
    private record Counts(long nanos, double made, double failed, double refused) {

        /** Calls of customers since other counts. */
        double wantedSince(Counts earlier) {
            return made - earlier.made + refused - earlier.refused;
        }

        double unansweredSince(Counts earlier) {
            return failed - earlier.failed + refused - earlier.refused;
        }
    }

    /**
     * What was known after a look.
     *
     * @param judged      the counts up to which there is a verdict
     * @param badNanos    since when half of the calls fail; -1 if they do not
     * @param brokenNanos up to when too many failed for the last time; 0 for never
     */
    private record Look(
            Counts counts, Counts judged, boolean isBroken, long badNanos, boolean collapsed, long brokenNanos) {

        static Look first(Counts counts) {
            return new Look(counts, counts, false, -1, false, 0);
        }
    }

    /**
     * Nothing is known yet.
     *
     * @param recoveredBelow share of failed calls at which they count as recovered
     * @param nanos          when the first look can be, nanoseconds since the start
     * @param made           calls whose outcome was known then
     * @param failed         those of them that failed
     */
    public CallsOutcome(double recoveredBelow, long nanos, double made, double failed) {
        this.recoveredBelow = recoveredBelow;
        callsMin = recoveredBelow > 0 ? Math.ceil(1 / recoveredBelow - 1e-9) : 1;
        last = Look.first(new Counts(nanos, made, failed, 0));
        before = last;
    }

    long nextLookNanos() {
        return last.counts().nanos() + LOOK_NANOS;
    }

    /** Looks at a simulation where its clock stands; what is refused then was so since the last look. */
    void look(Simulation simulation) {
        assert simulation.clockNanos() == nextLookNanos() : simulation.clockNanos();
        Settings settings = simulation.cluster().settings();
        double perSecond = 0;
        for (int zone = 0; zone < settings.zones().size(); zone++) {
            perSecond += zone == settings.fullZone() ? 0 : refusedPerSecond(simulation, zone);
        }
        look(simulation.clockNanos(), made(simulation), failed(simulation), perSecond);
    }

    /**
     * Looks.
     *
     * @param nanos            the moment, later than the last, nanoseconds since the start
     * @param made             calls whose outcome was known then
     * @param failed           those of them that failed
     * @param refusedPerSecond calls a second that were refused since the last look
     */
    public void look(long nanos, double made, double failed, double refusedPerSecond) {
        double refused = Nanos.toSeconds(nanos - last.counts().nanos()) * refusedPerSecond;
        Counts counts = new Counts(nanos, made, failed, last.counts().refused() + refused);
        before = last;
        last = next(counts);
    }

    private Look next(Counts now) {
        Counts judged = last.judged();
        double wanted = now.wantedSince(judged);
        boolean isOverdue = now.nanos() - judged.nanos() >= OutcomeTracker.SUSTAINED_NANOS;
        if (wanted <= 0 || (wanted < callsMin && !isOverdue)) {
            Counts since = isOverdue ? now : judged;
            return new Look(now, since, last.isBroken(), last.badNanos(), last.collapsed(), last.brokenNanos());
        }
        double share = now.unansweredSince(judged) / wanted;
        boolean isBroken = share > recoveredBelow;
        boolean wasBad = last.badNanos() >= 0;
        long bad = share < OutcomeTracker.COLLAPSED_FROM ? -1 : wasBad ? last.badNanos() : judged.nanos();
        boolean collapses = bad >= 0 && now.nanos() - bad >= OutcomeTracker.SUSTAINED_NANOS;
        long broken = isBroken ? now.nanos() : last.brokenNanos();
        return new Look(now, now, isBroken, bad, last.collapsed() || collapses, broken);
    }

    private static double refusedPerSecond(Simulation simulation, int zone) {
        Settings.ControlPlane plane = simulation.cluster().settings().controlPlane();
        double create = plane.createVolume().rate().perSecond();
        double other = plane.other().rate().perSecond();
        return (simulation.controlPlane().isDisabled(zone, RequestKind.CREATE_VOLUME) ? create : 0)
                + (simulation.controlPlane().isDisabled(zone, RequestKind.OTHER) ? other : 0);
    }

    private static double made(Simulation simulation) {
        Settings settings = simulation.cluster().settings();
        double made = 0;
        for (int zone = 0; zone < settings.zones().size(); zone++) {
            made += zone == settings.fullZone() ? 0 : simulation.controlPlane().calls(zone);
        }
        return made;
    }

    private static double failed(Simulation simulation) {
        Settings settings = simulation.cluster().settings();
        double failed = 0;
        for (int zone = 0; zone < settings.zones().size(); zone++) {
            failed +=
                    zone == settings.fullZone() ? 0 : simulation.controlPlane().failedCalls(zone);
        }
        return failed;
    }

    /** The present moment is not over: a look that was taken at it will be taken again. */
    void reopen(long nowNanos) {
        if (last.counts().nanos() == nowNanos && nowNanos > before.counts().nanos()) {
            last = before;
        }
    }

    /** Forgets all that was before, but for whether they are broken; the clock stands anywhere. */
    void restart(Simulation simulation) {
        long now = simulation.clockNanos();
        Counts counts = new Counts(now, made(simulation), failed(simulation), 0);
        boolean isBroken = last.isBroken();
        last = new Look(counts, counts, isBroken, -1, false, isBroken ? now : 0);
        before = last;
    }

    /** Whether no more than allowed fail now, as far as is known. */
    public boolean isRecovered() {
        return !last.isBroken();
    }

    /** Whether half of them failed for ten minutes on end. */
    boolean collapsed() {
        return last.collapsed();
    }

    /** When they recovered for the last time: the end of the last while in which too many failed. */
    public OptionalLong recoveredNanos() {
        return last.isBroken() || last.brokenNanos() == 0 ? OptionalLong.empty() : OptionalLong.of(last.brokenNanos());
    }

    void copyFrom(CallsOutcome other) {
        last = other.last;
        before = other.before;
    }
}
