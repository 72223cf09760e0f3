package mirrorstorm.metrics;

import java.util.Arrays;
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

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final int DIGITS = 2;
    private static final int BISECTIONS = 60;

    private final long spacingNanos;
    private final int affectedZone;
    private final Histogram[] micros;
    /** The sample to which what is recorded belongs: calls after the one before it, up to and including its time. */
    private long sample;

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
    }

    @Override
    public void onCall(long timeNanos, int zone, long latencyNanos, boolean failed) {
        long belongsTo = (timeNanos + spacingNanos - 1) / spacingNanos;
        if (belongsTo != sample) {
            sample = belongsTo;
            for (Histogram histogram : micros) {
                histogram.reset();
            }
        }
        micros[zone].recordValue((long) (latencyNanos / NANOS_PER_MICRO));
    }

    /**
     * A percentile of the latency since the last sample, seconds; the clock stands at a sample's time.
     *
     * @param zone    an index into the settings' zones, or {@link #OTHER_ZONES}
     * @param percent in (0, 100)
     * @return NaN if there were no calls, or none that was answered
     */
    double latencySeconds(Simulation simulation, int zone, double percent) {
        Histogram interval = zone == OTHER_ZONES ? othersMicros() : micros[zone];
        if (interval.getTotalCount() > 0 && sample == simulation.clockNanos() / spacingNanos) {
            return interval.getValueAtPercentile(percent) * NANOS_PER_MICRO / NANOS_PER_SECOND;
        }
        int like = zone == OTHER_ZONES ? anyOther() : zone;
        boolean mayTell = like >= 0 && simulation.controlPlaneCalm();
        return !mayTell ? Double.NaN : calmLatencySeconds(simulation, like, percent / 100);
    }

    private int anyOther() {
        for (int zone = 0; zone < micros.length; zone++) {
            if (zone != affectedZone) {
                return zone;
            }
        }
        return -1;
    }

    private Histogram othersMicros() {
        Histogram sum = new Histogram(DIGITS);
        for (int zone = 0; zone < micros.length; zone++) {
            if (zone != affectedZone) {
                sum.add(micros[zone]);
            }
        }
        return sum;
    }

    /** The quantile of a mixture of two exponential service times, by bisection. */
    private static double calmLatencySeconds(Simulation simulation, int zone, double share) {
        Settings.ControlPlane settings = simulation.cluster().settings().controlPlane();
        double creates = simulation.isDisabled(zone, RequestKind.CREATE_VOLUME)
                ? 0
                : settings.createVolume().rate().perSecond();
        double others = simulation.isDisabled(zone, RequestKind.OTHER)
                ? 0
                : settings.other().rate().perSecond();
        if (creates + others == 0) {
            return Double.NaN;
        }
        double createSeconds = settings.createVolume().serviceTime().toNanos() / NANOS_PER_SECOND;
        double otherSeconds = settings.other().serviceTime().toNanos() / NANOS_PER_SECOND;
        double low = 0;
        double high = -Math.max(createSeconds, otherSeconds) * Math.log(1 - share) + 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            double longer = (creates * Math.exp(-middle / createSeconds) + others * Math.exp(-middle / otherSeconds))
                    / (creates + others);
            if (longer > 1 - share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Makes this recorder equal to {@code other}, of a run of the same zones. */
    public void copyFrom(ApiRecorder other) {
        sample = other.sample;
        for (int zone = 0; zone < micros.length; zone++) {
            micros[zone].reset();
            micros[zone].add(other.micros[zone]);
        }
    }
}
