package mirrorstorm.picture.text;

import static org.assertj.core.api.Assertions.assertThat;

import mirrorstorm.run.batch.Interval;
import mirrorstorm.run.batch.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTextTest {

    @ParameterizedTest
    @CsvSource({
        "0.053, +5.3 points",
        "-0.3, -30.0 points",
        "1, +100 points",
        "0.0007, +0.07 points",
        "0, 0 points",
        "-0.00001, 0 points"
    })
    void whatLiesBetweenTwoSharesIsInPointsNotInPercent(double difference, String text) {
        assertThat(DifferenceText.of(Measure.STUCK_PEAK, difference)).isEqualTo(text);
        assertThat(DifferenceText.of(Measure.COLLAPSED, difference)).isEqualTo(text);
    }

    @Test
    void otherDifferencesKeepTheUnitOfWhatDiffers() {
        assertThat(DifferenceText.of(Measure.RECOVERY_SECONDS, -7200)).isEqualTo("-2h");
        assertThat(DifferenceText.of(Measure.NODES_CRASHED, 41)).isEqualTo("+41");
        assertThat(DifferenceText.of(Measure.NODES_CRASHED, 0)).isEqualTo("0");
    }

    @Test
    void anIntervalNamesItsUnitOnce() {
        Interval difference = new Interval(0.053, 0.049, 0.057);
        assertThat(DifferenceText.range(Measure.STUCK_MEAN, difference)).isEqualTo("+4.9 to +5.7 points");
        assertThat(DifferenceText.around(difference, DifferenceText::points)).isEqualTo("+5.3 \u00b1 0.4");
    }

    @Test
    void whereThereIsNoIntervalNoneIsMadeUp() {
        Interval single = new Interval(-0.2, Double.NaN, Double.NaN);
        assertThat(DifferenceText.around(single, DifferenceText::points)).isEqualTo("-20.0");
        assertThat(DifferenceText.range(Measure.STUCK_MEAN, single)).isEqualTo("none");
    }

    @Test
    void sharesOfAFewRunsAreInWholePoints() {
        assertThat(DifferenceText.whole(0.123)).isEqualTo("+12 points");
        assertThat(DifferenceText.whole(-0.012)).isEqualTo("-1 point");
        assertThat(DifferenceText.whole(0.004)).isEqualTo("0 points");
        assertThat(DifferenceText.wholeRange(new Interval(0.1, -0.03, 0.23))).isEqualTo("-3 to +23 points");
    }
}
