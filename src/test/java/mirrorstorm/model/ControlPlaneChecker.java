package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

import java.time.Duration;

/**
 * The control plane: it never holds more threads than it has (unless it had more before), none stays free while
 * somebody who may have it waits, and what has been counted stays counted.
 */
final class ControlPlaneChecker implements Checker {

    private double[] callsBefore = new double[0];
    private double[] failedBefore = new double[0];
    private double busyBefore;
    private Duration clientTimeoutBefore = Duration.ZERO;

    @Override
    public void check(Simulation simulation) {
        Settings.ControlPlane settings = simulation.cluster().settings().controlPlane();
        int zones = simulation.cluster().settings().zones().size();
        boolean isRegional = settings.scope() == ControlPlaneScope.REGIONAL;
        double busy = simulation.controlPlane().busyShare() * (isRegional ? settings.threads() : 1);
        int queue = simulation.controlPlane().waitingCount();
        double held = 0;
        for (int zone = 0; zone < zones; zone++) {
            for (RequestKind kind : RequestKind.values()) {
                held += simulation.controlPlane().threadsHeld(zone, kind);
            }
        }
        require(queue >= 0, "queue", queue);
        if (isRegional) {
            require(Math.abs(held - busy) < 1e-9, "threads held", (int) held, busy);
            require(busy <= Math.max(settings.threads(), busyBefore) + 1e-9, "more threads than there are", (int) busy);
            boolean mayServe = settings.bulkhead() == 0 && busy < settings.threads() - 1e-9;
            require(queue == 0 || !mayServe, "waits though a thread is free", queue, busy);
            busyBefore = busy;
        } else {
            busyBefore = Double.MAX_VALUE;
        }
        if (callsBefore.length == 0) {
            callsBefore = new double[zones];
            failedBefore = new double[zones];
        }
        for (int zone = 0; zone < zones; zone++) {
            double calls = simulation.controlPlane().calls(zone);
            double failed = simulation.controlPlane().failedCalls(zone);
            require(failed <= calls + 1e-9, "more calls failed than were made", zone, failed, calls);
            // Callers that had given up have more patience when their time-out is raised.
            boolean forgives = settings.clientTimeout().compareTo(clientTimeoutBefore) > 0;
            require(forgives || calls >= callsBefore[zone] - 1e-9, "fewer calls than before", zone, calls);
            require(forgives || failed >= failedBefore[zone], "fewer failures than before", zone, failed);
            callsBefore[zone] = calls;
            failedBefore[zone] = failed;
        }
        clientTimeoutBefore = settings.clientTimeout();
    }
}
