package mirrorstorm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NanosTest {

    @Test
    void secondsAreABillionNanoseconds() {
        assertThat(Nanos.toSeconds(1_500_000_000L)).isEqualTo(1.5);
        assertThat(Nanos.toSeconds(0.5)).isEqualTo(0.5e-9);
        assertThat(Nanos.toSeconds(Duration.ofMinutes(1))).isEqualTo(60);
        assertThat(Nanos.ofSeconds(1.5)).isEqualTo(1_500_000_000);
    }

    @Test
    void ratesAndWaitsAreEachOthersInverse() {
        assertThat(Nanos.meanBetween(4)).isEqualTo(250_000_000);
        assertThat(Nanos.meanBetween(0)).isInfinite();
        assertThat(Nanos.perNano(4)).isEqualTo(4e-9);
    }

    @Test
    void aWholeNumberOfNanosecondsComesBackFromSeconds() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            long nanos = random.nextLong(Duration.ofDays(10).toNanos());
            assertThat(Math.round(Nanos.ofSeconds(Nanos.toSeconds(nanos)))).isEqualTo(nanos);
        }
    }
}
