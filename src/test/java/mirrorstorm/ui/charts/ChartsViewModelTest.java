package mirrorstorm.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mirrorstorm.picture.chart.Chart;
import mirrorstorm.picture.chart.ChartOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartsViewModelTest {

    private final ChartsViewModel charts = new ChartsViewModel();

    private ChartOptions options() {
        return charts.optionsProperty().get();
    }

    @Test
    void chartsKeepTheirOrderHoweverTheyAreChosen() {
        charts.shownProperty(Chart.PROBES).set(false);
        charts.shownProperty(Chart.API_ERRORS).set(true);
        assertThat(options().charts()).isEqualTo(List.of(Chart.VOLUMES, Chart.ROOM, Chart.API_ERRORS, Chart.LOOP_GAIN));
    }

    @Test
    void twoChartsShareTheirHeightAnew() {
        double both = options().heightOf(Chart.VOLUMES) + options().heightOf(Chart.PROBES);
        charts.share(Chart.VOLUMES, Chart.PROBES, 0.75);
        assertThat(options().heightOf(Chart.VOLUMES)).isCloseTo(0.75 * both, within(1e-9));
        assertThat(options().heightOf(Chart.PROBES)).isCloseTo(0.25 * both, within(1e-9));
        charts.share(Chart.VOLUMES, Chart.PROBES, 2);
        assertThat(options().heightOf(Chart.PROBES)).isPositive();
        charts.resetHeights();
        assertThat(options().heights()).isEmpty();
    }

    @Test
    void whatIsShownIsRemembered() {
        charts.shownProperty(Chart.DATABASES).set(true);
        charts.shownProperty(Chart.VOLUMES).set(false);
        charts.share(Chart.PROBES, Chart.ROOM, 0.25);
        charts.countedProperty().set(true);
        ChartsViewModel again = new ChartsViewModel();
        again.restore(charts.text());
        assertThat(again.optionsProperty().get()).isEqualTo(options());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rubbish", "share", "share,NOTHING:1", "count,VOLUMES:x", "share,ROOM:-3,,"})
    void whatCannotBeReadDoesNoHarm(String text) {
        charts.restore(text);
        assertThat(options().heights()).isEmpty();
    }
}
