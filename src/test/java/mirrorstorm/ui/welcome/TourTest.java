package mirrorstorm.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TourTest {

    private final Tour tour = new Tour();

    @Test
    void itHasThreeStepsAndIsOver() {
        assertThat(tour.stepProperty().get()).isEqualTo(Tour.OVER);
        tour.begin();
        assertThat(tour.stepProperty().get()).isZero();
        tour.goOn();
        tour.goOn();
        assertThat(tour.stepProperty().get()).isEqualTo(2);
        tour.goOn();
        assertThat(tour.stepProperty().get()).isEqualTo(Tour.OVER);
        tour.goOn();
        assertThat(tour.stepProperty().get()).isEqualTo(Tour.OVER);
    }

    @Test
    void itCanBeSkippedAndReopened() {
        tour.begin();
        tour.goOn();
        tour.skip();
        assertThat(tour.stepProperty().get()).isEqualTo(Tour.OVER);
        tour.begin();
        assertThat(tour.stepProperty().get()).isZero();
    }

    @Test
    void everyStepSaysSomething() {
        assertThat(Tour.STEPS).hasSize(3).allSatisfy(step -> {
            assertThat(step.title()).isNotBlank();
            assertThat(step.text()).isNotBlank();
        });
    }
}
