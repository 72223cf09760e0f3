package mirrorstorm.engine;

/**
 * A pass over everything that makes up the state of a run, field by field. A class with state names its fields once, in
 * a method {@code columns(Columns, other)}; copying a run, making its arrays longer, counting its bytes and finding the
 * arrays of which checkpoints keep differences are passes. So a field that is named there is part of all of them, and
 * {@code StateCopyTest} fails for one that is not.
 *
 * <p>The other object is the one that is copied, or the same one where a pass does not copy. What a method returns is
 * what the field is to hold from now on; a pass that has no business with a kind of field leaves it as it is.
 */
public interface Columns {

    /** A number. */
    default int value(int mine, int other) {
        return mine;
    }

    /** A number. */
    default long value(long mine, long other) {
        return mine;
    }

    /** A number. */
    default double value(double mine, double other) {
        return mine;
    }

    /** A truth. */
    default boolean value(boolean mine, boolean other) {
        return mine;
    }

    /** Something that never changes, so that both may hold it; which one it is, does. */
    default <T> T shared(T mine, T other) {
        return mine;
    }

    /** An array of primitives that may become longer. */
    default <A> A array(A mine, A other) {
        return mine;
    }

    /** An array of primitives whose length never changes. */
    default <A> void fixed(A mine, A other) {}

    /**
     * An array of byte, int or long with an entry for each of very many things, whose length never changes: nearly all
     * of a run's memory. An empty copy of a run has none.
     */
    default <A> void large(A mine, A other) {}

    /** What is copied in a way of its own. */
    default <T extends Copyable<T>> void part(T mine, T other) {}
}
