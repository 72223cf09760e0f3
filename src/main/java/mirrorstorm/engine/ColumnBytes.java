package mirrorstorm.engine;

import java.lang.reflect.Array;

/** The pass that counts the memory of everything but the large arrays. */
public final class ColumnBytes implements Columns {

    private long bytes;

    @Override
    public <A> A array(A mine, A other) {
        fixed(mine, other);
        return mine;
    }

    @Override
    public <A> void fixed(A mine, A other) {
        bytes += (long) Array.getLength(mine) * bytesEach(mine.getClass().getComponentType());
    }

    @Override
    public <T extends Copyable<T>> void part(T mine, T other) {
        bytes += mine.bytes();
    }

    private static int bytesEach(Class<?> type) {
        if (type == byte.class || type == boolean.class) {
            return Byte.BYTES;
        }
        return type == int.class ? Integer.BYTES : Long.BYTES;
    }

    /** About how many bytes there are; what is not an array counts for nothing. */
    public long bytes() {
        return bytes;
    }
}
