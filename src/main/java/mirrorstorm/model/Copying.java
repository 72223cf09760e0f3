package mirrorstorm.model;

import java.time.Duration;
import mirrorstorm.engine.Columns;
import mirrorstorm.engine.FutureEventList;
import mirrorstorm.engine.Nanos;

/**
 * The streams that fill claimed replicas: at most so many into and out of each node, the rest queue. Whoever has
 * waited longest for one of the two nodes goes first.
 */
final class Copying {

    private static final double MIB_PER_GIB = 1024;

    private final Cluster cluster;
    private final Nodes nodes;
    private final Volumes volumes;
    private final CopyQueue queue;
    private long finishedCount;
    private int streamCount;

    Copying(Cluster cluster) {
        this.cluster = cluster;
        this.nodes = cluster.nodes;
        this.volumes = cluster.volumes;
        this.queue = new CopyQueue(volumes.held, nodes.count);
    }

    /** Copies that ended well so far. */
    long finishedCount() {
        return finishedCount;
    }

    /** Copies that run now. */
    int streamCount() {
        return streamCount;
    }

    /** The volume has claimed space: it copies, or queues for a stream. */
    void enqueue(int volume) {
        assert volumes.event[volume] == FutureEventList.NONE : "something is pending";
        assert targetNode(volume) != Volumes.NO_NODE : "nothing is claimed";
        volumes.target[volume] = (byte) volumes.claimPlace();
        cluster.setVolumeState(volume, VolumeState.COPYING, Phase.QUEUED);
        cluster.exposeSource(volume, 1);
        queue.add(volume, volumes.sourceNode(volume), targetNode(volume));
        if (mayStart(volume)) {
            start(volume);
        }
    }

    /** The previous replica at {@code place} catches up; that takes no stream and no new space. */
    void resync(int volume, int place) {
        assert place < volumes.claimPlace() && !volumes.isCurrent(volume, place) : place;
        assert volumes.event[volume] == FutureEventList.NONE : "something is pending";
        volumes.target[volume] = (byte) place;
        cluster.setVolumeState(volume, VolumeState.COPYING, Phase.RESYNCING);
        cluster.exposeSource(volume, 1);
        schedule(volume, cluster.settings.search().resyncTime().toNanos());
    }

    /** The copy has ended well: its streams are free for others. The claim is a replica from now on. */
    void finish(int volume) {
        assert cluster.volumeState(volume) == VolumeState.COPYING : volume;
        assert cluster.phase(volume) != Phase.QUEUED : "it has not begun";
        volumes.event[volume] = FutureEventList.NONE;
        cluster.exposeSource(volume, -1);
        finishedCount++;
        int node = volumes.nodeAt(volume, volumes.target[volume]);
        cluster.trace.record(StateChange.COPY_FINISHED, volume, node);
        releaseStreams(volume);
    }

    /** The copy ends without a result, running or not. */
    void undo(int volume) {
        assert cluster.volumeState(volume) == VolumeState.COPYING : volume;
        cluster.exposeSource(volume, -1);
        if (volumes.event[volume] != FutureEventList.NONE) {
            cluster.events.cancel(volumes.event[volume]);
            volumes.event[volume] = FutureEventList.NONE;
        }
        if (volumes.phase[volume] == Phase.QUEUED.ordinal()) {
            queue.remove(volume, volumes.sourceNode(volume), targetNode(volume));
        }
        releaseStreams(volume);
    }

    /** Starts what the settings now allow, and gives running copies their new speed. */
    void onSettings(Settings before) {
        double oldRate = before.copy().rateMiBps();
        double newRate = cluster.settings.copy().rateMiBps();
        if (oldRate != newRate) {
            for (int volume = 0; volume < volumes.count; volume++) {
                if (volumes.phase[volume] == Phase.STREAMING.ordinal()) {
                    changeSpeed(volume, oldRate / newRate);
                }
            }
        }
        if (cluster.settings.copy().maxPerNode() > before.copy().maxPerNode()) {
            for (int node = 0; node < nodes.count; node++) {
                startOut(node);
                startIn(node);
            }
        }
    }

