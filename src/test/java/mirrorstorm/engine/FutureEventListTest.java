package mirrorstorm.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The future event list against a list that is sorted anew for every question. Replay: {@code -Dseed=42}. */
class FutureEventListTest {

    private static final double BYTES_PER_EVENT_MAX = 24;

    private final FutureEventList list = new FutureEventList();

    static LongStream seeds() {
        Long replayed = Long.getLong("seed");
        return replayed != null ? LongStream.of(replayed) : LongStream.rangeClosed(1, 40);
    }

    @Test
    void anEmptyListHasNothingToOffer() {
        assertThat(list.size()).isZero();
        assertThat(list.nextNanos()).isEqualTo(FutureEventList.NEVER);
        assertThatThrownBy(list::next).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void eventsOccurInTheOrderOfTheirTimesAndTakeTheClockThere() {
        list.schedule(30, 3);
        list.schedule(10, 1);
        list.schedule(20, 2);
        assertThat(list.nextNanos()).isEqualTo(10);
        assertThat(list.clockNanos()).isZero();
        for (int event = 1; event <= 3; event++) {
            assertThat(list.next()).isEqualTo(event);
            assertThat(list.clockNanos()).isEqualTo(10L * event);
        }
    }

    @Test
    void delaysCountFromThePresent() {
        list.schedule(10, 1);
        list.next();
        list.schedule(5, 2);
        assertThat(list.nextNanos()).isEqualTo(15);
    }

    @Test
    void simultaneousEventsOccurInTheOrderInWhichTheyWereScheduled() {
        for (int event = 0; event < 1_000; event++) {
            list.schedule(7, event);
        }
        for (int event = 0; event < 1_000; event++) {
            assertThat(list.next()).isEqualTo(event);
        }
    }

    @Test
    void thePastIsRefused() {
        assertThatThrownBy(() -> list.schedule(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        list.advanceTo(100);
        assertThatThrownBy(() -> list.advanceTo(99)).isInstanceOf(IllegalArgumentException.class);
        assertThat(list.clockNanos()).isEqualTo(100);
    }

    @Test
    void theClockDoesNotJumpOverAnEvent() {
        list.schedule(50, 0);
        assertThatThrownBy(() -> list.advanceTo(51)).isInstanceOf(IllegalArgumentException.class);
        list.advanceTo(50);
        assertThat(list.next()).isZero();
    }

    @Test
    void aTimeThatTheClockCannotShowIsRefused() {
        list.advanceTo(1);
        assertThatThrownBy(() -> list.schedule(Long.MAX_VALUE, 0)).isInstanceOf(ArithmeticException.class);
        assertThat(list.size()).isZero();
        list.schedule(Long.MAX_VALUE - 2, 1);
        assertThat(list.nextNanos()).isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void onlyWhatIsDueByATimeIsTakenByThen() {
        list.schedule(10, 1);
        list.schedule(20, 2);
        assertThat(list.nextBy(9)).isEqualTo(FutureEventList.NOTHING);
        assertThat(list.clockNanos()).isZero();
        assertThat(list.nextBy(10)).isEqualTo(1);
        assertThat(list.clockNanos()).isEqualTo(10);
        assertThat(list.nextBy(19)).isEqualTo(FutureEventList.NOTHING);
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.nextBy(Long.MAX_VALUE)).isEqualTo(2);
        assertThat(list.nextBy(Long.MAX_VALUE)).isEqualTo(FutureEventList.NOTHING);
    }

    @Test
    void aCancelledEventDoesNotOccur() {
        list.schedule(1, 1);
        long second = list.schedule(2, 2);
        list.schedule(3, 3);
        list.cancel(second);
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.next()).isEqualTo(1);
        assertThat(list.nextNanos()).isEqualTo(3);
        assertThat(list.next()).isEqualTo(3);
    }

    @Test
    void whatIsNotPendingCannotBeCancelled() {
        long handle = list.schedule(1, 1);
        list.cancel(handle);
        assertThatThrownBy(() -> list.cancel(handle)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> list.cancel(FutureEventList.NONE)).isInstanceOf(AssertionError.class);
    }

    @Test
    void cancelledEventsDoNotPileUp() {
        list.schedule(1, 0);
        long bytes = list.bytes();
        for (int i = 0; i < 100_000; i++) {
            list.cancel(list.schedule(1_000_000 - i, 1));
        }
        assertThat(list.bytes()).isLessThanOrEqualTo(4 * bytes);
        assertThat(list.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4_000, 65_537, 100_000, 131_073, 1_000_000})
    void aPendingEventTakesAtMost24Bytes(int pending) {
        for (int i = 0; i < pending; i++) {
            list.schedule(i, 0);
        }
        assertThat(list.bytes() / (double) pending).isLessThanOrEqualTo(BYTES_PER_EVENT_MAX);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverIsAskedTheAnswerIsThatOfASortedList(long seed) {
        agreesWithOracle(new FutureEventList(), seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOutlivesTheSequenceNumbers(long seed) {
        agreesWithOracle(new FutureEventList((1L << 31) - 500), seed);
        agreesWithOracle(new FutureEventList((1L << 32) - 500), seed);
    }

    private static void agreesWithOracle(FutureEventList list, long seed) {
        RandomStream draw = RandomStream.of(seed, 0, "schedule");
        Oracle oracle = new Oracle();
        double growth = 0.3 + 0.4 * draw.nextDouble();
        for (int i = 0; i < 3_000; i++) {
            double what = draw.nextDouble();
            if (what < growth) {
                long delay = draw.chance(0.3) ? 0 : draw.nextInt(50);
                oracle.schedule(delay, i, list.schedule(delay, i));
            } else if (what < growth + 0.2 && oracle.size() > 0) {
                list.cancel(oracle.removeAny(draw.nextInt(oracle.size())));
            } else if (oracle.size() > 0) {
                assertThat(list.next()).isEqualTo(oracle.next());
            } else {
                long stride = draw.nextInt(10);
                list.advanceTo(list.clockNanos() + stride);
                oracle.clockNanos += stride;
            }
            assertThat(list.size()).isEqualTo(oracle.size());
            assertThat(list.clockNanos()).isEqualTo(oracle.clockNanos);
            assertThat(list.nextNanos()).isEqualTo(oracle.nextNanos());
        }
        while (oracle.size() > 0) {
            assertThat(list.next()).isEqualTo(oracle.next());
        }
        assertThat(list.size()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCopyTakesTheSameCourseAndThenItsOwn(long seed) {
        RandomStream draw = RandomStream.of(seed, 0, "copy");
        List<Long> handles = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            handles.add(list.schedule(draw.nextInt(100), i));
        }
        for (int i = 0; i < 60; i++) {
            list.cancel(handles.remove(draw.nextInt(handles.size())));
        }
        FutureEventList copy = new FutureEventList();
        for (int i = 0; i < draw.nextInt(2_000); i++) {
            copy.schedule(i, i);
        }
        copy.copyFrom(list);
        long handle = handles.get(draw.nextInt(handles.size()));
        copy.cancel(handle);
        copy.schedule(50, 1_000);

        FutureEventList again = new FutureEventList();
        again.copyFrom(list);
        assertThat(drain(again)).isEqualTo(drain(list)).hasSize(140);
        assertThat(drain(copy)).hasSize(140).contains(1_000);
    }

    private static List<Integer> drain(FutureEventList list) {
        List<Integer> events = new ArrayList<>();
        while (list.size() > 0) {
            events.add(list.next());
        }
        return events;
    }

    /** The list as it should be: slow and obvious. */
    private static final class Oracle {

        private record Pending(long timeNanos, long sequence, int event, long handle) {}

        private final List<Pending> pending = new ArrayList<>();
        private long sequence;
        private long clockNanos;

        int size() {
            return pending.size();
        }

        void schedule(long delayNanos, int event, long handle) {
            pending.add(new Pending(clockNanos + delayNanos, sequence++, event, handle));
            pending.sort(Comparator.comparingLong(Pending::timeNanos).thenComparingLong(Pending::sequence));
        }

        long removeAny(int position) {
            return pending.remove(position).handle();
        }

        long nextNanos() {
            return pending.isEmpty() ? FutureEventList.NEVER : pending.get(0).timeNanos();
        }

        int next() {
            Pending first = pending.remove(0);
            clockNanos = first.timeNanos();
            return first.event();
        }
    }
}
