package mirrorstorm.engine;

/**
 * Many exponential clocks of different rates, of which one must be picked in proportion to its rate: a complete
 * binary tree of sums. Update and pick cost O(log n). Every inner node is the sum of its two children as they are
 * now, never a running difference, so equal rates give equal sums whatever happened before.
 */
public final class RateTree implements Copyable<RateTree> {

    private double[] sums;
    private int leafCount;

    /** A tree for the indices [0, {@code indexCount}), all of rate 0. */
    public RateTree(int indexCount) {
        assert indexCount >= 0 : indexCount;
        leafCount = leavesFor(indexCount);
        sums = new double[2 * leafCount];
    }

    /** The sum of all rates, per second. */
    public double total() {
        return sums[1];
    }

    /** The rate of one index, per second. */
    public double get(int index) {
        assert index >= 0 : index;
        return index < leafCount ? sums[leafCount + index] : 0;
    }

    /** Sets the rate (per second, finite, &gt;= 0) of one index; grows as needed. */
    public void set(int index, double ratePerSecond) {
        assert index >= 0 : index;
        assert ratePerSecond >= 0 && ratePerSecond < Double.POSITIVE_INFINITY : ratePerSecond;
        if (index >= leafCount) {
            grow(index + 1);
        }
        int i = leafCount + index;
        if (sums[i] == ratePerSecond) {
            return;
        }
        sums[i] = ratePerSecond;
        for (i >>= 1; i >= 1; i >>= 1) {
            sums[i] = sums[2 * i] + sums[2 * i + 1];
        }
    }

    /** An index, with probability rate / total; the total must not be 0. */
    public int draw(RandomStream stream) {
        assert sums[1] > 0 : "no rate to draw by";
        double rest = stream.nextDouble() * sums[1];
        int i = 1;
        while (i < leafCount) {
            i *= 2;
            // Rounding may leave a rest beyond the left sum when the right one is empty: never step into nothing.
            if (rest >= sums[i] && sums[i + 1] > 0) {
                rest -= sums[i];
                i++;
            }
        }
        assert sums[i] > 0 : "drawn by no rate";
        return i - leafCount;
    }

    @Override
    public void copyFrom(RateTree other) {
        if (sums.length != other.sums.length) {
            sums = new double[other.sums.length];
        }
        leafCount = other.leafCount;
        assert sums.length == 2 * leafCount : leafCount;
        System.arraycopy(other.sums, 0, sums, 0, sums.length);
    }

    @Override
    public long bytes() {
        return (long) Double.BYTES * sums.length;
    }

    private void grow(int indexCount) {
        assert indexCount > leafCount : indexCount;
        double[] old = sums;
        int oldLeafCount = leafCount;
        leafCount = leavesFor(indexCount);
        sums = new double[2 * leafCount];
        System.arraycopy(old, oldLeafCount, sums, leafCount, oldLeafCount);
        for (int i = leafCount - 1; i >= 1; i--) {
            sums[i] = sums[2 * i] + sums[2 * i + 1];
        }
    }

    private static int leavesFor(int indexCount) {
        int leaves = 1;
        while (leaves < indexCount) {
            leaves *= 2;
        }
        assert Integer.bitCount(leaves) == 1 && leaves >= indexCount : leaves;
        return leaves;
    }
}
