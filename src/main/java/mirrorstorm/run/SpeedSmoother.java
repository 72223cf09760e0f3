package mirrorstorm.run;

/**
 * Follows the speed that a {@link AutoSpeed} wants without jumping to it: nothing in a showing should jerk, not even
 * what nobody could foresee.
 */
public final class SpeedSmoother {

    /** Largest change of speed in a second of the viewer, as a power of e. */
    private static final double RISE = 2.5;

    private static final double FALL = 6;

    private double nanosPerSecond = Double.NaN;

    /** The next speed is taken as it comes: something else than the run's own course has led there. */
    public void forget() {
        nanosPerSecond = Double.NaN;
    }

    /**
     * The speed to show at, simulated nanoseconds a second.
     *
     * @param wanted         simulated nanoseconds a second, &gt; 0
     * @param elapsedSeconds since the last call, seconds of the viewer
     */
    public double follow(double wanted, double elapsedSeconds) {
        double slowest = nanosPerSecond * Math.exp(-FALL * elapsedSeconds);
        double fastest = nanosPerSecond * Math.exp(RISE * elapsedSeconds);
        nanosPerSecond = Double.isNaN(nanosPerSecond) ? wanted : Math.max(slowest, Math.min(fastest, wanted));
        return nanosPerSecond;
    }
}
