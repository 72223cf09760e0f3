package mirrorstorm.engine;

import java.lang.reflect.Array;

/** The pass that makes one run equal to another. */
public enum ColumnCopy implements Columns {
    /** Copies everything. */
    WHOLE,
    /** Copies all but the {@link #large} arrays: a checkpoint keeps these in another way. */
    SMALL;

    @Override
    public int value(int mine, int other) {
        return other;
    }

    @Override
    public long value(long mine, long other) {
        return other;
    }

    @Override
    public double value(double mine, double other) {
        return other;
    }

    @Override
    public boolean value(boolean mine, boolean other) {
        return other;
    }

    @Override
    public <T> T shared(T mine, T other) {
        return other;
    }

    @Override
    public <A> A array(A mine, A other) {
        int length = Array.getLength(other);
        A kept = Array.getLength(mine) == length ? mine : ColumnLength.ofLength(other, length);
        System.arraycopy(other, 0, kept, 0, length);
        return kept;
    }

    @Override
    public <A> void fixed(A mine, A other) {
        int length = Array.getLength(mine);
        assert length == Array.getLength(other) : length;
        System.arraycopy(other, 0, mine, 0, length);
    }

    @Override
    public <A> void large(A mine, A other) {
        if (this == WHOLE) {
            fixed(mine, other);
        }
    }

    @Override
    public <T extends Copyable<T>> void part(T mine, T other) {
        mine.copyFrom(other);
    }
}
