package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import mirrorstorm.ui.export.ExportPane;
import mirrorstorm.ui.export.PictureChoice.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScreenSizesTest {

    private final ScreenSizes sizes = new ScreenSizes();

    private void stageIs(double width, double height) {
        sizes.stageWidthProperty().set(width);
        sizes.stageHeightProperty().set(height);
    }

    private void chartsAre(double width, double height) {
        sizes.chartsWidthProperty().set(width);
        sizes.chartsHeightProperty().set(height);
    }

    @ParameterizedTest
    @EnumSource
    void aPictureHasASizeBeforeAnythingIsShown(Part part) {
        assertThat(sizes.of(part)).isEqualTo(new ExportPane.Size(1280, 800));
    }

    @Test
    void aPictureIsAsLargeAsWhatItShowsAndItsHeading() {
        stageIs(900, 500);
        chartsAre(1100, 400);
        assertThat(sizes.of(Part.STAGE)).isEqualTo(new ExportPane.Size(900, 600));
        assertThat(sizes.of(Part.CHARTS)).isEqualTo(new ExportPane.Size(1100, 500));
        assertThat(sizes.of(Part.BOTH)).isEqualTo(new ExportPane.Size(1100, 1000));
    }

    @Test
    void chartsThatAreHiddenAreInAPictureAllTheSame() {
        stageIs(900, 500);
        chartsAre(1100, 0);
        assertThat(sizes.of(Part.CHARTS)).isEqualTo(new ExportPane.Size(900, 400));
        assertThat(sizes.of(Part.BOTH)).isEqualTo(new ExportPane.Size(900, 900));
    }
}
