package mirrorstorm.model;

import mirrorstorm.engine.Nanos;

/** How often something happens. Written as text with a unit in scenario files: {@code "5/s"}, {@code "200/h"}. */
public record Rate(double perSecond) {

    /** @throws IllegalArgumentException if the rate is negative or not finite */
    public Rate {
        if (!(perSecond >= 0) || Double.isInfinite(perSecond)) {
            throw new IllegalArgumentException("a rate must be >= 0 and finite, was " + perSecond);
        }
    }

    /** The mean time between two, in nanoseconds; infinite for a rate of 0. */
    public double meanNanos() {
        return Nanos.meanBetween(perSecond);
    }
}
