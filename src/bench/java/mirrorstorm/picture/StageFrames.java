package mirrorstorm.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Scenario;

/**
 * Frames of a storm on a stage of 1600 x 900 pixels as the window paints them, one after the other: a new snapshot,
 * every dot moved, every pixel painted and copied as to the screen; while the run goes on at full speed on another
 * thread. Median and 99th percentile of the clock on the wall and of the painting thread's own time.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=mirrorstorm.picture.StageFrames}
 */
public final class StageFrames {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final int CHARTS_HEIGHT = 330;
    private static final int SNAPSHOTS = 24;
    private static final int WARM_UP = 150;
    private static final int FRAMES = 400;
    private static final long SECOND = 1_000_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Snapshot[] snapshots = new Snapshot[SNAPSHOTS];
    private final StagePainter painter = new StagePainter(Theme.DARK);
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final IntBuffer screen = IntBuffer.allocate(WIDTH * HEIGHT);
    private final Traffic traffic = new Traffic(1);
    private final Timeline run;
    private final StageLayout whole;

    /** Where the camera is in each frame. */
    private interface Flight {
        Camera at(int frame, StageLayout whole);
    }

    private StageFrames(int nodes, int racks, int volumes) {
        Scenario scenario = Scenario.DEFAULTS
                .withLever("cluster.nodes", nodes)
                .withLever("cluster.racks", racks)
                .withLever("cluster.volumes", volumes)
                .withLever("cluster.utilisation", 0.8045)
                .withTimeline(List.of(new TimedIntervention(
                        SECOND, new Intervention.Isolate(new NodeTarget.Share(0.277), Duration.ofSeconds(60)))));
        run = new Timeline(scenario, EngineKind.RATES, 10 * SECOND);
        for (int i = 0; i < SNAPSHOTS; i++) {
            run.advanceTo((90 + i) * SECOND);
            snapshots[i] = run.snapshot();
        }
        whole = StageLayout.of(snapshots[0], WIDTH, HEIGHT);
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println("\n| stage | median, ms | p99, ms | own median, ms | own p99, ms |\n|---|---|---|---|---|");
        StageFrames usual = new StageFrames(480, 24, 24_000);
        usual.measure("480 nodes, 5,000 dots", 5_000, (frame, layout) -> Camera.WHOLE);
        usual.measure("the same, zoomed to a rack", 5_000, (frame, layout) -> new Camera(5, 0.31, 0.4));
        usual.measure(
                "the same, single volumes, moving", 5_000, (frame, layout) -> new Camera(10, 0.3 + frame * 1e-4, 0.4));
        usual.measure("the same, flying from all to one volume", 5_000, StageFrames::flight);
        usual.measureCharts("its charts, twelve hours of them");
        StageFrames large = new StageFrames(10_000, 250, 500_000);
        large.measure("10,000 nodes, 30,000 dots", 30_000, (frame, layout) -> Camera.WHOLE);
        large.measure("the same, 100,000 dots", 100_000, (frame, layout) -> Camera.WHOLE);
        large.measure(
                "the same, 30,000 dots, zoomed to a few racks", 30_000, (frame, layout) -> new Camera(6, 0.31, 0.4));
        large.measure("the same, flying from all to one volume", 30_000, StageFrames::flight);
    }

    private static Camera flight(int frame, StageLayout layout) {
        double share = frame % 100 / 100.0;
        return Camera.WHOLE.towards(new Camera(layout.zoomMax(), 0.31, 0.42).inside(), share);
    }

    private void measure(String name, int dots, Flight flight) throws InterruptedException {
        fillTraffic(dots);
        measure(
                name,
                frame -> paint(Math.floorMod(frame, SNAPSHOTS), flight.at(Math.floorMod(frame, FRAMES), whole), dots));
    }

    /** The charts of half a day below the stage, as high as in a window of 1600 x 900. */
    private void measureCharts(String name) throws InterruptedException {
        run.advanceTo(Duration.ofHours(12).toNanos());
        ChartView view = ChartView.soFar(run.series(), run.scenario(), run.plan(), run.happenings(), run.clockNanos());
        BufferedImage charts = new BufferedImage(WIDTH, CHARTS_HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        Rectangle2D area = new Rectangle2D.Double(0, 0, WIDTH, CHARTS_HEIGHT);
        List<Chart> shown = ChartPainter.fitting(view.options().charts(), CHARTS_HEIGHT, 1);
        measure(name, frame -> {
            Graphics2D g = charts.createGraphics();
            g.setBackground(new Color(0, true));
            g.clearRect(0, 0, WIDTH, CHARTS_HEIGHT);
            ChartPainter.paint(g, view, shown, area, Theme.DARK);
            g.dispose();
            screen.put(0, Pixels.of(charts));
        });
    }

    private void measure(String name, IntConsumer painting) throws InterruptedException {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread simulation = new Thread(() -> {
            while (goesOn.get()) {
                run.advanceTo(run.clockNanos() + SECOND);
                if (run.clockNanos() >= run.horizonNanos()) {
                    run.seek(90 * SECOND);
                }
            }
        });
        simulation.start();
        double[] wall = new double[FRAMES];
        double[] own = new double[FRAMES];
        for (int frame = -WARM_UP; frame < FRAMES; frame++) {
            long start = System.nanoTime();
            long ownStart = THREADS.getCurrentThreadCpuTime();
            painting.accept(frame);
            if (frame >= 0) {
                wall[frame] = (System.nanoTime() - start) / 1e6;
                own[frame] = (THREADS.getCurrentThreadCpuTime() - ownStart) / 1e6;
            }
        }
        goesOn.set(false);
        simulation.join();
        Arrays.sort(wall);
        Arrays.sort(own);
        System.out.println(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f |",
                name,
                wall[FRAMES / 2],
                wall[FRAMES * 99 / 100],
                own[FRAMES / 2],
                own[FRAMES * 99 / 100]));
    }

    private void paint(int snapshot, Camera camera, int dots) {
        for (int i = 0; i < dots; i++) {
            traffic.progress[i] = (traffic.progress[i] + 0.02f) % 1;
        }
        StageLayout layout = whole.seenBy(camera);
        painter.paint(image, new StageView(snapshots[snapshot], layout, traffic, StageView.Marks.NONE, 1));
        screen.put(0, Pixels.of(image));
    }

    /** Dots anywhere between any nodes, of which a half come back. */
    private void fillTraffic(int dots) {
        traffic.clear();
        traffic.advance(snapshots[0], whole, 1 / 60.0, 1 / 60.0);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < dots; i++) {
            traffic.kind[i] = random.nextBoolean() ? Traffic.OUT : Traffic.BACK;
            traffic.source[i] = random.nextInt(whole.nodeCount());
            traffic.target[i] = random.nextInt(whole.nodeCount());
            traffic.volume[i] = -1;
            traffic.offsets[i] = random.nextInt();
            traffic.progress[i] = (float) random.nextDouble();
        }
        traffic.count = dots;
    }
}
