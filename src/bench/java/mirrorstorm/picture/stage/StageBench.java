package mirrorstorm.picture.stage;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.model.NodeTarget;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.Theme;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Scenario;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One frame of a storm on a stage of 1600 x 900 pixels, as the window paints it: dots are moved, then every pixel is
 * painted. The snapshots come from a run that goes on, so that cells change and copies start and end; exactly as many
 * dots are in flight as the parameter says.
 *
 * <p>{@code mvn -Pbench test -Djmh.args="StageBench"}; the median and the 99th percentile are p0.50 and p0.99.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class StageBench {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;
    private static final int SNAPSHOTS = 24;
    private static final double FRAME_SECONDS = 1 / 60.0;
    private static final long SECOND = 1_000_000_000L;

    /** Nodes, racks, volumes, dots in flight. */
    @Param({"480/24/24000/2000", "480/24/24000/5000", "10000/250/500000/30000", "12/3/60/100"})
    public String cluster;

    private final Snapshot[] snapshots = new Snapshot[SNAPSHOTS];
    private final StagePainter painter = new StagePainter(Theme.DARK);
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    private final Traffic traffic = new Traffic(1);
    private StageLayout layout;
    private int dots;
    private int frame;

    /** A run half a minute after its nodes have the network back, and half a minute of it. */
    @Setup
    public void prepare() {
        String[] numbers = cluster.split("/", -1);
        dots = Integer.parseInt(numbers[3]);
        Scenario scenario = Scenario.DEFAULTS
                .withLever("cluster.nodes", Integer.parseInt(numbers[0]))
                .withLever("cluster.racks", Integer.parseInt(numbers[1]))
                .withLever("cluster.volumes", Integer.parseInt(numbers[2]))
                .withLever("cluster.utilisation", 0.8045)
                .withTimeline(List.of(new TimedIntervention(
                        SECOND, new Intervention.Isolate(new NodeTarget.Share(0.277), Duration.ofSeconds(60)))));
        Timeline run = new Timeline(scenario, EngineKind.RATES, 10 * SECOND);
        for (int i = 0; i < SNAPSHOTS; i++) {
            run.advanceTo((90 + i) * SECOND);
            snapshots[i] = run.snapshot();
        }
        layout = StageLayout.of(snapshots[0], WIDTH, HEIGHT);
        traffic.advance(snapshots[0], layout, FRAME_SECONDS, FRAME_SECONDS);
        fillTraffic();
    }

    /** Dots anywhere between any nodes, of which a half come back. */
    private void fillTraffic() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < dots; i++) {
            traffic.kind[i] = random.nextBoolean() ? Traffic.OUT : Traffic.BACK;
            traffic.source[i] = random.nextInt(layout.nodeCount());
            traffic.target[i] = random.nextInt(layout.nodeCount());
            traffic.volume[i] = -1;
            traffic.offsets[i] = random.nextInt();
            traffic.progress[i] = (float) random.nextDouble();
        }
        traffic.count = dots;
    }

    /** Every frame shows the next snapshot; going back to the first one costs what going on does. */
    @Benchmark
    public BufferedImage frame() {
        Snapshot snapshot = snapshots[frame++ % SNAPSHOTS];
        for (int i = 0; i < dots; i++) {
            traffic.progress[i] = (traffic.progress[i] + 0.02f) % 1;
        }
        painter.paint(image, new StageView(snapshot, layout, traffic, StageView.NONE, StageView.NONE, 1));
        return image;
    }
}
