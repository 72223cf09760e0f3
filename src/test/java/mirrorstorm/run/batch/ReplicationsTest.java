package mirrorstorm.run.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many jobs on several threads: the same results in the same order, whatever the threads do. */
class ReplicationsTest {

    private final CancellationToken work = new CancellationToken();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void resultsArriveInOrderOfTheirNumber(int threads) {
        work.plan(500);
        List<Integer> squares = Replications.all(500, threads, work, i -> i * i);
        assertThat(squares)
                .isEqualTo(IntStream.range(0, 500).map(i -> i * i).boxed().toList());
        assertThat(work.doneShare()).isEqualTo(1);
    }

    @Test
    void aSlowJobHoldsBackThoseAfterItWithoutLosingThem() throws InterruptedException {
        CountDownLatch others = new CountDownLatch(20);
        List<Integer> order = new ArrayList<>();
        Replications.run(
                21,
                2,
                work,
                () -> i -> {
                    if (i == 0) {
                        await(others);
                    } else {
                        others.countDown();
                    }
                    return i;
                },
                (i, result) -> order.add(result));
        assertThat(order).isEqualTo(IntStream.range(0, 21).boxed().toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aFailureReachesWhoeverAskedWithTheNumberOfItsRun(int threads) {
        IllegalStateException seven = new IllegalStateException("seven");
        assertThatThrownBy(() -> Replications.all(100, threads, work, i -> {
                    if (i == 7) {
                        throw seven;
                    }
                    return i;
                }))
                .isInstanceOfSatisfying(Replications.FailedException.class, failed -> assertThat(failed.index())
                        .isEqualTo(7))
                .hasMessageContaining("run 7 of 100")
                .hasCause(seven);
        assertThat(work.isCancelled()).isFalse();
    }

    @Test
    void aFailureIsNotHeldUpByALongRunBeforeIt() {
        CountDownLatch isFirstRunning = new CountDownLatch(1);
        assertThatThrownBy(() -> Replications.all(2, 2, work, i -> {
                    if (i == 0) {
                        isFirstRunning.countDown();
                        while (true) {
                            work.goOn(); // until the failure of the other ends it
                        }
                    }
                    await(isFirstRunning);
                    throw new IllegalStateException("one");
                }))
                .hasMessageContaining("run 1 of 2");
    }

    @Test
    void whatDoesTheRunsIsMadeOnceForEachThreadAndSharedByNoTwo() {
        AtomicInteger made = new AtomicInteger();
        Replications.run(
                300,
                3,
                work,
                () -> {
                    made.incrementAndGet();
                    AtomicInteger users = new AtomicInteger();
                    return i -> {
                        assertThat(users.incrementAndGet()).isEqualTo(1);
                        users.decrementAndGet();
                        return i;
                    };
                },
                (i, result) -> {});
        assertThat(made).hasValueBetween(1, 3);
    }

    @Test
    void whoeverIsInterruptedCallsAllOfItOff() throws InterruptedException {
        CountDownLatch isRunning = new CountDownLatch(1);
        List<Throwable> thrown = new ArrayList<>();
        Thread caller = new Thread(() -> {
            try {
                Replications.all(4, 2, work, i -> {
                    while (true) {
                        isRunning.countDown();
                        work.goOn();
                    }
                });
            } catch (CancellationException e) {
                thrown.add(e);
            }
        });
        caller.start();
        isRunning.await();
        caller.interrupt();
        caller.join();
        assertThat(thrown).hasSize(1);
    }

    @Test
    void cancelledWorkEndsEarly() {
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> Replications.run(1_000, 2, work, () -> i -> i, (i, result) -> {
                    seen.add(result);
                    work.cancel();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(seen).hasSizeLessThan(1_000);
        assertThat(work.isCancelled()).isTrue();
    }

    @Test
    void pausedWorkGoesOnWhenItIsResumed() throws InterruptedException {
        work.pause();
        List<Integer> results = new ArrayList<>();
        Thread caller = new Thread(() -> results.addAll(Replications.all(10, 2, work, i -> i)));
        caller.start();
        assertThat(work.doneCount()).isZero();
        assertThat(work.isPaused()).isTrue();
        work.resume();
        caller.join();
        assertThat(results).hasSize(10);
    }

    @Test
    void aShareAndAMeanComeWithTheirIntervals() {
        Interval half = Interval.ofShare(50, 100);
        // Wilson 1927, by hand: (0.5 + z^2/200 -+ z sqrt(0.25/100 + z^2/40000)) / (1 + z^2/100), z = 1.95996
        assertThat(half.low()).isCloseTo(0.4038, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(half.high()).isCloseTo(0.5962, org.assertj.core.api.Assertions.within(1e-4));
        Interval mean = Interval.ofMean(new double[] {1, 2, 3, 4}, 0, 9);
        // t(3, 0.975) = 3.182, s = 1.2910: reach 3.182 * 1.2910 / sqrt(4), and no mean of these is below 0
        assertThat(mean.value()).isEqualTo(2.5);
        assertThat(mean.low()).isCloseTo(0.4457, org.assertj.core.api.Assertions.within(1e-3));
        assertThat(mean.high()).isCloseTo(4.5543, org.assertj.core.api.Assertions.within(1e-3));
        assertThat(Interval.quantile(new double[] {1, 2, Double.POSITIVE_INFINITY}, 0.95))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }
}
