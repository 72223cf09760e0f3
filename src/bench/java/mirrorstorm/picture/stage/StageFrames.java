package mirrorstorm.picture.stage;

import com.sun.management.OperatingSystemMXBean;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.IntBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.Pixels;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.chart.Chart;
import mirrorstorm.picture.chart.ChartPainter;
import mirrorstorm.picture.chart.ChartView;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Scenario;

/**
 * Frames of a storm on a stage of 1600 x 900 pixels as the window paints them, sixty a second or as many as there can
 * be: a new snapshot, every dot moved, every pixel painted and copied as to the screen; while the run goes on at full
 * speed on another thread. Median and 99th percentile of the clock on the wall and of the painting thread's own processor time; and what
 * the machine itself, compiler and collector, takes of the processor for each frame: with two cores for painter, run
 * and machine, it is the machine that keeps the painter waiting.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=mirrorstorm.picture.StageFrames}; with {@code -Djmh.args="TEXT"} only the
 * rows whose name contains the text.
 */
public final class StageFrames {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final int CHARTS_HEIGHT = 330;
    private static final int SNAPSHOTS = 24;
    private static final int FRAMES = 400;

    private static final long SECOND = 1_000_000_000L;

    /** The toolkit asks for a frame sixty times a second; between two of them the painter rests, as in the window. */
    private static final long FRAME_NANOS = SECOND / 60;

    /** What comes first is still interpreted and compiled; it is told as a row of its own. */
    private static final long START_NANOS = 10 * SECOND;

    private static final long WARM_UP_NANOS = 2 * SECOND;

    /** How often the window paints its charts, which it does on a thread of their own. */
    private static final long CHARTS_MILLIS = 100;

    /** How often the window copies what was measured, at most. */
    private static final long COURSE_NANOS = SECOND / 8;

    /** Such as {@code -rf json -rff bench.json}, which the profile hands to every program. */
    private static final int FOR_BENCHMARKS = 4;

