package mirrorstorm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.Metric;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.ValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {

    private static final long SECOND = 1_000_000_000L;

    private final Timeline run = new Timeline(Library.bundled("first-steps"), EngineKind.RATES, SECOND);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        stuck > 5 %                   | stuck > 5 %
        stuck>0.05                    | stuck > 5 %
        STUCK >= 12.5%                | stuck >= 12.5 %
        nodesCrashed != 0             | nodesCrashed != 0
        probesPerSecond > 1000/s      | probesPerSecond > 1000/s
        probesPerSecond > 60000/m     | probesPerSecond > 1000/s
        apiLatencyP99Seconds > 250ms  | apiLatencyP99Seconds > 0.25s
        apiLatencyP99Seconds > 2 s    | apiLatencyP99Seconds > 2s
        loopGain >= 1                 | loopGain >= 1
        """)
    void isWrittenAsPeopleWriteIt(String written, String text) throws ValueException {
        Condition condition = Condition.parse(written);
        assertThat(condition.text()).isEqualTo(text);
        assertThat(Condition.parse(condition.text())).isEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        often               | "often" is no condition; write it like "stuck > 5 %"
        stuk > 5 %          | nothing that is measured is called stuk; did you mean stuck?
        stuck > much        | stuck cannot be compared with much; write a share such as 5 % or 0.05
        nodesUp < 5 %       | nodesUp cannot be compared with 5%; write a number such as 12
        stuck > NaN         | stuck cannot be compared with NaN
        """)
    void saysWhatIsWrongAndWhatWouldBeRight(String written, String problem) {
        assertThatThrownBy(() -> Condition.parse(written))
                .isInstanceOf(ValueException.class)
                .hasMessageStartingWith(problem);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void everyMetricCanBeAskedAndSaysNothingOfNothing(Metric metric) throws ValueException {
        Condition condition = Condition.parse(metric.key() + " >= 0");
        assertThat(condition.metric()).isEqualTo(metric);
        assertThat(condition.holds(0)).isTrue();
        assertThat(condition.holds(Double.NaN)).isFalse();
    }

    @Test
    void isReachedWhereItBeginsToHoldAndNotWhileItHolds() throws ValueException {
        run.advanceTo(run.horizonNanos());
        Goal stuck = new Goal.When(Condition.parse("stuck > 5 %"));
        long begin = run.first(stuck, 0, Long.MAX_VALUE).orElseThrow();
        int sample = (int) (begin / SECOND);
        assertThat(run.series().get(Metric.STUCK, sample)).isGreaterThan(0.05);
        assertThat(run.series().get(Metric.STUCK, sample - 1)).isLessThanOrEqualTo(0.05);
        assertThat(run.first(stuck, begin, begin + 2 * SECOND)).isEmpty();
        Goal never = new Goal.When(Condition.parse("stuck > 100 %"));
        assertThat(run.first(never, 0, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void theUnknownFutureHoldsNothingButThePlan() throws ValueException {
        Goal stuck = new Goal.When(Condition.parse("stuck > 5 %"));
        assertThat(run.first(stuck, 0, Long.MAX_VALUE)).isEmpty();
        assertThat(run.first(new Goal.NextLogEntry(), 0, Long.MAX_VALUE)).isEmpty();
        long planned = run.plan().get(0).timeNanos();
        assertThat(run.first(new Goal.NextIntervention(), 0, Long.MAX_VALUE)).hasValue(planned);
        assertThat(run.first(new Goal.At(7), 6, Long.MAX_VALUE)).hasValue(7);
        assertThat(run.first(new Goal.At(7), 7, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void happeningsAreFoundOneAfterTheOther() {
        run.advanceTo(10 * SECOND);
        run.intervene(new Intervention.Crash(new NodeTarget.Nodes(List.of(3))));
        run.advanceTo(run.horizonNanos());
        OptionalLong first = run.first(new Goal.NextCrash(), 0, Long.MAX_VALUE);
        assertThat(first).hasValue(10 * SECOND);
        OptionalLong next = run.first(new Goal.NextLogEntry(), first.getAsLong(), Long.MAX_VALUE);
        assertThat(next.orElseThrow()).isGreaterThan(10 * SECOND);
    }
}
