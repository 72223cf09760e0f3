package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

import mirrorstorm.engine.FutureEventList;

/**
 * Elections: only a volume that has a current replica waits for a primary, at most one request is out for it, and what
 * is parked waits for space.
 */
final class ElectionChecker implements Checker {

    @Override
    public void check(Simulation simulation) {
        Cluster cluster = simulation.cluster();
        Volumes volumes = cluster.volumes;
        int failed = 0;
        for (int volume = 0; volume < volumes.count; volume++) {
            VolumeState state = cluster.volumeState(volume);
            boolean hasCurrent = volumes.current[volume] != 0;
            boolean pending = volumes.isElectionPending(volume);
            boolean mayWait =
                    state == VolumeState.MIRRORED || state == VolumeState.SEARCHING || state == VolumeState.COPYING;
            require(!pending || (mayWait && hasCurrent), "elects a primary among nobody", volume, state);
            boolean retries = volumes.electionEvent[volume] != FutureEventList.NONE;
            require(!retries || (pending && volumes.isElectionAsked(volume)), "asks again for nothing", volume, state);
            require(!retries || !simulation.controlPlane().isCut(), "asks again though cut off", volume);
            boolean parked = volumes.isElectionParked(volume);
            boolean mayPark = pending && volumes.isElectionAsked(volume) && state == VolumeState.SEARCHING;
            require(!parked || (mayPark && !retries), "parked for nothing", volume, state);
            require(!parked || !simulation.controlPlane().isCut(), "parked though cut off", volume);
            boolean isPrimaryCurrent = cluster.isCurrent(volume, cluster.primaryPlace(volume));
            require(isPrimaryCurrent || !hasCurrent, "the primary is not current", volume, state);
            failed += volumes.isSnapshotFailed(volume) ? 1 : 0;
            boolean isOver = state == VolumeState.MIRRORED || state == VolumeState.LOST;
            require(!(isOver && volumes.isSnapshotFailed(volume)), "waits for forensics", volume, state);
        }
        require(failed == volumes.snapshotFailedCount, "failed snapshots", failed, volumes.snapshotFailedCount);
    }
}
