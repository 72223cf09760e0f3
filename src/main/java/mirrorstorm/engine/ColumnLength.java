package mirrorstorm.engine;

import java.lang.reflect.Array;

/** The pass that gives the growing arrays of one object another length; new entries are 0. */
public record ColumnLength(int length) implements Columns {

    /** The length must not be negative. */
    public ColumnLength {
        assert length >= 0 : length;
    }

    @Override
    public <A> A array(A mine, A other) {
        assert length >= Array.getLength(mine) : length;
        A resized = ofLength(mine, length);
        System.arraycopy(mine, 0, resized, 0, Math.min(length, Array.getLength(mine)));
        return resized;
    }

    /** An array of the same type, of zeros. */
    @SuppressWarnings("unchecked") // An array of the element type of an A is an A.
    static <A> A ofLength(A like, int length) {
        return (A) Array.newInstance(like.getClass().getComponentType(), length);
    }
}
