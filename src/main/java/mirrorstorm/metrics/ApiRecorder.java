package mirrorstorm.metrics;

import java.util.Arrays;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.CallListener;
import mirrorstorm.model.RequestKind;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;
import org.HdrHistogram.Histogram;

/**
 * How long API calls took since the last sample, zone by zone. In calm stretches no call is simulated; each takes
 * its exponential service time then, and the percentiles are those of that distribution.
 */
public final class ApiRecorder implements CallListener {

    /** All zones but the affected one, taken together. */
    public static final int OTHER_ZONES = -1;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final int DIGITS = 2;
    private static final double MEDIAN = 50;
    private static final double TAIL = 99;

    private final long spacingNanos;
    private final int affectedZone;
    private final Histogram[] micros;
    private final Histogram othersMicros = new Histogram(DIGITS);
    private final CalmLatency[] calmMedians;
    private final CalmLatency[] calmTails;
    /** The sample to which what is recorded belongs: calls after the one before it, up to and including its time. */
    private long sample;
    /** The end of that sample, nanoseconds. */
    private long sampleEndNanos;

    /**
     * Nothing recorded yet; listens to no simulation by itself.
     *
     * @param spacingNanos nanoseconds from one sample to the next
     */
    public ApiRecorder(Settings settings, long spacingNanos) {
        this.spacingNanos = spacingNanos;
        affectedZone = settings.fullZone();
        micros = new Histogram[settings.zones().size()];
        Arrays.setAll(micros, zone -> new Histogram(DIGITS));
        calmMedians = new CalmLatency[micros.length];
        Arrays.setAll(calmMedians, zone -> new CalmLatency(MEDIAN));
        calmTails = new CalmLatency[micros.length];
        Arrays.setAll(calmTails, zone -> new CalmLatency(TAIL));
    }

    @Override
    public void onCall(long timeNanos, int zone, long latencyNanos, boolean failed) {
        if (timeNanos > sampleEndNanos || timeNanos <= sampleEndNanos - spacingNanos) {
            sample = (timeNanos + spacingNanos - 1) / spacingNanos;
            sampleEndNanos = sample * spacingNanos;
            othersMicros.reset();
            for (Histogram histogram : micros) {
                histogram.reset();
            }
        }
        long latencyMicros = (long) (latencyNanos / NANOS_PER_MICRO);
        micros[zone].recordValue(latencyMicros);
        if (zone != affectedZone) {
            othersMicros.recordValue(latencyMicros);
        }
    }

    /** The median latency since the last sample, as {@link #tailSeconds}. */
    double medianSeconds(Simulation simulation, int zone) {
        return latencySeconds(simulation, zone, MEDIAN, calmMedians);
    }

    /**
     * The 99th percentile of the latency since the last sample, seconds; the clock stands at a sample's time.
     *
     * @param zone an index into the settings' zones, or {@link #OTHER_ZONES}
     * @return NaN if there were no calls, or none that was answered
     */
    double tailSeconds(Simulation simulation, int zone) {
        return latencySeconds(simulation, zone, TAIL, calmTails);
    }

    private double latencySeconds(Simulation simulation, int zone, double percent, CalmLatency[] calm) {
        Histogram interval = zone == OTHER_ZONES ? othersMicros : micros[zone];
        if (interval.getTotalCount() > 0 && sample == simulation.clockNanos() / spacingNanos) {
            return Nanos.toSeconds(interval.getValueAtPercentile(percent) * NANOS_PER_MICRO);
        }
        int like = zone == OTHER_ZONES ? anyOther() : zone;
        boolean mayTell = like >= 0 && simulation.controlPlane().isCalm();
        return mayTell ? calmSeconds(simulation, like, calm[like]) : Double.NaN;
    }

    private int anyOther() {
        for (int zone = 0; zone < micros.length; zone++) {
            if (zone != affectedZone) {
                return zone;
            }
        }
        return -1;
    }

    private static double calmSeconds(Simulation simulation, int zone, CalmLatency latency) {
        Settings.ControlPlane settings = simulation.cluster().settings().controlPlane();
        double creates = simulation.controlPlane().isDisabled(zone, RequestKind.CREATE_VOLUME)
                ? 0
                : settings.createVolume().rate().perSecond();
        double others = simulation.controlPlane().isDisabled(zone, RequestKind.OTHER)
                ? 0
                : settings.other().rate().perSecond();
        double createSeconds = Nanos.toSeconds(settings.createVolume().serviceTime());
        double otherSeconds = Nanos.toSeconds(settings.other().serviceTime());
        return latency.seconds(creates, others, createSeconds, otherSeconds);
    }

    /** Makes this recorder equal to {@code other}, of a run of the same zones. */
    public void copyFrom(ApiRecorder other) {
        sample = other.sample;
        sampleEndNanos = other.sampleEndNanos;
        othersMicros.reset();
        othersMicros.add(other.othersMicros);
        for (int zone = 0; zone < micros.length; zone++) {
            micros[zone].reset();
            micros[zone].add(other.micros[zone]);
        }
    }
}
