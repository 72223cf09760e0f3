package mirrorstorm.ui.window;

import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What was done lately, in a few words that go by themselves. */
final class Toast {

    /** How long words stay, nanoseconds: long enough to be read twice. */
    static final long STAYS_NANOS = 6_000_000_000L;

    private final LongSupplier nanoTime;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private long toldNanos;

    /** @param nanoTime the real world's clock, nanoseconds */
    Toast(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Says it, in place of what was said before. */
    void tell(String what) {
        toldNanos = nanoTime.getAsLong();
        text.set(what);
    }

    /** Called once a frame: whether there is something that is still to go. */
    boolean onFrame() {
        if (!text.get().isEmpty() && nanoTime.getAsLong() - toldNanos >= STAYS_NANOS) {
            text.set("");
        }
        return !text.get().isEmpty();
    }

    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }
}
