package mirrorstorm.metrics;

import java.util.Arrays;
import java.util.List;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.Metric;
import mirrorstorm.model.Simulation;

/**
 * What was measured at equally spaced moments of a run. NaN where there is nothing to say. Memory is bounded by
 * {@link #SAMPLES_MAX}; a run that would need more takes wider spacing.
 */
public final class Series {

    /** Most samples that a series holds: four days at one a second, some 140 MiB with four zones. */
    public static final int SAMPLES_MAX = 400_000;

    private static final Metric[] METRICS = Metric.values();
    private static final int INITIAL_CAPACITY = 256;

    private final long spacingNanos;
    private final double[][] columns;
    // Totals so far, from which the rates of the next sample follow.
    private double[] probes;
    private double[] copies;
    private final double[][] calls;
    private final double[][] failedCalls;
    // Zone by zone.
    private final double[][] errorShares;
    private final double[][] latencyP50Seconds;
    private final double[][] latencyP99Seconds;
    private final int affectedZone;
    private int size;
    /** Samples before this one are seen by a copy, or by what this is a copy of: they are never written again. */
    private int sharedSize;

    /**
     * An empty series; sample i is taken at i times the spacing.
     *
     * @param spacingNanos nanoseconds, &gt; 0
     * @param zoneCount    availability zones of the region
     * @param affectedZone the one that is simulated node by node
     */
    public Series(long spacingNanos, int zoneCount, int affectedZone) {
        if (spacingNanos <= 0) {
            throw new IllegalArgumentException("spacingNanos must be > 0, was " + spacingNanos);
        }
        this.spacingNanos = spacingNanos;
        this.affectedZone = affectedZone;
        columns = new double[METRICS.length][INITIAL_CAPACITY];
        probes = new double[INITIAL_CAPACITY];
        copies = new double[INITIAL_CAPACITY];
        calls = new double[zoneCount][INITIAL_CAPACITY];
        failedCalls = new double[zoneCount][INITIAL_CAPACITY];
        errorShares = new double[zoneCount][INITIAL_CAPACITY];
        latencyP50Seconds = new double[zoneCount][INITIAL_CAPACITY];
        latencyP99Seconds = new double[zoneCount][INITIAL_CAPACITY];
    }

    /** All that another one has, in the same arrays. */
    private Series(Series other) {
        spacingNanos = other.spacingNanos;
        affectedZone = other.affectedZone;
        columns = other.columns.clone();
        probes = other.probes;
        copies = other.copies;
        calls = other.calls.clone();
        failedCalls = other.failedCalls.clone();
        errorShares = other.errorShares.clone();
        latencyP50Seconds = other.latencyP50Seconds.clone();
        latencyP99Seconds = other.latencyP99Seconds.clone();
        size = other.size;
        sharedSize = Integer.MAX_VALUE;
    }

    /** How many samples there are. */
    public int size() {
        return size;
    }

    /** Nanoseconds from one sample to the next. */
    public long spacingNanos() {
        return spacingNanos;
    }

    /** When sample {@code i} was or will be taken, nanoseconds since the start of the run. */
    public long timeNanos(int i) {
        return i * spacingNanos;
    }

    /** The value of one metric in sample {@code i} of [0, {@link #size}); NaN for nothing to say. */
    public double get(Metric metric, int i) {
        assert i >= 0 && i < size : i + " of " + size;
        return columns[metric.ordinal()][i];
    }

    /** Share of a zone's API calls that failed in the interval before sample {@code i}; NaN if there were none. */
    public double errorShare(int zone, int i) {
        return errorShares[zone][i];
    }

    /** API calls of the zones other than the affected one whose outcome was known by sample {@code i}. */
    public double otherCalls(int i) {
        return others(calls, i);
    }

    /** Those of them that had failed. */
    public double otherFailedCalls(int i) {
        return others(failedCalls, i);
    }

    private double others(double[][] byZone, int i) {
        double sum = 0;
        for (int zone = 0; zone < byZone.length; zone++) {
            sum += zone == affectedZone ? 0 : byZone[zone][i];
        }
        return sum;
    }

    /** Median latency of a zone's API calls in the interval before sample {@code i}, seconds; NaN for none. */
    public double latencyP50Seconds(int zone, int i) {
        return latencyP50Seconds[zone][i];
    }

    /** 99th percentile of that latency, seconds; NaN if there were no calls. */
    public double latencyP99Seconds(int zone, int i) {
        return latencyP99Seconds[zone][i];
    }

