package mirrorstorm.run.sweep;

/**
 * Which part of a sweep one process does: every cell whose number leaves this index when divided by the count.
 *
 * @param index from 0
 * @param of    how many shards there are
 */
public record Shard(int index, int of) {

    /** A whole sweep in one process. */
    public static final Shard WHOLE = new Shard(0, 1);

    /** Most shards that a sweep is cut into. */
    public static final int SHARDS_MAX = 100_000;

    public Shard {
        if (of < 1 || of > SHARDS_MAX || index < 0 || index >= of) {
            throw new IllegalArgumentException("no shard: " + index + " of " + of);
        }
    }

    /** Whether a cell is in it. */
    public boolean contains(int cell) {
        return cell % of == index;
    }
}