    private void changeSpeed(int volume, double stretch) {
        assert stretch > 0 : stretch;
        long now = cluster.events.clockNanos();
        long done = now - volumes.copyStartNanos[volume];
        long left = volumes.copyEndNanos[volume] - now;
        cluster.events.cancel(volumes.event[volume]);
        schedule(volume, (long) (left * stretch));
        volumes.copyStartNanos[volume] = now - (long) (done * stretch);
    }

    private long copyNanos() {
        double mib = cluster.settings.cluster().volumeGiB() * MIB_PER_GIB;
        return (long) Nanos.ofSeconds(mib / cluster.settings.copy().rateMiBps());
    }

    /** How long one undisturbed copy takes. */
    Duration copyDuration() {
        return Duration.ofNanos(copyNanos());
    }

    private void start(int volume) {
        assert cluster.phase(volume) == Phase.QUEUED : cluster.phase(volume);
        assert mayStart(volume) : volume;
        int from = volumes.sourceNode(volume);
        int to = targetNode(volume);
        queue.remove(volume, from, to);
        nodes.streamsOut[from]++;
        nodes.streamsIn[to]++;
        streamCount++;
        cluster.setPhase(volume, Phase.STREAMING);
        cluster.trace.record(StateChange.COPY_STARTED, volume, to);
        schedule(volume, copyNanos());
    }

    private void schedule(int volume, long delayNanos) {
        assert delayNanos >= 0 : delayNanos;
        assert volumes.isCurrent(volume, volumes.source[volume]) : "reads a replica that is not current";
        long now = cluster.events.clockNanos();
        volumes.copyStartNanos[volume] = now;
        volumes.copyEndNanos[volume] = now + delayNanos;
        volumes.event[volume] = cluster.events.schedule(delayNanos, EventKind.COPY_END.with(volume));
    }

    private void releaseStreams(int volume) {
        if (volumes.phase[volume] != Phase.STREAMING.ordinal()) {
            return;
        }
        int from = volumes.sourceNode(volume);
        int to = targetNode(volume);
        cluster.setPhase(volume, Phase.NONE);
        nodes.streamsOut[from]--;
        nodes.streamsIn[to]--;
        assert nodes.streamsIn[to] >= 0 && nodes.streamsOut[from] >= 0 : volume;
        streamCount--;
        assert streamCount >= 0 : streamCount;
        startOut(from);
        startIn(to);
    }

    // No copy waits that could start, so where a stream has become free, only the queue for it has to be looked at.

    /** Starts copies that wait for a stream out of the node, longest waiting first, until none can start. */
    private void startOut(int node) {
        int streamsMax = cluster.settings.copy().maxPerNode();
        for (int volume = queue.firstOut(node); volume != CopyQueue.NONE && maySend(node, streamsMax); ) {
            int next = queue.nextOut(volume);
            if (mayReceive(targetNode(volume), streamsMax)) {
                start(volume);
            }
            volume = next;
        }
    }

    /** Starts copies that wait for a stream into the node, longest waiting first, until none can start. */
    private void startIn(int node) {
        int streamsMax = cluster.settings.copy().maxPerNode();
        for (int volume = queue.firstIn(node); volume != CopyQueue.NONE && mayReceive(node, streamsMax); ) {
            int next = queue.nextIn(volume);
            if (maySend(volumes.sourceNode(volume), streamsMax)) {
                start(volume);
            }
            volume = next;
        }
    }

    private boolean mayStart(int volume) {
        int streamsMax = cluster.settings.copy().maxPerNode();
        return maySend(volumes.sourceNode(volume), streamsMax) && mayReceive(targetNode(volume), streamsMax);
    }

    private boolean maySend(int node, int streamsMax) {
        return nodes.streamsOut[node] < streamsMax && nodes.isUp(node);
    }

    private boolean mayReceive(int node, int streamsMax) {
        return nodes.streamsIn[node] < streamsMax && nodes.isUp(node);
    }

    /** The node of the claim that a copy fills. */
    private int targetNode(int volume) {
        return volumes.nodeAt(volume, volumes.claimPlace());
    }

    void columns(Columns columns, Copying other) {
        queue.columns(columns, other.queue);
        finishedCount = columns.value(finishedCount, other.finishedCount);
        streamCount = columns.value(streamCount, other.streamCount);
    }
}
