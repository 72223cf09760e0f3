package mirrorstorm.scenario;

/**
 * What values a lever takes, and which of these its slider covers, as magnitudes: durations in seconds, rates per
 * second, everything else as it is. Whatever is outside the slider's part can still be typed.
 *
 * @param min       the smallest value
 * @param max       the largest value
 * @param sliderMin the left end of the slider; below it only zero, if {@code min} is zero
 * @param sliderMax the right end of the slider
 */
public record LeverRange(double min, double max, double sliderMin, double sliderMax, Scale scale) {

    /** Share of a logarithmic slider that stands for zero, where zero is allowed. */
    private static final double ZERO_SHARE = 0.04;

    /** How a slider's positions are spread over its values. */
    public enum Scale {
        /** Equal steps add equally. */
        LINEAR,
        /** Equal steps multiply equally; zero, where it is allowed, has its own place at the left end. */
        LOGARITHMIC
    }

    public LeverRange {
        boolean isOrdered = min <= sliderMin && sliderMin < sliderMax && sliderMax <= max;
        if (!isOrdered || (scale == Scale.LOGARITHMIC && !(sliderMin > 0))) {
            throw new IllegalArgumentException("no range: " + min + " " + sliderMin + " " + sliderMax + " " + max);
        }
    }

    /** Whether {@code magnitude} is allowed. */
    boolean contains(double magnitude) {
        return magnitude >= min && magnitude <= max;
    }

    /** The slider's position for a magnitude, in [0, 1]; what lies beyond an end of the slider is at that end. */
    double toPosition(double magnitude) {
        if (scale == Scale.LINEAR) {
            return clamp((magnitude - sliderMin) / (sliderMax - sliderMin));
        }
        double zeroShare = hasZero() ? ZERO_SHARE : 0;
        if (magnitude <= 0) {
            return 0;
        }
        double share = Math.log(magnitude / sliderMin) / Math.log(sliderMax / sliderMin);
        return zeroShare + (1 - zeroShare) * clamp(share);
    }

    /** The magnitude at a position in [0, 1]. */
    double fromPosition(double position) {
        double share = clamp(position);
        if (scale == Scale.LINEAR) {
            return sliderMin + share * (sliderMax - sliderMin);
        }
        double zeroShare = hasZero() ? ZERO_SHARE : 0;
        if (hasZero() && share < zeroShare / 2) {
            return 0;
        }
        return sliderMin * Math.pow(sliderMax / sliderMin, clamp((share - zeroShare) / (1 - zeroShare)));
    }

    private boolean hasZero() {
        return min == 0;
    }

    private static double clamp(double share) {
        return Math.max(0, Math.min(1, share));
    }
}
