package mirrorstorm.picture.stage;

import java.util.Arrays;
import java.util.SplittableRandom;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Phase;
import mirrorstorm.model.VolumeState;
import mirrorstorm.run.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What moves between nodes, for the eye only: the run knows no single failing probe, and never sees these dots.
 *
 * <ul>
 *   <li>Probes are a sample. Sources are drawn in proportion to the searches of a node, targets evenly, as the model
 *       has it; one dot stands for {@link #probesPerDot} probes. A target that is up refuses, and the dot comes back;
 *       from a dead or isolated one nothing comes back.
 *   <li>Claims are exact, a dot for every volume that found space since the last frame, but where these are thousands:
 *       then they are a sample, too, and one dot stands for {@link #claimsPerDot}.
 *   <li>Copies are exact, up to {@link #STREAMS_MAX}.
 * </ul>
 *
 * <p>A dot knows its nodes and its place within them, not its pixels, so that it stays on course when the window is
 * resized. All dots are in primitive arrays; nothing is allocated for one. Not thread-safe.
 */
public final class Traffic {

    /** Most dots in flight. */
    static final int DOTS_MAX = 100_000;

    /** Most copies that are followed. */
    static final int STREAMS_MAX = 5_000;

    /** Seconds of the real world that a dot takes from node to node: slow enough to be followed by eye. */
    static final double FLIGHT_SECONDS = 0.8;

    /** Each dot is faster or slower by up to this share, so that they do not move as one. */
    private static final double FLIGHT_SPREAD = 0.3;

    /** Up to this many volumes, dots start at single volumes, and claims can be told from one frame to the next. */
    private static final int FOLLOWED_VOLUMES_MAX = 5_000;

    private static final int CLAIM_VOLUMES_MAX = 2_000_000;
    private static final double DOTS_WANTED_PER_NODE = 4;
    private static final double PIXELS_PER_DOT = 250;

    /** A claim is drawn larger than a probe, and thousands may come in one second. */
    private static final double PIXELS_PER_CLAIM = 1_000;

    private static final int DOTS_WANTED_MIN = 80;
    private static final int DOTS_WANTED_MAX = 6_000;

    /**
     * What is wanted is wanted for a storm in which one volume in eight asks twenty nodes a second, as in 2011. The
     * ratio follows from this and the speed alone: so a storm has many dots, and what is left of it under backoff few.
     */
    private static final double STORM_PROBES_PER_VOLUME = 2.5;

    /** The ratio stays while the speed changes by less than this factor: it is measured, and frames differ. */
    static final double STEADY = 3.5;

    /** Fiercer storms than that have more dots, up to this many times as many; only then the ratio gives way. */
    private static final double FIERCEST = 4;

    /** More than this at a time is a jump, not a frame. */
    private static final double FRAME_SECONDS_MAX = 0.25;

    /** What a dot is. */
    static final byte OUT = 0;

    static final byte BACK = 1;
    static final byte CLAIM = 2;

    /** Dots in flight; all arrays of dots have their values in [0, count). */
    int count;

    final byte[] kind = new byte[DOTS_MAX];
    final boolean[] isRefused = new boolean[DOTS_MAX];
    final int[] source = new int[DOTS_MAX];
    final int[] target = new int[DOTS_MAX];
    /** The volume that asks, or -1 if the dot stands for a node's volumes. */
    final int[] volume = new int[DOTS_MAX];
    /** Where in its source and target a dot starts and ends: four bytes, x and y of each. */
    final int[] offsets = new int[DOTS_MAX];
    /** Share of the way, [0, 1). */
    final float[] progress = new float[DOTS_MAX];

    private final float[] speed = new float[DOTS_MAX];

    /** Running copies. */
    int streamCount;

    int[] streamVolume = new int[64];
    int[] streamSource = new int[64];
    int[] streamTarget = new int[64];
    float[] streamProgress = new float[64];
    /** Seconds of the real world that copies have been flowing. */
    double flowSeconds;

    private final SplittableRandom random;
    private final int dotsWanted;
    private double probesPerDot = 1;
    private boolean isRatioChosen;
    private double owedDots;
    private ClaimSample claims = new ClaimSample();
    private @Nullable Snapshot previous;
    private int[] searchingUpTo = new int[0];
    private int[] asking = new int[0];
    private int askingCount;
    /** Volumes that found space since the last frame. */
    private int[] claimed = new int[64];

    private int claimCount;

    /** No dots. {@code seed} decides which will be drawn; it has nothing to do with the run's. */
    public Traffic(long seed) {
        this(seed, 0);
    }

    /**
     * No dots yet.
     *
     * @param dotsWanted about how many to have in flight when there are enough probes, at most {@link #DOTS_MAX}; 0 for
     *                   as many as suit the number of nodes
     */
    public Traffic(long seed, int dotsWanted) {
        if (dotsWanted < 0 || dotsWanted > DOTS_MAX) {
            throw new IllegalArgumentException("dotsWanted must be in [0, " + DOTS_MAX + "], was " + dotsWanted);
        }
        random = new SplittableRandom(seed);
        this.dotsWanted = dotsWanted;
    }

    /** The traffic that a picture of one moment shows: as if the cluster had been watched for a while. */
    public static Traffic settled(Snapshot snapshot, StageLayout layout, long seed) {
        Traffic traffic = new Traffic(seed);
        double frame = 1 / 60.0;
        for (double seconds = 0; seconds < 2 * FLIGHT_SECONDS * (1 + FLIGHT_SPREAD) + 0.5; seconds += frame) {
            traffic.advance(snapshot, layout, frame, frame);
        }
        return traffic;
    }

    /** Dots in flight, at most {@link #DOTS_MAX}. */
    int dotCount() {
        return count;
    }

    /** How many probes one dot stands for: 1, 2, 5, 10, 20 ... */
    double probesPerDot() {
        return probesPerDot;
    }

    /** How many claims one dot stands for: 1 as long as dots do not cover the stage, else 2, 5, 10, 20 ... */
    double claimsPerDot() {
        return claims.claimsPerDot();
    }

    /** Copies that are followed, at most {@link #STREAMS_MAX}. */
    public int streamCount() {
        return streamCount;
    }

    /** Forgets all dots, as when the run goes back. */
    public void clear() {
        count = 0;
        owedDots = 0;
        claims = new ClaimSample();
        previous = null;
    }

    /**
     * Moves everything on. While the run stands still, so do the dots.
     *
     * @param realSeconds since the last frame, &gt;= 0
     * @param simSeconds  by how much the run went on meanwhile; 0 if it is paused
     */
    public void advance(Snapshot snapshot, StageLayout layout, double realSeconds, double simSeconds) {
        assert layout.nodeCount() == snapshot.nodeCount() : layout.nodeCount();
        Snapshot before = previous;
        if (before != null && snapshot.timeNanos() < before.timeNanos()) {
            clear();
        }
        if (before != snapshot) {
            followCopies(snapshot);
        }
        double seconds = Math.min(realSeconds, FRAME_SECONDS_MAX);
        if (simSeconds > 0 && seconds > 0) {
            flowSeconds += seconds;
            move(seconds);
            if (before != null && before != snapshot && snapshot.timeNanos() >= before.timeNanos()) {
                showClaims(before, snapshot, layout, seconds);
            }
            sendProbes(snapshot, layout, seconds, simSeconds / realSeconds);
        }
        previous = snapshot;
    }

    private void move(double seconds) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            float further = progress[i] + (float) (speed[i] * seconds);
            byte now = kind[i];
            if (further >= 1 && now == OUT && isRefused[i]) {
                now = BACK;
                further -= 1;
            }
            if (further < 1) {
                kind[kept] = now;
                isRefused[kept] = isRefused[i];
                source[kept] = source[i];
                target[kept] = target[i];
                volume[kept] = volume[i];
                offsets[kept] = offsets[i];
                speed[kept] = speed[i];
                progress[kept++] = further;
            }
        }
        count = kept;
    }

    // Probes

    private void sendProbes(Snapshot snapshot, StageLayout layout, double seconds, double simSecondsPerSecond) {
        double probesPerSecond = snapshot.probesPerSecond() * simSecondsPerSecond;
        chooseSample(snapshot, probesPerSecond, simSecondsPerSecond, layout);
        owedDots += probesPerSecond * seconds / probesPerDot;
        if (owedDots < 1) {
            return;
        }
        int total = countSearches(snapshot);
        while (owedDots >= 1) {
            owedDots--;
            if (total > 0 && count < DOTS_MAX) {
                int index = random.nextInt(total);
                boolean isFollowed = askingCount > 0;
                int asker = isFollowed ? asking[index] : -1;
                int from = isFollowed ? snapshot.sourceNode(asker) : nodeOfSearch(index, snapshot.nodeCount());
                int to = random.nextInt(snapshot.nodeCount());
                boolean isRefused = snapshot.nodeState(to) == NodeState.UP;
                spawn(OUT, from, to, asker, isRefused, (float) (random.nextDouble() * seconds / FLIGHT_SECONDS));
            }
        }
    }

    /** Chooses how many probes a dot stands for: by the speed, as long as the storm is not fiercer than any. */
    private void chooseSample(Snapshot snapshot, double probesPerSecond, double speed, StageLayout layout) {
        double wanted = dotsWanted > 0 ? dotsWanted : dotsSuited(layout);
        double stormInFlight = STORM_PROBES_PER_VOLUME * snapshot.volumeCount() * speed * 2 * FLIGHT_SECONDS;
        double inFlight = probesPerSecond * 2 * FLIGHT_SECONDS;
        double exact = Math.max(1, Math.max(stormInFlight / wanted, inFlight / (FIERCEST * wanted)));
        if (!isRatioChosen || probesPerDot > exact * STEADY || probesPerDot < exact / STEADY) {
            isRatioChosen = true;
            probesPerDot = roundUp(exact);
        }
    }

    /** Enough for each node to be seen asking, and not so many that they cover the stage. */
    private static double dotsSuited(StageLayout layout) {
        double most = Math.min(DOTS_WANTED_MAX, sizeOf(layout) / PIXELS_PER_DOT);
        return Math.max(DOTS_WANTED_MIN, Math.min(most, DOTS_WANTED_PER_NODE * layout.nodeCount()));
    }

    /** Pixels of a screen at arm's length. */
    private static double sizeOf(StageLayout layout) {
        return layout.width() * layout.height() / (layout.textScale() * layout.textScale());
    }

    /** The next of 1, 2, 5, 10, 20, 50 ... */
    static double roundUp(double value) {
        double decade = 1;
        while (decade * 10 <= value) {
            decade *= 10;
        }
        for (double step : new double[] {1, 2, 5}) {
            if (step * decade >= value * (1 - 1e-9)) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    /** How many searches there are to draw from, by volume if they are few and otherwise by node. */
    private int countSearches(Snapshot snapshot) {
        askingCount = 0;
        if (snapshot.volumeCount() <= FOLLOWED_VOLUMES_MAX) {
            asking = asking.length < snapshot.volumeCount() ? new int[snapshot.volumeCount()] : asking;
            for (int each = 0; each < snapshot.volumeCount(); each++) {
                if (snapshot.phase(each) == Phase.ROUND) {
                    asking[askingCount++] = each;
                }
            }
            return askingCount;
        }
        int nodes = snapshot.nodeCount();
        searchingUpTo = searchingUpTo.length < nodes ? new int[nodes] : searchingUpTo;
        int total = 0;
        for (int node = 0; node < nodes; node++) {
            total += snapshot.searching(node);
            searchingUpTo[node] = total;
        }
        return total;
    }

    private int nodeOfSearch(int index, int nodes) {
        int found = Arrays.binarySearch(searchingUpTo, 0, nodes, index + 1);
        int node = found >= 0 ? found : -found - 1;
        while (node > 0 && searchingUpTo[node - 1] > index) {
            node--; // nodes without a search repeat the sum of the one before
        }
        return node;
    }

    private void spawn(byte what, int from, int to, int asker, boolean isRefused, float start) {
        int i = count++;
        kind[i] = what;
        this.isRefused[i] = isRefused;
        source[i] = from;
        target[i] = to;
        volume[i] = asker;
        offsets[i] = random.nextInt();
        progress[i] = Math.min(0.999f, start);
        double spread = 1 + FLIGHT_SPREAD * (2 * random.nextDouble() - 1);
        speed[i] = (float) (spread / FLIGHT_SECONDS);
    }

    // Claims and copies

    private void showClaims(Snapshot before, Snapshot now, StageLayout layout, double seconds) {
        if (now.volumeCount() > CLAIM_VOLUMES_MAX) {
            return;
        }
        findClaims(before, now);
        claims.advance(claimCount, seconds, Math.max(DOTS_WANTED_MIN, sizeOf(layout) / PIXELS_PER_CLAIM));
        double perDot = claims.claimsPerDot();
        for (int i = 0; i < claimCount && count < DOTS_MAX; i++) {
            if (perDot == 1 || random.nextDouble() * perDot < 1) {
                int each = claimed[i];
                spawn(CLAIM, now.sourceNode(each), now.placeNode(each, now.replicaCount()), each, false, 0);
            }
        }
    }

    private void findClaims(Snapshot before, Snapshot now) {
        claimCount = 0;
        for (int each = 0; each < now.volumeCount(); each++) {
            boolean isClaim = now.volumeState(each) == VolumeState.COPYING
                    && before.volumeState(each) == VolumeState.SEARCHING
                    && now.placeNode(each, now.replicaCount()) >= 0;
            if (isClaim) {
                claimed = claimCount < claimed.length ? claimed : Arrays.copyOf(claimed, 2 * claimCount);
                claimed[claimCount++] = each;
            }
        }
    }

    private void followCopies(Snapshot snapshot) {
        streamCount = 0;
        int left = snapshot.volumeCount(VolumeState.COPYING);
        for (int each = 0; each < snapshot.volumeCount() && left > 0 && streamCount < STREAMS_MAX; each++) {
            if (snapshot.volumeState(each) == VolumeState.COPYING) {
                left--;
                if (snapshot.isStreaming(each)) {
                    follow(snapshot.copy(each));
                }
            }
        }
    }

    private void follow(Snapshot.Copy copy) {
        if (streamCount == streamVolume.length) {
            int longer = Math.min(STREAMS_MAX, 2 * streamCount);
            streamVolume = Arrays.copyOf(streamVolume, longer);
            streamSource = Arrays.copyOf(streamSource, longer);
            streamTarget = Arrays.copyOf(streamTarget, longer);
            streamProgress = Arrays.copyOf(streamProgress, longer);
        }
        streamVolume[streamCount] = copy.volume();
        streamSource[streamCount] = copy.source();
        streamTarget[streamCount] = copy.target();
        streamProgress[streamCount++] = (float) Math.max(0, Math.min(1, copy.progress()));
    }
}
