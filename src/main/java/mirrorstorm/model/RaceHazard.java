package mirrorstorm.model;

import mirrorstorm.engine.Nanos;

/**
 * The race in closing requests as a rate: how fast a node crashes on which rounds fail at a known rate. The number of
 * other rounds in the last window is taken as Poisson.
 *
 * @param alone  the probability that a failed round crashes its node by the pairs among its own requests
 * @param others how much each other failed round a second adds to the exponent of surviving the pairs with them
 */
public record RaceHazard(double alone, double others) {

    /** A share in [0, 1], and a number that is not negative. */
    public RaceHazard {
        assert alone >= 0 && alone <= 1 : alone;
        assert others >= 0 : others;
    }

    /** The hazard under these settings. */
    public static RaceHazard of(Settings settings) {
        double p = settings.race().probability();
        int k = settings.search().probes();
        double windowSeconds = Nanos.toSeconds(settings.race().window());
        return new RaceHazard(
                Race.crashProbability(p, k * (k - 1) / 2.0), windowSeconds * Race.crashProbability(p, (double) k * k));
    }

    /** The probability that a failed round crashes a node on which rounds fail at {@code roundsPerSecond}. */
    public double perRound(double roundsPerSecond) {
        assert roundsPerSecond >= 0 : roundsPerSecond;
        return 1 - (1 - alone) * StrictMath.exp(-roundsPerSecond * others);
    }

    /** The rate, per second, of crashes of a node on which rounds fail at {@code roundsPerSecond}. */
    public double perSecond(double roundsPerSecond) {
        return roundsPerSecond * perRound(roundsPerSecond);
    }

    /**
     * Crashes that one more failed round brings: the derivative of {@link #perSecond}. More than {@link #perRound},
     * since the round also endangers those that were there before.
     */
    public double perAddedRound(double roundsPerSecond) {
        assert roundsPerSecond >= 0 : roundsPerSecond;
        double exponent = roundsPerSecond * others;
        return 1 - (1 - alone) * StrictMath.exp(-exponent) * (1 - exponent);
    }
}
