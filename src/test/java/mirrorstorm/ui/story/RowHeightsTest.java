package mirrorstorm.ui.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowHeightsTest {

    private final RowHeights heights = new RowHeights();
    private int measured;

    private double of(Object... all) {
        return heights.of(List.of(all), () -> ++measured);
    }

    @Test
    void whatWasMeasuredIsRemembered() {
        assertThat(of("a line", 300.0)).isEqualTo(1);
        assertThat(of("another", 300.0)).isEqualTo(2);
        assertThat(of("a line", 300.0)).isEqualTo(1);
        assertThat(measured).isEqualTo(2);
    }

    @Test
    void anotherWidthOrFontIsMeasuredAnew() {
        of("a line", "regular", 300.0);
        of("a line", "regular", 400.0);
        of("a line", "bold", 300.0);
        assertThat(measured).isEqualTo(3);
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int line = 0; line <= RowHeights.KEPT_MAX; line++) {
            of(line);
        }
        measured = 0;
        of(RowHeights.KEPT_MAX);
        of(1);
        assertThat(measured).isZero();
        of(0);
        assertThat(measured).isEqualTo(1);
    }
}
