package mirrorstorm.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.TimedIntervention;

/**
 * Chooses how fast a run is shown, so that all of it makes a showing of about three minutes: quiet hours fly, and
 * what is worth seeing gets its seconds. A function of the plan, of the moment and of what has surprised so far.
 *
 * <p>The speed is the least of some <i>limits</i>: a cruising speed, and around each moment worth seeing a slow
 * stretch with a ramp on either side. A ramp is linear in simulated time, {@code v = v0 + r * distance}, which is
 * exponential in the viewer's time: speed grows and shrinks by the same factor each second. Cruising speed is what
 * makes the planned part last {@link #PLANNED_SECONDS}.
 */
public final class AutoSpeed {

    /** How long the showing is without surprises, seconds of the viewer. */
    static final double PLANNED_SECONDS = 165;

    private static final double CRUISE_MAX = 12 * 3_600;
    private static final double SPEED_MIN = 1e-3;

    /** Planned interventions are shown at 1 min/s; in runs of less than ten hours at less. */
    private static final double INTERVENTION_SPEED_MAX = 60;

    private static final double INTERVENTION_PARTS = 600;

    /** The calm before the first event takes this long, seconds of the viewer. */
    private static final double OPENING_SECONDS = 8;

    /** A trigger that lasts is shown in about this time, seconds of the viewer; its first moments take as long. */
    private static final double TRIGGER_SECONDS = 8;

    private static final double STRIKE_PARTS = 4;
    private static final double TRIGGER_PARTS = 6;

    /** Growth of speed around what is planned, factor e a second. */
    private static final double RAMP = 2.2;

    /** How slowly the aftermath of a trigger is left. */
    private static final double AFTERMATH_RAMP = 0.3;

    /** After refusals began, until a node crashes, this many times the speed of interventions, growing. */
    private static final double SUSPENSE = 8;

    private static final double SUSPENSE_RAMP = 0.05;

    /** While a storm rages speed is at most this part of cruising speed, growing the longer it rages. */
    private static final double STORM_PARTS = 3;

    private static final double STORM_RAMP = 0.03;

    /**
     * Bounds speed around a stretch of time. Times in simulated seconds, speeds in simulated seconds a second.
     *
     * @param rampIn  growth of the bound with the distance before the stretch
     * @param rampOut growth behind it
     */
    private record Limit(double from, double to, double speed, double rampIn, double rampOut) {
        double at(double time) {
            if (time < from) {
                return speed + rampIn * (from - time);
            }
            return time > to ? speed + rampOut * (time - to) : speed;
        }
    }

    private final double horizon;
    private final double interventionSpeed;
    private final List<Limit> planned = new ArrayList<>();
    private final double cruise;

    /** @param plan what the scenario has planned, in order of time */
    public AutoSpeed(List<TimedIntervention> plan, Duration horizon) {
        this.horizon = Nanos.toSeconds(horizon);
        interventionSpeed = Math.min(INTERVENTION_SPEED_MAX, this.horizon / INTERVENTION_PARTS);
        for (TimedIntervention each : plan) {
            plan(Nanos.toSeconds(each.timeNanos()), each.intervention());
        }
        plan.stream()
                .mapToLong(TimedIntervention::timeNanos)
                .filter(timeNanos -> timeNanos > 0)
                .findFirst()
                .ifPresent(first -> open(Nanos.toSeconds(first)));
        planned.add(new Limit(this.horizon - interventionSpeed, this.horizon, interventionSpeed, RAMP, RAMP));
        cruise = cruisingSpeed();
    }

    private void open(double first) {
        planned.add(new Limit(0, first, first / OPENING_SECONDS, RAMP, RAMP));
    }

    private void plan(double time, Intervention intervention) {
        // a leak is a trigger, too, but at its moment there is nothing to see yet
        if (!(intervention instanceof Intervention.Outage outage)) {
            planned.add(around(time));
            return;
        }
        double lasting = Nanos.toSeconds(outage.duration());
        double speed = lasting > 0
                ? Math.min(interventionSpeed, lasting / TRIGGER_SECONDS)
                : interventionSpeed / TRIGGER_PARTS;
        double strike = speed / STRIKE_PARTS;
        planned.add(new Limit(time - strike, time + 0.6 * TRIGGER_SECONDS * strike, strike, RAMP, RAMP));
        planned.add(new Limit(time, time + lasting + TRIGGER_SECONDS / 2 * speed, speed, RAMP, AFTERMATH_RAMP));
    }

    private Limit around(double time) {
        return new Limit(time - interventionSpeed, time + 2.5 * interventionSpeed, interventionSpeed, RAMP, RAMP);
    }

    /** The speed at which the planned part takes as long as it should, as near as bounds allow. */
    private double cruisingSpeed() {
        double low = Math.log(Math.max(SPEED_MIN, horizon / (10 * PLANNED_SECONDS)));
        double high = Math.log(CRUISE_MAX);
        for (int i = 0; i < 24 && low < high; i++) {
            double middle = (low + high) / 2;
            if (seconds(Math.exp(middle)) > PLANNED_SECONDS) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(Math.max(low, high));
    }

    /** How long the planned part takes at a cruising speed, seconds of the viewer. */
    private double seconds(double cruisingSpeed) {
        double step = 0.1;
        double seconds = 0;
        for (double time = 0; time < horizon && seconds < 10 * PLANNED_SECONDS; seconds += step) {
            time += step * least(planned, time, cruisingSpeed);
        }
        return seconds;
    }

    private static double least(List<Limit> limits, double time, double most) {
        double least = most;
        for (Limit limit : limits) {
            least = Math.min(least, limit.at(time));
        }
        return Math.max(SPEED_MIN, least);
    }

    /** The speed for these cues, simulated nanoseconds a second of the viewer, smoothed by {@link SpeedSmoother}. */
    public double nanosPerSecond(SpeedCues cues) {
        double time = Nanos.toSeconds(cues.timeNanos());
        List<Limit> limits = new ArrayList<>();
        boolean isCrashSeen = false;
        double refusal = Double.NaN;
        for (SpeedCues.Surprise surprise : cues.surprises()) {
            double when = Nanos.toSeconds(surprise.timeNanos());
            limits.add(surprising(surprise.kind(), when));
            isCrashSeen |= surprise.kind() == SpeedCues.Kind.FIRST_CRASH && when <= time;
            refusal = surprise.kind() == SpeedCues.Kind.FIRST_REFUSAL ? when : refusal;
        }
        if (cues.isStorming() && refusal <= time) {
            limits.add(new Limit(refusal, refusal, cruise / STORM_PARTS, RAMP, STORM_RAMP));
            if (!isCrashSeen) {
                limits.add(new Limit(refusal, refusal, SUSPENSE * interventionSpeed, RAMP, SUSPENSE_RAMP));
            }
        }
        return Nanos.ofSeconds(least(limits, time, least(planned, time, cruise)));
    }

    private Limit surprising(SpeedCues.Kind kind, double when) {
        return switch (kind) {
            case FIRST_REFUSAL -> new Limit(when, when + interventionSpeed, interventionSpeed / 4, RAMP, 1);
            case FIRST_CRASH, LIVE_INTERVENTION ->
                new Limit(when, when + 2 * interventionSpeed, interventionSpeed / 2, RAMP, 1);
        };
    }
}
