package mirrorstorm.engine;

import java.util.ArrayList;
import java.util.List;

/** The pass that collects the large arrays of a run, in the same order in every run of its kind. */
public final class LargeColumns implements Columns {

    private final List<Object> arrays = new ArrayList<>();

    @Override
    public <A> void large(A mine, A other) {
        assert mine instanceof byte[] || mine instanceof int[] || mine instanceof long[] : "no type that is kept";
        arrays.add(mine);
    }

    /** What was found: byte[], int[] and long[]. */
    public Object[] arrays() {
        return arrays.toArray();
    }
}
