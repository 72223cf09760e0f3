package mirrorstorm.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PixelPlotterTest {

    private static final int SIDE = 40;
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFF;

    private final int[] pixels = new int[SIDE * SIDE];
    private final PixelPlotter plotter = new PixelPlotter(pixels, SIDE, SIDE, PixelPlotter.newMasks());

    PixelPlotterTest() {
        Arrays.fill(pixels, BLACK);
    }

    private double lit() {
        return Arrays.stream(pixels)
                .mapToDouble(pixel -> (pixel & 0xFF) / 255.0)
                .sum();
    }

    @Test
    void aDotCoversTheAreaOfADisc() {
        plotter.dot(20.3, 19.6, 5, WHITE, 1);
        assertThat(lit()).isBetween(Math.PI * 25 * 0.93, Math.PI * 25 * 1.07);
    }

    @Test
    void aDotIsWhereItShouldBe() {
        plotter.dot(12.5, 30.5, 3, WHITE, 1);
        double x = 0;
        double y = 0;
        for (int i = 0; i < pixels.length; i++) {
            int row = i / SIDE;
            x += (i % SIDE + 0.5) * (pixels[i] & 0xFF) / 255 / lit();
            y += (row + 0.5) * (pixels[i] & 0xFF) / 255 / lit();
        }
        assertThat(x).isBetween(12.3, 12.8);
        assertThat(y).isBetween(30.3, 30.8);
    }

    @Test
    void aLineCoversItsLengthTimesItsWidthInEveryDirection() {
        for (int degrees = 0; degrees < 360; degrees += 15) {
            Arrays.fill(pixels, BLACK);
            double dx = 14 * Math.cos(Math.toRadians(degrees));
            double dy = 14 * Math.sin(Math.toRadians(degrees));
            plotter.line(20, 20, 1, 20 + dx, 20 + dy, 1, 2, WHITE);
            assertThat(lit()).as("%d degrees", degrees).isBetween(24.0, 34.0);
        }
    }

    @Test
    void aLineThatFadesIsHalfAsBright() {
        plotter.line(4, 20, 0, 36, 20, 1, 2, WHITE);
        assertThat(lit()).isBetween(28.0, 36.0);
        assertThat(pixels[20 * SIDE + 6] & 0xFF).isLessThan(pixels[20 * SIDE + 34] & 0xFF);
    }

    @Test
    void marksAreCutOffAtTheEdgesAndLeaveEveryPixelOpaque() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 20_000; i++) {
            double x = random.nextDouble(-60, 100);
            double y = random.nextDouble(-60, 100);
            plotter.dot(x, y, random.nextDouble(0, 30), random.nextInt() & 0xFFFFFF, random.nextDouble());
            plotter.line(
                    x,
                    y,
                    random.nextDouble(),
                    random.nextDouble(-60, 100),
                    random.nextDouble(-60, 100),
                    random.nextDouble(),
                    random.nextDouble(0, 9),
                    random.nextInt() & 0xFFFFFF);
        }
        assertThat(Arrays.stream(pixels).allMatch(pixel -> pixel >>> 24 == 255)).isTrue();
    }

    /** Marks that are nowhere near an edge are painted by other code than those that may be cut off. */
    @Test
    void withinAClipEveryPixelIsAsItWouldBeWithoutOne() {
        Rectangle clip = new Rectangle(9, 5, 20, 25);
        int[] clipped = pixels.clone();
        PixelPlotter within = new PixelPlotter(clipped, SIDE, SIDE, PixelPlotter.newMasks(), clip);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2_000; i++) {
            double x = random.nextDouble(8, SIDE - 8);
            double y = random.nextDouble(8, SIDE - 8);
            double toX = x + random.nextDouble(-7, 7);
            double toY = y + random.nextDouble(-7, 7);
            double opacity = random.nextDouble();
            double size = random.nextDouble(0, 5);
            int rgb = random.nextInt() & 0xFFFFFF;
            for (Plotter each : List.of(plotter, within)) {
                each.dot(x, y, size, rgb, opacity);
                each.line(x, y, opacity, toX, toY, 1 - opacity, size, rgb);
            }
        }
        for (int i = 0; i < pixels.length; i++) {
            boolean isInside = clip.contains(i % SIDE, i / SIDE);
            assertThat(clipped[i]).isEqualTo(isInside ? pixels[i] : BLACK);
        }
    }

    @Test
    void fullOpacityGivesTheColourItselfAndNoneChangesNothing() {
        plotter.dot(20, 20, 6, 0x12AB9F, 1);
        assertThat(pixels[20 * SIDE + 20]).isEqualTo(0xFF12AB9F);
        plotter.dot(20, 20, 6, WHITE, 0);
        assertThat(pixels[20 * SIDE + 20]).isEqualTo(0xFF12AB9F);
    }
}
