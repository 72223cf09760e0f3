package mirrorstorm.picture.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import mirrorstorm.picture.Runs;
import mirrorstorm.run.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CameraTest {

    private static final double CLOSEST = 500;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static Camera random(SplittableRandom random) {
        double zoom = Math.exp(random.nextDouble() * Math.log(CLOSEST));
        return new Camera(zoom, random.nextDouble(), random.nextDouble()).inside();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsUnderThePointerStaysThereWhileItIsZoomed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Camera before = random(random);
        double x = random.nextDouble();
        double y = random.nextDouble();
        Camera closer = before.zoomedAbout(x, y, 1 + random.nextDouble(), CLOSEST);
        assertThat(closer.worldX(x)).isCloseTo(before.worldX(x), within(1e-9));
        assertThat(closer.worldY(y)).isCloseTo(before.worldY(y), within(1e-9));
        Camera back = closer.zoomedAbout(x, y, before.zoom() / closer.zoom(), CLOSEST);
        assertThat(back.x()).isCloseTo(before.x(), within(1e-9));
        assertThat(back.y()).isCloseTo(before.y(), within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingBeyondTheEdgesIsEverSeen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Camera camera = Camera.WHOLE;
        for (int i = 0; i < 40; i++) {
            camera = random.nextBoolean()
                    ? camera.zoomedAbout(random.nextDouble(), random.nextDouble(), random.nextDouble(0.3, 3), CLOSEST)
                    : camera.dragged(random.nextDouble(-2, 2), random.nextDouble(-2, 2));
            assertThat(camera.zoom()).isBetween(1.0, CLOSEST);
            assertThat(camera.worldX(0)).isGreaterThan(-1e-9);
            assertThat(camera.worldX(1)).isLessThan(1 + 1e-9);
            assertThat(camera.worldY(0)).isGreaterThan(-1e-9);
            assertThat(camera.worldY(1)).isLessThan(1 + 1e-9);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFlightAboutThePointerKeepsItInPlaceAllTheWay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Camera from = random(random);
        double x = random.nextDouble();
        double y = random.nextDouble();
        Camera to = from.zoomedAbout(x, y, 1.5, 2 * CLOSEST);
        double share = random.nextDouble();
        Camera between = from.towards(to, share);
        assertThat(between.zoom()).isCloseTo(from.zoom() * Math.pow(1.5, share), within(1e-6 * CLOSEST));
        assertThat(between.worldX(x)).isCloseTo(from.worldX(x), within(1e-9));
        assertThat(between.worldY(y)).isCloseTo(from.worldY(y), within(1e-9));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFlightBeginsAndEndsWhereItShould(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Camera from = random(random);
        Camera to = random(random);
        Camera start = from.towards(to, 0);
        assertThat(from.towards(to, 1)).isEqualTo(to);
        assertThat(start.x()).isCloseTo(from.x(), within(1e-9));
        assertThat(start.zoom()).isCloseTo(from.zoom(), within(1e-9 * CLOSEST));
    }

    @Test
    void draggingMovesWhatIsSeenWithThePointer() {
        Camera before = new Camera(4, 0.5, 0.5);
        Camera after = before.dragged(0.1, -0.2);
        assertThat(after.viewX(before.worldX(0.5))).isCloseTo(0.6, within(1e-12));
        assertThat(after.viewY(before.worldY(0.5))).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void aCameraThatSeesNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Camera(0.5, 0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Camera(2, Double.NaN, 0.5));
    }

    // On a layout

    @ParameterizedTest(name = "{0} nodes in {1} racks, {2} times")
    @CsvSource({"12, 3, 1", "12, 3, 7", "480, 24, 1", "480, 24, 3", "480, 24, 60", "10000, 250, 2", "10000, 250, 300"})
    void cellsAreDisjointInOrderAndFoundAgainAtEveryZoom(int nodes, int racks, double zoom) {
        StageLayout whole = StageLayout.of(Runs.calm(nodes, racks), 1200, 800);
        SplittableRandom random = new SplittableRandom(nodes);
        for (int i = 0; i < 12; i++) {
            Camera camera = new Camera(zoom, random.nextDouble(), random.nextDouble()).inside();
            StageLayout layout = whole.seenBy(camera);
            for (int node = 0; node < nodes; node++) {
                Rectangle2D cell = layout.cell(node);
                Point2D centre = new Point2D.Double(cell.getCenterX(), cell.getCenterY());
                if (layout.body().contains(centre)) {
                    assertThat(layout.isSeen(node)).isTrue();
                    assertThat(layout.nodeAt(centre.getX(), centre.getY())).isEqualTo(node);
                    assertThat(layout.nodeAt(cell.getX() + 0.6, cell.getY() + 0.6))
                            .isIn(node, StageView.NONE);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} nodes")
    @CsvSource({"12, 3", "480, 24", "10000, 250"})
    void fittingSomethingShowsAllOfIt(int nodes, int racks) {
        StageLayout whole = StageLayout.of(Runs.calm(nodes, racks), 1200, 800);
        for (int node = 0; node < nodes; node += Math.max(1, nodes / 40)) {
            StageLayout close = whole.seenBy(whole.cameraOn(whole.cell(node)));
            assertThat(close.body().contains(close.cell(node)))
                    .as("node %d", node)
                    .isTrue();
            assertThat(close.cellHeight()).isGreaterThanOrEqualTo(whole.cellHeight());
            // from anywhere, the way to a place is the same
            Camera again = close.cameraOn(close.cell(node));
            assertThat(again.zoom()).isCloseTo(close.camera().zoom(), within(0.2 * again.zoom()));
        }
    }

    @Test
    void anotherShapeOfPictureShowsTheSameNodeAsLarge() {
        Snapshot snapshot = Runs.calm(480, 24);
        StageLayout screen = StageLayout.of(snapshot, 1200, 700);
        StageLayout seen = screen.seenBy(screen.cameraOn(screen.cell(333)));
        StageLayout sheet = StageLayout.of(snapshot, 600, 900);
        StageLayout same = sheet.seenBy(sheet.cameraLike(seen));
        Rectangle2D body = same.body();
        assertThat(same.nodeAt(body.getCenterX(), body.getCenterY())).isEqualTo(333);
        assertThat(body.contains(same.cell(333))).isTrue();
        assertThat(sheet.cameraLike(screen)).isEqualTo(Camera.WHOLE);
    }

    @Test
    void aVolumeIsFoundUnderThePointerAtEveryZoomThatShowsIt() {
        Snapshot snapshot = Runs.STORM;
        StageLayout whole = StageLayout.of(snapshot, 1200, 800);
        for (double zoom : List.of(8.0, 20.0, 60.0, 150.0)) {
            Camera camera = whole.seenBy(whole.cameraOn(whole.cell(50))).camera();
            StageLayout layout = whole.seenBy(new Camera(zoom, camera.x(), camera.y()).inside());
            SlotGrid slots = SlotGrid.of(snapshot, layout, 1);
            assertThat(slots.isShown()).isTrue();
            StageHits hits = StageHits.of(Runs.view(snapshot, layout));
            int found = 0;
            for (int volume = 0; volume < snapshot.volumeCount(); volume++) {
                for (int place = 0; place <= snapshot.replicaCount(); place++) {
                    Rectangle2D square = slots.has(volume, place) ? slots.square(volume, place) : null;
                    if (square != null
                            && layout.body().contains(square.getCenterX(), square.getCenterY())
                            && !hits.isOnMap(square.getCenterX(), square.getCenterY())) {
                        found++;
                        assertThat(hits.at(square.getCenterX(), square.getCenterY()))
                                .isEqualTo(new Pick.Volume(volume, snapshot.placeNode(volume, place)));
                    }
                }
            }
            assertThat(found).isPositive();
        }
    }
}
