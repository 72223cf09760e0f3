package mirrorstorm.model;

/**
 * What the control plane's settings say, as plain numbers: they are asked for at every call, and to follow records and
 * durations takes longer than the call itself.
 */
final class ServiceLimits {

    /** Whether one pool of threads serves all zones. */
    final boolean isRegional;
    /** Threads of a pool. */
    final int threads;
    /** Most threads that a zone may hold. */
    final int bulkhead;
    /** Whether callers whose call failed may try again. */
    final boolean callersRetry;
    /** Length of a queue from which load is shed. */
    final int refusedFrom;
    /** How long a caller waits, a call hangs, an election waits for a dead node. */
    final long clientNanos;

    final long createTimeoutNanos;
    final long deadTimeoutNanos;
    private final double[] serviceNanos = new double[RequestKind.values().length];

    ServiceLimits(Settings.ControlPlane settings, int zoneCount) {
        isRegional = settings.scope() == ControlPlaneScope.REGIONAL;
        threads = isRegional ? settings.threads() : ApiTraffic.threadsOfZone(settings, zoneCount);
        assert threads >= 1 : threads;
        bulkhead = settings.bulkhead() == 0 ? Integer.MAX_VALUE : settings.bulkhead();
        callersRetry = settings.clientRetry().attempts() > 0;
        boolean sheds = settings.shedding() && settings.queueLimit() > 0;
        refusedFrom = sheds ? settings.queueLimit() : Integer.MAX_VALUE;
        clientNanos = settings.clientTimeout().toNanos();
        assert clientNanos >= 0 : clientNanos;
        createTimeoutNanos = settings.createVolume().timeout().toNanos();
        deadTimeoutNanos = settings.elect().deadTimeout().toNanos();
        serviceNanos[RequestKind.CREATE_VOLUME.ordinal()] =
                settings.createVolume().serviceTime().toNanos();
        serviceNanos[RequestKind.OTHER.ordinal()] =
                settings.other().serviceTime().toNanos();
        serviceNanos[RequestKind.ELECT.ordinal()] =
                settings.elect().serviceTime().toNanos();
    }

    /** Mean service time. */
    double serviceNanos(RequestKind kind) {
        return serviceNanos[kind.ordinal()];
    }
}
