package mirrorstorm.picture.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.util.SplittableRandom;
import mirrorstorm.model.Intervention;
import mirrorstorm.picture.Runs;
import mirrorstorm.run.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageLayoutTest {

    private static final double SLACK = 1e-9;

    @ParameterizedTest(name = "{0} nodes in {1} racks on {2} x {3}")
    @CsvSource({
        "2, 1, 300, 200",
        "12, 3, 700, 560",
        "12, 3, 200, 900",
        "12, 12, 1600, 300",
        "100, 7, 640, 480",
        "480, 24, 1600, 900",
        "480, 24, 700, 1400",
        "480, 24, 320, 180",
        "519, 24, 1000, 700",
        "1920, 96, 1280, 500",
        "10000, 250, 1600, 900",
        "10000, 24, 1600, 900",
        "10000, 2, 900, 900",
        "100000, 1000, 1600, 900",
        "10000, 250, 320, 200",
        "10000, 250, 90, 60",
    })
    void cellsAreDisjointInsideTheirRacksAndFoundAgain(int nodes, int racks, int width, int height) {
        Snapshot snapshot = Runs.calm(nodes, racks);
        StageLayout layout = StageLayout.of(snapshot, width, height);
        Rectangle2D stage = new Rectangle2D.Double(-SLACK, -SLACK, width + 2 * SLACK, height + 2 * SLACK);
        for (int node = 0; node < nodes; node++) {
            Rectangle2D cell = layout.cell(node);
            boolean isPlaced = cell.getWidth() > 0
                    && stage.contains(cell)
                    && grown(layout.rack(snapshot.rack(node))).contains(cell)
                    && layout.nodeAt(cell.getCenterX(), cell.getCenterY()) == node;
            if (!isPlaced) {
                fail("cell " + node + " " + cell + " in " + layout.rack(snapshot.rack(node)) + " is found as "
                        + layout.nodeAt(cell.getCenterX(), cell.getCenterY()));
            }
        }
    }

    private static Rectangle2D grown(Rectangle2D area) {
        return new Rectangle2D.Double(
                area.getX() - SLACK, area.getY() - SLACK, area.getWidth() + 2 * SLACK, area.getHeight() + 2 * SLACK);
    }

    @ParameterizedTest(name = "{0} nodes in {1} racks")
    @CsvSource({"12, 3", "480, 24", "1000, 30"})
    void aPointIsInAtMostOneCellAndNodeAtSaysWhich(int nodes, int racks) {
        StageLayout layout = StageLayout.of(Runs.calm(nodes, racks), 900, 700);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            Point2D point = new Point2D.Double(random.nextDouble(-50, 950), random.nextDouble(-50, 750));
            int inside = StageView.NONE;
            for (int node = 0; node < nodes; node++) {
                if (layout.cell(node).contains(point)) {
                    assertThat(inside).as("%s is in one cell only", point).isEqualTo(StageView.NONE);
                    inside = node;
                }
            }
            int found = layout.nodeAt(point.getX(), point.getY());
            if (inside >= 0) {
                assertThat(found).isEqualTo(inside);
            } else if (found >= 0) {
                Rectangle2D cell = layout.cell(found);
                double gap = 7;
                assertThat(new Rectangle2D.Double(
                                        cell.getX(), cell.getY(), cell.getWidth() + gap, cell.getHeight() + gap)
                                .contains(point))
                        .as("%s is in the gap beside cell %d", point, found)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest(name = "{0} nodes in {1} racks on {2} x {3}")
    @CsvSource({
        "12, 3, 900, 700, 0.45",
        "12, 3, 500, 900, 0.45",
        "480, 24, 1600, 900, 0.45",
        "480, 24, 900, 1200, 0.5",
        "10000, 250, 1600, 900, 0.4",
        "10000, 100, 1600, 900, 0.4"
    })
    void cellsUseTheStageWell(int nodes, int racks, int width, int height, double least) {
        StageLayout layout = StageLayout.of(Runs.calm(nodes, racks), width, height);
        Rectangle2D cell = layout.cell(0);
        double used = nodes
                * cell.getWidth()
                * cell.getHeight()
                / (width * (height - layout.headline().getMaxY()));
        assertThat(used).isGreaterThan(least);
        assertThat(cell.getWidth() / cell.getHeight()).isBetween(0.6, 2.2);
    }

    @Test
    void nodesStayWhereTheyAreWhenAFewJoin() {
        var before = Runs.at(Runs.with(new Intervention.AddNodes(2, Duration.ZERO)), 9 * Runs.SECOND, Runs.SECOND);
        Snapshot twelve = before.snapshot();
        before.advanceTo(11 * Runs.SECOND);
        Snapshot fourteen = before.snapshot();
        StageLayout first = StageLayout.of(twelve, 800, 600);
        StageLayout second = StageLayout.of(fourteen, 800, 600);
        assertThat(fourteen.nodeCount()).isEqualTo(14);
        assertThat(first.fits(fourteen, 800, 600, 1)).isFalse();
        assertThat(second.fits(fourteen, 800, 600, 1)).isTrue();
        assertThat(second.placesAs(first)).isTrue();
        for (int node = 0; node < 12; node++) {
            assertThat(second.cell(node)).isEqualTo(first.cell(node));
        }
    }

    @Test
    void wholePixelsKeepLargeClustersFreeOfMoire() {
        StageLayout layout = StageLayout.of(Runs.calm(10_000, 250), 1600, 900);
        for (int node = 0; node < 10_000; node++) {
            Rectangle2D cell = layout.cell(node);
            assertThat(cell.getX()).isEqualTo(Math.rint(cell.getX()));
            assertThat(cell.getY()).isEqualTo(Math.rint(cell.getY()));
            assertThat(cell.getWidth()).isEqualTo(Math.rint(cell.getWidth()));
        }
    }

    @Test
    void aThumbnailHasNoHeadlineAndALargeStageHas() {
        Snapshot snapshot = Runs.calm(48, 4);
        assertThat(StageLayout.of(snapshot, 240, 150).headline().getHeight()).isZero();
        assertThat(StageLayout.of(snapshot, 1200, 700).headline().getHeight()).isPositive();
    }

    @Test
    void aStageWithoutSizeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StageLayout.of(Runs.calm(12, 3), 0, 100));
    }

    @ParameterizedTest(name = "{0} times closer")
    @CsvSource({"2", "6", "20"})
    void racksStayCloseToEachOtherHoweverCloseTheyAreSeen(double zoom) {
        StageLayout layout = StageLayout.of(Runs.calm(480, 24), 1200, 700).seenBy(new Camera(zoom, 0.5, 0.5));
        for (int rack = 0; rack + 1 < 24; rack++) {
            Rectangle2D one = layout.rack(rack);
            Rectangle2D next = layout.rack(rack + 1);
            if (one.getY() == next.getY()) {
                assertThat(next.getX() - one.getMaxX()).isBetween(0.0, 14.001);
            }
            assertThat(one.contains(layout.cell(rack))).isTrue();
        }
        Rectangle2D seen = layout.rack(12).createIntersection(layout.body());
        if (!seen.isEmpty()) {
            assertThat(layout.rackAt(seen.getCenterX(), seen.getCenterY())).isEqualTo(12);
        }
    }
}
