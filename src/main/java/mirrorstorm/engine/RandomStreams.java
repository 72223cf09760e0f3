package mirrorstorm.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** The named streams of one run. */
public final class RandomStreams {

    private final long seed;
    private final int replication;
    private final Map<String, RandomStream> byPurpose = new LinkedHashMap<>();

    /** The streams of one replication, none of which is in use yet. */
    public RandomStreams(long seed, int replication) {
        assert replication >= 0 : replication;
        this.seed = seed;
        this.replication = replication;
    }

    /** The one stream for this purpose; see {@link RandomStream#of}. */
    public RandomStream of(String purpose) {
        RandomStream stream = byPurpose.get(purpose);
        if (stream == null) {
            stream = RandomStream.of(seed, replication, purpose);
            byPurpose.put(purpose, stream);
        }
        return stream;
    }

    /** All streams in use begin anew, as those of another seed and replication. */
    public void reseed(long otherSeed, int otherReplication) {
        assert otherReplication >= 0 : otherReplication;
        byPurpose.forEach((purpose, stream) -> stream.copyFrom(RandomStream.of(otherSeed, otherReplication, purpose)));
    }
}
