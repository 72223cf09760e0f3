package mirrorstorm.ui.stage;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import mirrorstorm.picture.stage.Camera;

/** From where the stage is looked at, and how that changes: in a short flight or, with less motion, at once. */
public final class CameraViewModel {

    /** One press of a key makes everything larger by this. */
    static final double KEY_FACTOR = 1.6;

    /** How long a flight takes, nanoseconds. */
    private static final double FLIGHT_NANOS = 260e6;

    private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(Camera.WHOLE);
    private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper();
    private final BooleanProperty lessMotion = new SimpleBooleanProperty();
    private Camera from = Camera.WHOLE;
    private Camera to = Camera.WHOLE;
    private long departedNanos;
    private boolean isFlying;
    private boolean isDeparting;

    /** Where the camera is, or is on its way to. */
    public Camera destination() {
        return to;
    }

    /** Flies there, from wherever it is now; the flight begins with the next frame. */
    public void flyTo(Camera destination) {
        if (lessMotion.get()) {
            moveTo(destination);
            return;
        }
        from = camera.get();
        to = destination;
        isFlying = !from.equals(to);
        isDeparting = isFlying;
        zoomed.set(!to.isWhole());
    }

    /** Is there at once, as when somebody drags. */
    public void moveTo(Camera destination) {
        from = destination;
        to = destination;
        isFlying = false;
        isDeparting = false;
        camera.set(destination);
        zoomed.set(!destination.isWhole());
    }

    /** Goes on with its flight; whether that goes on still. */
    public boolean onFrame(long nowNanos) {
        if (isDeparting) {
            isDeparting = false;
            departedNanos = nowNanos;
        }
        if (isFlying) {
            double share = Math.min(1, (nowNanos - departedNanos) / FLIGHT_NANOS);
            isFlying = share < 1;
            camera.set(from.towards(to, eased(share)));
        }
        return isFlying;
    }

    /** Fast at first and slow at the end: it answers at once. */
    private static double eased(double share) {
        double left = 1 - share;
        return 1 - left * left * left;
    }

    /** Where the camera is. */
    public ReadOnlyObjectProperty<Camera> cameraProperty() {
        return camera.getReadOnlyProperty();
    }

    /** Whether only a part of the cluster is to be seen. */
    public ReadOnlyBooleanProperty zoomedProperty() {
        return zoomed.getReadOnlyProperty();
    }

    /** Whether the camera jumps instead of flying. */
    public BooleanProperty lessMotionProperty() {
        return lessMotion;
    }
}
