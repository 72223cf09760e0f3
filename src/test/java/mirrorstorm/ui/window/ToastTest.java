package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ToastTest {

    private final AtomicLong clock = new AtomicLong();
    private final Toast notice = new Toast(clock::get);

    @Test
    void whatIsToldGoesByItself() {
        assertThat(notice.onFrame()).isFalse();
        notice.tell("Saved");
        assertThat(notice.onFrame()).isTrue();
        clock.set(Toast.STAYS_NANOS);
        assertThat(notice.onFrame()).isFalse();
        assertThat(notice.textProperty().get()).isEmpty();
    }

    @Test
    void whatIsToldLastStaysLongest() {
        notice.tell("Saved");
        clock.set(Toast.STAYS_NANOS - 1);
        notice.tell("Exported");
        clock.set(Toast.STAYS_NANOS + 1);
        assertThat(notice.onFrame()).isTrue();
        assertThat(notice.textProperty().get()).isEqualTo("Exported");
    }
}
