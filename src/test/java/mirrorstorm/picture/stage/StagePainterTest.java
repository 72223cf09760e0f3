package mirrorstorm.picture.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Pixels;
import mirrorstorm.picture.Runs;
import mirrorstorm.picture.Svg;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagePainterTest {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 620;

    private static BufferedImage asPixels(StageView view, Theme theme) {
        BufferedImage image = newImage(view);
        new StagePainter(theme).paint(image, view);
        return image;
    }

    private static BufferedImage asShapes(StageView view, Theme theme) {
        BufferedImage image = newImage(view);
        Graphics2D g = image.createGraphics();
        StagePainter.paint(g, view, theme);
        g.dispose();
        return image;
    }

    private static BufferedImage newImage(StageView view) {
        return new BufferedImage(
                (int) view.layout().width(), (int) view.layout().height(), BufferedImage.TYPE_INT_ARGB_PRE);
    }

    /** Share of an area whose pixels are nearer to one colour than to another. */
    private static double shareNearer(BufferedImage image, Rectangle2D area, Color to, Color than) {
        int near = 0;
        int all = 0;
        for (int y = (int) area.getY(); y < area.getMaxY(); y++) {
            for (int x = (int) area.getX(); x < area.getMaxX(); x++) {
                int pixel = image.getRGB(x, y);
                near += distance(pixel, to.getRGB()) < distance(pixel, than.getRGB()) ? 1 : 0;
                all++;
            }
        }
        return near / (double) all;
    }

    /** Square of the distance in red, green and blue. */
    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }

    private static double warmth(BufferedImage image, StageLayout layout, Theme theme) {
        Rectangle2D below = layout.body();
        return shareNearer(image, below, theme.color(Ink.SEARCHING), theme.color(Ink.USED_SPACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void aCalmClusterIsQuietAndAStormUnmistakable(String name) {
        Theme theme = name.equals("dark") ? Theme.DARK : Theme.LIGHT;
        StageView calm = Runs.view(Runs.CALM, WIDTH, HEIGHT);
        StageView storm = Runs.view(Runs.STORM, WIDTH, HEIGHT);
        assertThat(warmth(asPixels(calm, theme), calm.layout(), theme)).isLessThan(0.002);
        assertThat(warmth(asPixels(storm, theme), storm.layout(), theme)).isGreaterThan(0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 10, 12})
    void pixelsAndShapesShowTheSame(long minutes) {
        StageView view =
                Runs.view(Runs.storm(minutes * Runs.MINUTE + 5 * Runs.SECOND).snapshot(), WIDTH, HEIGHT);
        BufferedImage pixels = asPixels(view, Theme.DARK);
        BufferedImage shapes = asShapes(view, Theme.DARK);
        int different = 0;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                different += distance(pixels.getRGB(x, y), shapes.getRGB(x, y)) > 40 * 40 ? 1 : 0;
            }
        }
        assertThat(different / (double) (WIDTH * HEIGHT)).isLessThan(0.02);
    }

    @Test
    void whatAPainterRemembersDoesNotShow() {
        Timeline run = Runs.storm(9 * Runs.MINUTE);
        StagePainter painter = new StagePainter(Theme.LIGHT);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        StageView view = Runs.view(run.snapshot(), WIDTH, HEIGHT);
        for (long minute : new long[] {9, 10, 11, 12, 200, 9, 11}) {
            run.seek(minute * Runs.MINUTE + 1);
            view = Runs.view(run.snapshot(), WIDTH, HEIGHT);
            painter.paint(image, view);
        }
        assertSame(image, asPixels(view, Theme.LIGHT));
        StageView twelve = Runs.view(Runs.small(50 * Runs.SECOND).snapshot(), WIDTH, HEIGHT);
        painter.paint(image, twelve);
        assertSame(image, asPixels(twelve, Theme.LIGHT));
    }

    private static void assertSame(BufferedImage one, BufferedImage other) {
        assertThat(Pixels.of(one)).isEqualTo(Pixels.of(other));
    }

    @Test
    void everyPixelIsPaintedAndOpaque() {
        StageView view = Runs.view(Runs.small(50 * Runs.SECOND).snapshot(), WIDTH, HEIGHT);
        for (int pixel : Pixels.of(asPixels(view, Theme.DARK))) {
            if (pixel >>> 24 != 255) {
                throw new AssertionError("a pixel is let through: " + Integer.toHexString(pixel));
            }
        }
    }

    @Test
    void theFillOfACellIsAsHighAsTheShareOfSpaceTaken() {
        Snapshot calm = Runs.CALM;
        StageView view = Runs.view(calm, 1200, 900);
        BufferedImage image = asPixels(view, Theme.DARK);
        for (int node = 0; node < calm.nodeCount(); node += 37) {
            Rectangle2D cell = view.layout().cell(node);
            Rectangle2D strip = new Rectangle2D.Double(cell.getX() + 2, cell.getY() + 1, 2, cell.getHeight() - 2);
            double free = shareNearer(image, strip, Theme.DARK.color(Ink.FREE_SPACE), Theme.DARK.color(Ink.USED_SPACE));
            double expected = 1 - calm.used(node) / (double) calm.capacity(node);
            assertThat(free).isBetween(expected - 0.12, expected + 0.12);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Ink.class,
            names = {"ISOLATED", "DEAD_SPACE", "DESTROYED"})
    void aNodeShowsWhatBecameOfIt(Ink ink) {
        NodeTarget target = new NodeTarget.Nodes(List.of(5));
        Intervention harm =
                switch (ink) {
                    case ISOLATED -> new Intervention.Isolate(target, java.time.Duration.ofMinutes(5));
                    case DEAD_SPACE -> new Intervention.Crash(target);
                    default -> new Intervention.Destroy(target);
                };
        Timeline run = Runs.at(Runs.with(harm), 5 * Runs.SECOND, Runs.SECOND);
        StageView before = Runs.view(run.snapshot(), WIDTH, HEIGHT);
        run.advanceTo(11 * Runs.SECOND);
        StageView after = Runs.view(run.snapshot(), WIDTH, HEIGHT);
        Rectangle2D cell = before.layout().cell(5);
        Color sign = Theme.LIGHT.color(ink);
        Color plain = Theme.LIGHT.color(Ink.FREE_SPACE);
        double then = shareNearer(asShapes(before, Theme.LIGHT), cell, sign, plain);
        double now = shareNearer(asShapes(after, Theme.LIGHT), cell, sign, plain);
        assertThat(now).isNotEqualTo(then);
        assertThat(Svg.of(g -> StagePainter.paint(g, after, Theme.LIGHT)).texts())
                .contains(
                        switch (ink) {
                            case ISOLATED -> "isolated";
                            case DEAD_SPACE -> "crashed";
                            default -> "destroyed";
                        });
    }

    @Test
    void largeCellsShowTheirVolumesByNumber() {
        Snapshot snapshot = Runs.small(10 * Runs.SECOND).snapshot();
        List<String> texts = Svg.of(g -> StagePainter.paint(g, Runs.view(snapshot, 1200, 800), Theme.LIGHT))
                .texts();
        for (int volume = 0; volume < snapshot.volumeCount(); volume++) {
            String number = Integer.toString(volume);
            assertThat(texts.stream().filter(number::equals)).as(number).hasSize(snapshot.replicaCount());
        }
        assertThat(texts).contains("node 0", "node 11", "rack 2", "All 60 volumes are mirrored");
    }

    @Test
    void smallerCellsShowTheNumberOfTheNode() {
        StageView view = Runs.view(Runs.calm(96, 4), 900, 600);
        assertThat(Svg.of(g -> StagePainter.paint(g, view, Theme.LIGHT)).texts())
                .contains("0", "95", "rack 3");
    }

    @Test
    void squaresOfVolumesLieInTheirNodes() {
        for (long second = 10; second < 420; second += 40) {
            Snapshot snapshot = Runs.small(second * Runs.SECOND).snapshot();
            StageLayout layout = StageLayout.of(snapshot, WIDTH, HEIGHT);
            SlotGrid slots = SlotGrid.of(snapshot, layout, 1);
            assertThat(slots.isShown()).isTrue();
            for (int volume = 0; volume < snapshot.volumeCount(); volume++) {
                for (int place = 0; place <= snapshot.replicaCount(); place++) {
                    int node = snapshot.placeNode(volume, place);
                    assertThat(slots.has(volume, place)).isEqualTo(node >= 0);
                    if (node >= 0) {
                        assertThat(layout.cell(node).contains(slots.square(volume, place)))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void twoVolumesNeverShareASquare() {
        Snapshot snapshot = Runs.small(50 * Runs.SECOND).snapshot();
        SlotGrid slots = SlotGrid.of(snapshot, StageLayout.of(snapshot, WIDTH, HEIGHT), 1);
        List<Rectangle2D> squares = new java.util.ArrayList<>();
        for (int volume = 0; volume < snapshot.volumeCount(); volume++) {
            for (int place = 0; place <= snapshot.replicaCount(); place++) {
                if (slots.has(volume, place)) {
                    squares.add(slots.square(volume, place));
                }
            }
        }
        assertThat(squares).doesNotHaveDuplicates();
    }

    @Test
    void pointingAtANodeTellsAboutItInOneLine() {
        Snapshot snapshot = Runs.STORM;
        StageView view = Runs.view(snapshot, WIDTH, HEIGHT);
        StageView pointed = new StageView(snapshot, view.layout(), view.traffic(), 100, StageView.NONE, 1);
        String told = "node 100, rack 4: up";
        assertThat(Svg.of(g -> StagePainter.paint(g, view, Theme.DARK)).texts())
                .noneMatch(text -> text.startsWith(told));
        assertThat(Svg.of(g -> StagePainter.paint(g, pointed, Theme.DARK)).texts())
                .anyMatch(text -> text.startsWith(told));
    }

    @Test
    void anImageThatCannotBePaintedAsPixelsIsRefused() {
        StageView view = Runs.view(Runs.calm(12, 3), 300, 200);
        StagePainter painter = new StagePainter(Theme.LIGHT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> painter.paint(new BufferedImage(300, 200, BufferedImage.TYPE_3BYTE_BGR), view));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> painter.paint(new BufferedImage(299, 200, BufferedImage.TYPE_INT_RGB), view));
    }

    @Test
    void aLayoutOfAnotherClusterIsRefused() {
        Snapshot twelve = Runs.calm(12, 3);
        StageLayout layout = StageLayout.of(Runs.calm(13, 3), 300, 200);
        assertThatIllegalArgumentException().isThrownBy(() -> new StageView(twelve, layout, new Traffic(1), -1, -1, 1));
    }
}