    /** Takes the next sample; the simulation's clock must stand at its time. */
    public void sample(Simulation simulation, ApiRecorder api) {
        assert simulation.clockNanos() == timeNanos(size) : simulation.clockNanos();
        if (size == probes.length) {
            grow();
        } else if (size < sharedSize) {
            moveOut(probes.length);
        }
        int i = size++;
        probes[i] = simulation.probes();
        copies[i] = simulation.finishedCopyCount();
        for (Metric metric : METRICS) {
            columns[metric.ordinal()][i] = Gauge.read(simulation, metric);
        }
        for (int zone = 0; zone < calls.length; zone++) {
            calls[zone][i] = simulation.controlPlane().calls(zone);
            failedCalls[zone][i] = simulation.controlPlane().failedCalls(zone);
        }
        if (i > 0) {
            double seconds = Nanos.toSeconds(spacingNanos);
            put(Metric.PROBES_PER_SECOND, i, IntervalRate.perSecond(probes[i], probes[i - 1], seconds));
            put(Metric.COPIES_PER_SECOND, i, IntervalRate.perSecond(copies[i], copies[i - 1], seconds));
        }
        sampleApi(simulation, api, i);
    }

    private void sampleApi(Simulation simulation, ApiRecorder api, int i) {
        double otherCalls = 0;
        double otherFailures = 0;
        for (int zone = 0; zone < calls.length; zone++) {
            double made = calls[zone][i] - (i > 0 ? calls[zone][i - 1] : 0);
            double failed = failedCalls[zone][i] - (i > 0 ? failedCalls[zone][i - 1] : 0);
            errorShares[zone][i] = IntervalRate.share(failed, made);
            latencyP50Seconds[zone][i] = api.medianSeconds(simulation, zone);
            latencyP99Seconds[zone][i] = api.tailSeconds(simulation, zone);
            if (zone != affectedZone) {
                otherCalls += made;
                otherFailures += failed;
            }
        }
        put(Metric.API_ERROR_SHARE, i, IntervalRate.share(otherFailures, otherCalls));
        put(Metric.API_LATENCY_P50_SECONDS, i, api.medianSeconds(simulation, ApiRecorder.OTHER_ZONES));
        put(Metric.API_LATENCY_P99_SECONDS, i, api.tailSeconds(simulation, ApiRecorder.OTHER_ZONES));
    }

    private void put(Metric metric, int i, double value) {
        columns[metric.ordinal()][i] = value;
    }

    /**
     * Share of a zone's API calls that failed in the last {@code windowNanos} before the simulation's clock, or since
     * the last sample before that; NaN if there were none. The simulation is the one that was sampled.
     */
    public double errorShareOver(long windowNanos, Simulation simulation, int zone) {
        long from = Math.max(0, simulation.clockNanos() - windowNanos);
        int i = (int) Math.min(size - 1L, from / spacingNanos);
        double made = simulation.controlPlane().calls(zone) - (i >= 0 ? calls[zone][i] : 0);
        double failed = simulation.controlPlane().failedCalls(zone) - (i >= 0 ? failedCalls[zone][i] : 0);
        return Math.max(0, Math.min(1, IntervalRate.share(failed, made)));
    }

    /** Forgets every sample taken at {@code timeNanos} or later: from there the run takes another branch. */
    public void truncateFrom(long timeNanos) {
        size = (int) Math.min(size, (timeNanos + spacingNanos - 1) / spacingNanos);
    }

    /**
     * A copy that stays as it is whatever becomes of this one; another thread may read it once it was handed over. It
     * costs next to nothing: samples are only ever appended, so both keep them in the same arrays. Whichever would
     * overwrite a sample, because it was cut short and takes another branch, moves into arrays of its own.
     */
    public Series copy() {
        sharedSize = Math.max(sharedSize, size);
        return new Series(this);
    }

    private void grow() {
        if (size >= SAMPLES_MAX) {
            throw new IllegalStateException("a series holds at most " + SAMPLES_MAX + " samples");
        }
        moveOut(Math.min(2 * size, SAMPLES_MAX));
    }

    /** Into arrays that nobody else sees, of that length. */
    private void moveOut(int length) {
        probes = Arrays.copyOf(probes, length);
        copies = Arrays.copyOf(copies, length);
        for (double[][] rows :
                List.of(columns, calls, failedCalls, errorShares, latencyP50Seconds, latencyP99Seconds)) {
            for (int row = 0; row < rows.length; row++) {
                rows[row] = Arrays.copyOf(rows[row], length);
            }
        }
        sharedSize = 0;
    }
}
