package mirrorstorm.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import mirrorstorm.picture.stage.Camera;
import org.junit.jupiter.api.Test;

class CameraViewModelTest {

    private static final Camera CLOSE = new Camera(8, 0.3, 0.7);
    private static final long FRAME = 16_000_000L;

    private final CameraViewModel camera = new CameraViewModel();

    private Camera now() {
        return camera.cameraProperty().get();
    }

    @Test
    void aFlightBeginsWithItsFirstFrameAndEndsWhereItWasToGo() {
        camera.flyTo(CLOSE);
        assertThat(now()).isEqualTo(Camera.WHOLE);
        assertThat(camera.destination()).isEqualTo(CLOSE);
        assertThat(camera.zoomedProperty().get()).isTrue();
        long time = 5_000_000_000L;
        double zoom = now().zoom();
        int frames = 0;
        while (camera.onFrame(time)) {
            assertThat(now().zoom()).isGreaterThanOrEqualTo(zoom);
            zoom = now().zoom();
            time += FRAME;
            frames++;
        }
        assertThat(now()).isEqualTo(CLOSE);
        assertThat(frames).isBetween(10, 30);
        assertThat(camera.onFrame(time)).isFalse();
    }

    @Test
    void whoeverDragsIsThereAtOnce() {
        camera.flyTo(CLOSE);
        camera.onFrame(0);
        camera.moveTo(new Camera(8, 0.4, 0.7));
        assertThat(now().x()).isEqualTo(0.4);
        assertThat(camera.onFrame(FRAME)).isFalse();
    }

    @Test
    void withLessMotionItJumps() {
        camera.lessMotionProperty().set(true);
        camera.flyTo(CLOSE);
        assertThat(now()).isEqualTo(CLOSE);
        camera.flyTo(Camera.WHOLE);
        assertThat(camera.zoomedProperty().get()).isFalse();
    }

    @Test
    void anotherFlightSetsOutFromWhereverTheFirstWas() {
        camera.flyTo(CLOSE);
        camera.onFrame(0);
        camera.onFrame(3 * FRAME);
        double there = now().zoom();
        camera.flyTo(Camera.WHOLE);
        camera.onFrame(4 * FRAME);
        assertThat(now().zoom()).isEqualTo(there);
        camera.onFrame(100 * FRAME);
        assertThat(now()).isEqualTo(Camera.WHOLE);
    }
}
