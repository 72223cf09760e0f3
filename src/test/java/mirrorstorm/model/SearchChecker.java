package mirrorstorm.model;

import static mirrorstorm.model.Checker.require;

import mirrorstorm.engine.FutureEventList;

/** Searches: each is in the phase that settings and nodes ask for, counted where it asks, with its event pending. */
final class SearchChecker implements Checker {

    @Override
    public void check(Simulation simulation) {
        Cluster cluster = simulation.cluster();
        int[] asking = new int[cluster.nodeCount()];
        int[] exposed = new int[cluster.nodeCount()];
        int exposedTotal = 0;
        int rounds = 0;
        int pending = 0;
        for (int volume = 0; volume < cluster.volumeCount(); volume++) {
            Phase phase = cluster.phase(volume);
            checkPhase(simulation, volume, phase);
            if (phase == Phase.ROUND) {
                asking[cluster.volumes.sourceNode(volume)]++;
                rounds++;
            }
            countExposed(cluster, volume, exposed);
            boolean hasEvent = cluster.volumes.event[volume] != FutureEventList.NONE;
            pending += hasEvent ? 1 : 0;
            boolean isRestoring = cluster.volumeState(volume) == VolumeState.RESTORING;
            boolean isTimed = isRestoring || isTimed(simulation, phase);
            require(hasEvent == isTimed, "event of volume", volume, phase, hasEvent);
        }
        require(rounds == simulation.roundCount(), "rounds in progress", rounds, simulation.roundCount());
        require(pending <= simulation.pendingCount(), "events of volumes", pending, simulation.pendingCount());
        for (int node = 0; node < asking.length; node++) {
            require(asking[node] == cluster.searching(node), "rounds on node", node, asking[node]);
            require(exposed[node] == cluster.exposed(node), "exposed on node", node, exposed[node]);
            exposedTotal += exposed[node];
        }
        require(exposedTotal == cluster.exposedTotal(), "exposed on all nodes", exposedTotal);
    }

    /** Who would search for the volume if another node were lost: each mirror, or the source of a copy. */
    private static void countExposed(Cluster cluster, int volume, int[] exposed) {
        if (cluster.volumeState(volume) == VolumeState.COPYING) {
            exposed[cluster.volumes.sourceNode(volume)]++;
        } else if (cluster.volumeState(volume) == VolumeState.MIRRORED) {
            for (int place = 0; place < cluster.replicaCount(); place++) {
                exposed[cluster.placeNode(volume, place)]++;
            }
        }
    }

    private static void checkPhase(Simulation simulation, int volume, Phase phase) {
        VolumeState state = simulation.cluster().volumeState(volume);
        VolumeState expected =
                switch (phase) {
                    case ROUND, BACKOFF, GRACE, OFFLINE, STOPPED -> VolumeState.SEARCHING;
                    case QUEUED, STREAMING, RESYNCING -> VolumeState.COPYING;
                    case NONE -> state;
                };
        boolean mayHaveNone = state != VolumeState.SEARCHING && state != VolumeState.COPYING;
        require(expected == state && (phase != Phase.NONE || mayHaveNone), "phase of volume", volume, state, phase);
        boolean prompts = phase == Phase.ROUND || phase == Phase.BACKOFF;
        require(!(prompts && simulation.searchesStopped()), "asks though stopped", volume, phase);
        require(phase != Phase.STOPPED || simulation.searchesStopped(), "stopped though resumed", volume);
    }

    private static boolean isTimed(Simulation simulation, Phase phase) {
        boolean isNone = simulation.cluster().settings().search().backoff().policy() == BackoffPolicy.NONE;
        return switch (phase) {
            case ROUND -> simulation.engine() == EngineKind.ROUNDS || !isNone;
            case BACKOFF, GRACE, STREAMING, RESYNCING -> true;
            case NONE, OFFLINE, STOPPED, QUEUED -> false;
        };
    }
}
