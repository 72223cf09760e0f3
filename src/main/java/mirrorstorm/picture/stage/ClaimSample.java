package mirrorstorm.picture.stage;

/**
 * How many claims one dot stands for: 1, so that every claim is seen, but where thousands of volumes find space within
 * a second, as right after a trigger. Their dots would hide the nodes that all of it is about.
 *
 * <p>The ratio rises at once and falls in steps: claims come in bursts, and a ratio that is told must be readable.
 */
final class ClaimSample {

    /** Claims of which a dot would be on its way now, if each had one; older ones fade out of it. */
    private double inFlight;

    private double claimsPerDot = 1;

    /**
     * Takes in a frame.
     *
     * @param claims  how many volumes found space since the last one
     * @param seconds of the real world since then
     * @param wanted  about how many dots may be on their way together, &gt; 0
     */
    void advance(int claims, double seconds, double wanted) {
        inFlight = inFlight * Math.exp(-seconds / Traffic.FLIGHT_SECONDS) + claims;
        double exact = inFlight / wanted;
        if (exact > claimsPerDot || exact < claimsPerDot / Traffic.STEADY) {
            claimsPerDot = Traffic.roundUp(Math.max(1, exact));
        }
    }

    /** How many claims one dot stands for: 1, 2, 5, 10, 20 ... */
    double claimsPerDot() {
        return claimsPerDot;
    }
}