    private static final long HALF_DAY = Duration.ofHours(12).toNanos();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String wanted;
    private final Snapshot[] snapshots = new Snapshot[SNAPSHOTS];
    private final StagePainter painter = new StagePainter(Theme.DARK);
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final IntBuffer screen = IntBuffer.allocate(WIDTH * HEIGHT);
    private final BufferedImage charts = new BufferedImage(WIDTH, CHARTS_HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final IntBuffer chartsScreen = IntBuffer.allocate(WIDTH * CHARTS_HEIGHT);
    private final Traffic traffic = new Traffic(1);
    private final Timeline run;
    private final StageLayout whole;
    private volatile ChartView measured;

    /** Where the camera is in each frame. */
    private interface Flight {
        Camera at(int frame, StageLayout whole);
    }

    /** @param wanted a part of the names of the rows that are measured */
    private StageFrames(String wanted, int nodes, int racks, int volumes) {
        this.wanted = wanted;
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
        measured = chartsNow();
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws InterruptedException {
        boolean isProfile = arguments.length > 0 && arguments[0].equals("-rf");
        String[] own = Arrays.copyOfRange(arguments, isProfile ? FOR_BENCHMARKS : 0, arguments.length);
        String wanted = String.join(" ", own);
        System.out.println("\n| stage | median, ms | p99, ms | own median, ms | own p99, ms | machine, ms |\n"
                + "|---|---|---|---|---|---|");
        StageFrames usual = new StageFrames(wanted, 480, 24, 24_000);
        usual.start("480 nodes, 5,000 dots: the first ten seconds", 5_000);
        usual.measure("480 nodes, 5,000 dots", 5_000, (frame, layout) -> Camera.WHOLE);
        usual.measureWithCharts("480 nodes, 5,000 dots, live charts", 5_000);
        usual.measureCharts("the charts alone, 12 to 96 hours of them");
        usual.measure("the stage zoomed to a rack", 5_000, (frame, layout) -> new Camera(5, 0.31, 0.4));
        usual.measure(
                "the same, single volumes, moving", 5_000, (frame, layout) -> new Camera(10, 0.3 + frame * 1e-4, 0.4));
        usual.measure("the same, flying from all to one volume", 5_000, StageFrames::flight);
        StageFrames large = new StageFrames(wanted, 10_000, 250, 500_000);
        large.measure("10,000 nodes, 30,000 dots", 30_000, (frame, layout) -> Camera.WHOLE);
        large.measure("the same, 100,000 dots", 100_000, (frame, layout) -> Camera.WHOLE);
        large.measure(
                "the same, 30,000 dots, zoomed to a few racks", 30_000, (frame, layout) -> new Camera(6, 0.31, 0.4));
        large.measure("10,000 nodes, flying from all to one volume", 30_000, StageFrames::flight);
    }

    private static Camera flight(int frame, StageLayout layout) {
        double share = frame % 100 / 100.0;
        return Camera.WHOLE.towards(new Camera(layout.zoomMax(), 0.31, 0.42).inside(), share);
    }

    // Rows

    /** What the first seconds of the machine are like: every row after it is measured without them. */
    private void start(String name, int dots) throws InterruptedException {
        fillTraffic(dots);
        Row row = new Row(Integer.MAX_VALUE, START_NANOS);
        beside(90 * SECOND, simulation -> row.fill(frame -> paint(frame, Camera.WHOLE, dots), simulation));
        row.print(name);
    }

    private void measure(String name, int dots, Flight flight) throws InterruptedException {
        fillTraffic(dots);
        measure(name, 90 * SECOND, frame -> paint(frame, flight.at(frame % FRAMES, whole), dots));
    }

    /** The stage, while the charts are painted as in the window: beside it, and as often. */
    private void measureWithCharts(String name, int dots) throws InterruptedException {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread beside = new Thread(() -> {
            while (goesOn.get()) {
                paintCharts();
                LockSupport.parkNanos(CHARTS_MILLIS * 1_000_000);
            }
        });
        fillTraffic(dots);
        beside.start();
        measure(name, HALF_DAY, frame -> paint(frame, Camera.WHOLE, dots));
        goesOn.set(false);
        beside.join();
    }

    /** The charts below the stage, as high as in a window of 1600 x 900. */
    private void measureCharts(String name) throws InterruptedException {
        measure(name, HALF_DAY, frame -> paintCharts());
    }

    /** @param fromNanos where the run begins, again and again */
    private void measure(String name, long fromNanos, IntConsumer painting) throws InterruptedException {
        if (!name.contains(wanted)) {
            return;
        }
        Row row = new Row(FRAMES, Long.MAX_VALUE);
        beside(fromNanos, simulation -> {
            new Row(Integer.MAX_VALUE, WARM_UP_NANOS).fill(painting);
            new Row(FRAMES, Long.MAX_VALUE).fill(painting);
            row.fill(painting, simulation);
        });
        row.print(name);
    }

    /** Does something while the run goes on at full speed, and is copied for the charts as often as in the window. */
    private void beside(long fromNanos, Consumer<Thread> painting) throws InterruptedException {
        AtomicBoolean goesOn = new AtomicBoolean(true);
        run.seek(fromNanos);
        measured = chartsNow();
        Thread simulation = new Thread(() -> {
            long copied = System.nanoTime();
            while (goesOn.get()) {
                run.advanceTo(run.clockNanos() + SECOND);
                if (System.nanoTime() - copied > COURSE_NANOS) {
                    copied = System.nanoTime();
                    measured = chartsNow();
                }
                if (run.clockNanos() >= run.horizonNanos()) {
                    run.seek(fromNanos);
                }
            }
        });
        simulation.start();
        painting.accept(simulation);
        goesOn.set(false);
        simulation.join();
    }

    private ChartView chartsNow() {
        return ChartView.soFar(run.series(), run.scenario(), run.plan(), run.logEntries(), run.clockNanos());
    }

    /** The frames of a row, one after the other: so many, or as many as there are in a time. */
    private static final class Row {

        private final int framesMax;
        private final long nanosMax;
        private final List<Double> wall = new ArrayList<>();
        private final List<Double> own = new ArrayList<>();
        private double machineMillis;

        Row(int framesMax, long nanosMax) {
            this.framesMax = framesMax;
            this.nanosMax = nanosMax;
        }

        void fill(IntConsumer painting) {
            long begun = System.nanoTime();
            long due = begun;
            while (wall.size() < framesMax && System.nanoTime() - begun < nanosMax) {
                due = Math.max(due + FRAME_NANOS, System.nanoTime());
                rest(due);
                long start = System.nanoTime();
                long ownStart = THREADS.getCurrentThreadCpuTime();
                painting.accept(wall.size());
                wall.add((System.nanoTime() - start) / 1e6);
                own.add((THREADS.getCurrentThreadCpuTime() - ownStart) / 1e6);
            }
        }

        private static void rest(long untilNanos) {
            for (long left = untilNanos - System.nanoTime(); left > 0; left = untilNanos - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }

        /** As {@link #fill(IntConsumer)}, and how much of the processor neither this thread nor the run's takes. */
        void fill(IntConsumer painting, Thread simulation) {
            long before = machineNanos(simulation);
            fill(painting);
            machineMillis = (machineNanos(simulation) - before) / 1e6 / wall.size();
        }

        private static long machineNanos(Thread simulation) {
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return system.getProcessCpuTime()
                    - THREADS.getCurrentThreadCpuTime()
                    - THREADS.getThreadCpuTime(simulation.getId());
        }

        void print(String name) {
            Collections.sort(wall);
            Collections.sort(own);
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %.1f | %.1f |",
                    name,
                    wall.get(wall.size() / 2),
                    wall.get(wall.size() * 99 / 100),
                    own.get(own.size() / 2),
                    own.get(own.size() * 99 / 100),
                    machineMillis));
        }
    }

    // Pictures

    private void paintCharts() {
        ChartView view = measured;
        Rectangle2D area = new Rectangle2D.Double(0, 0, WIDTH, CHARTS_HEIGHT);
        List<Chart> shown = ChartPainter.fitting(view.options().charts(), CHARTS_HEIGHT, 1);
        Arrays.fill(Pixels.of(charts), 0);
        Graphics2D g = charts.createGraphics();
        ChartPainter.paint(g, view, shown, area, Theme.DARK);
        g.dispose();
        chartsScreen.put(0, Pixels.of(charts));
    }

    private void paint(int frame, Camera camera, int dots) {
        for (int i = 0; i < dots; i++) {
            traffic.progress[i] = (traffic.progress[i] + 0.02f) % 1;
        }
        StageLayout layout = whole.seenBy(camera);
        painter.paint(image, new StageView(snapshots[frame % SNAPSHOTS], layout, traffic, StageView.Marks.NONE, 1));
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
