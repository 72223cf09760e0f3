package mirrorstorm.model;

import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.IndexSet;
import mirrorstorm.engine.Nanos;
import mirrorstorm.engine.RandomStream;

/**
 * Elections of primaries. A volume that lost its primary asks the control plane for a new one, one request at a
 * time; until it is elected the volume is stuck, mirrored or not. The negotiation belongs to the re-mirroring: nobody
 * is elected before space is claimed. Until then the request is parked at no cost where the old primary's node
 * answers; where that node is dead it holds its thread for a time-out, is answered "not yet", and is sent again: so
 * the load grows as nodes crash.
 */
final class Elections {

    private final Cluster cluster;
    /** The control plane's, see {@link ControlPlaneClock}. */
    private final FutureEventList events;

    private final Volumes volumes;
    private final ControlPlane controlPlane;
    private final RandomStream stream;
    /** Volumes whose request has yet to be sent, because the link is cut or throttled. */
    private final IndexSet unsent;

    private long sendEvent = FutureEventList.NONE;
    private double sendsPerSecond;

    Elections(Cluster cluster, FutureEventList events, ControlPlane controlPlane, RandomStream stream) {
        this.cluster = cluster;
        this.events = events;
        this.volumes = cluster.volumes;
        this.controlPlane = controlPlane;
        this.stream = stream;
        this.unsent = new IndexSet(volumes.held);
    }

    /** The volume's primary was on {@code oldNode} and is given up; another replica is current. */
    void primaryLost(int volume, int oldNode) {
        volumes.oldPrimaryNode[volume] = oldNode;
        if (!volumes.isElectionPending(volume)) {
            cluster.setElectionPending(volume, true);
            volumes.electionFailures[volume] = 0;
            if (controlPlane.isCut() || sendEvent != FutureEventList.NONE) {
                unsent.add(volume);
            } else {
                send(volume);
            }
        }
    }

    /** No replica is left to elect, or none needs to be: what is outstanding is answered to nobody. */
    void withdraw(int volume) {
        unsent.remove(volume);
        if (volumes.electionEvent[volume] != FutureEventList.NONE) {
            events.cancel(volumes.electionEvent[volume]);
            volumes.electionEvent[volume] = FutureEventList.NONE;
            volumes.setElectionAsked(volume, false);
        }
        unpark(volume);
        cluster.setElectionPending(volume, false);
    }

    /** The volume has claimed space, or a node that it was on is lost: a parked request may have to go on. */
    void review(int volume) {
        if (volumes.isElectionParked(volume) && !cluster.parksElection(volume)) {
            unpark(volume);
            send(volume);
        }
    }

    private void unpark(int volume) {
        if (volumes.isElectionParked(volume)) {
            volumes.setElectionParked(volume, false);
            volumes.setElectionAsked(volume, false);
        }
    }

    private void send(int volume) {
        if (volumes.isElectionAsked(volume)) {
            return; // An earlier request is still out; its answer will do.
        }
        volumes.setElectionAsked(volume, true);
        if (cluster.parksElection(volume)) {
            volumes.setElectionParked(volume, true);
        } else if (!controlPlane.elect(volume)) {
            askAgainLater(volume);
        }
    }

    /** The control plane has answered the volume's request. */
    void answered(int volume) {
        volumes.setElectionAsked(volume, false);
        if (!volumes.isElectionPending(volume)) {
            return;
        }
        if (controlPlane.isCut()) {
            unsent.add(volume);
        } else if (volumes.isClaimed(volume)) {
            cluster.events.advanceTo(events.clockNanos());
            cluster.setElectionPending(volume, false);
        } else if (cluster.parksElection(volume)) {
            send(volume);
        } else {
            askAgainLater(volume);
        }
    }

    private void askAgainLater(int volume) {
        volumes.setElectionAsked(volume, true);
        int failures = ++volumes.electionFailures[volume];
        assert volumes.electionEvent[volume] == FutureEventList.NONE : "is to be sent again already";
        double meanNanos = Math.max(1, cluster.settings.election().retry().delayNanos(failures, 0, stream));
        volumes.electionEvent[volume] =
                events.schedule(stream.quickExponentialNanos(meanNanos), EventKind.ELECTION_RETRY.with(volume));
    }

    /** The volume has waited long enough to ask again. */
    void retry(int volume) {
        assert volumes.isElectionAsked(volume) : volume;
        volumes.electionEvent[volume] = FutureEventList.NONE;
        volumes.setElectionAsked(volume, false);
        send(volume);
    }

    /** The link to the control plane is cut: what was dropped there, or waits to be sent, waits for the link now. */
    void onCut(int[] dropped) {
        stopThrottle();
        for (int volume : dropped) {
            volumes.setElectionAsked(volume, false);
            if (volumes.isElectionPending(volume)) {
                unsent.add(volume);
            }
        }
        for (int volume = 0; volume < volumes.count; volume++) {
            if (volumes.electionEvent[volume] != FutureEventList.NONE) {
                events.cancel(volumes.electionEvent[volume]);
                volumes.electionEvent[volume] = FutureEventList.NONE;
                volumes.setElectionAsked(volume, false);
                unsent.add(volume);
            } else if (volumes.isElectionParked(volume)) {
                unpark(volume);
                unsent.add(volume);
            }
        }
    }

    /** The link is back; requests that have piled up are sent at this rate, or all at once if it is 0. */
    void onReconnect(Rate rate) {
        stopThrottle();
        sendsPerSecond = rate.perSecond();
        if (sendsPerSecond > 0) {
            scheduleSend();
        } else {
            while (unsent.size() > 0) {
                sendOne(unsent.get(unsent.size() - 1));
            }
        }
    }

    /** The throttle lets one of the piled-up requests through. */
    void sendNext() {
        sendEvent = FutureEventList.NONE;
        if (unsent.size() > 0) {
            sendOne(unsent.draw(stream));
        }
        scheduleSend();
    }

    private void sendOne(int volume) {
        unsent.remove(volume);
        send(volume);
    }

    private void scheduleSend() {
        assert sendEvent == FutureEventList.NONE : "one is to be sent already";
        if (unsent.size() > 0) {
            long waitNanos = stream.quickExponentialNanos(Nanos.meanBetween(sendsPerSecond));
            sendEvent = events.schedule(waitNanos, EventKind.ELECTION_SEND.with(0));
        }
    }

    private void stopThrottle() {
        if (sendEvent != FutureEventList.NONE) {
            events.cancel(sendEvent);
            sendEvent = FutureEventList.NONE;
        }
    }

    void columns(Columns columns, Elections other) {
        columns.part(stream, other.stream);
        unsent.largeColumns(columns, other.unsent);
        sendEvent = columns.value(sendEvent, other.sendEvent);
        sendsPerSecond = columns.value(sendsPerSecond, other.sendsPerSecond);
    }
}
