package mirrorstorm.engine;

/** What can be made equal to another of its kind, and from then on behaves exactly as that one would. */
public interface Copyable<T> {

    /** Makes this equal to {@code other}, which stays as it is. Reuses this one's memory if it suits. */
    void copyFrom(T other);

    /** About how much memory this takes, bytes; 0 if that is next to nothing. */
    default long bytes() {
        return 0;
    }
}
