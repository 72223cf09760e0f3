package mirrorstorm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The hash of a history: equal for equal histories only, for ever. */
class TraceHashTest {

    @Test
    void theHashOfAHistoryIsThatOfEveryMachineAndRelease() {
        assertThat(hash().hex()).isEqualTo("6d6972726f727374");
        assertThat(hash(0).hex()).isEqualTo("c5d5f4c26323b763");
        assertThat(hash(1, 2, 3).hex()).isEqualTo("4d9b7076937a0303");
    }

    @Test
    void orderAndNumberOfEntriesMatter() {
        Set<String> hashes = new HashSet<>();
        hashes.add(hash().hex());
        hashes.add(hash(0).hex());
        hashes.add(hash(0, 0).hex());
        hashes.add(hash(1, 2).hex());
        hashes.add(hash(2, 1).hex());
        hashes.add(hash(-1, 2).hex());
        assertThat(hashes).hasSize(6);
    }

    @Test
    void manyHistoriesDifferInTheirHashes() {
        Set<String> hashes = new HashSet<>();
        TraceHash hash = new TraceHash();
        for (int i = 0; i < 200_000; i++) {
            hash.add(i % 3);
            hashes.add(hash.hex());
        }
        assertThat(hashes).hasSize(200_000).allMatch(hex -> hex.length() == 16);
    }

    @Test
    void aCopyHasTheHistorySoFar() {
        TraceHash copy = hash(9, 9, 9);
        TraceHash original = hash(1, 2);
        copy.copyFrom(original);
        original.add(4);
        copy.add(3);
        assertThat(copy.hex()).isEqualTo(hash(1, 2, 3).hex());
        assertThat(original.hex()).isEqualTo(hash(1, 2, 4).hex());
    }

    private static TraceHash hash(long... history) {
        TraceHash hash = new TraceHash();
        for (long entry : history) {
            hash.add(entry);
        }
        return hash;
    }
}
