package mirrorstorm.ui.window;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.run.Row;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.levers.LeversViewModel;
import mirrorstorm.ui.playback.Gear;

/**
 * How long the FX thread is held: a heart beats there every two milliseconds while the window plays, seeks, changes
 * levers and theme. A beat that comes late is looked into while it is late: whose code runs there, ours or the
 * toolkit's, and whether the collector ran meanwhile. Needs a display.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=mirrorstorm.ui.window.FxHold}
 */
public final class FxHold {

    private static final long BEAT_MILLIS = 2;
    private static final double LONG_MILLIS = 16;
    /** What the window is made of is loaded and compiled in the first seconds. */
    private static final long WARM_UP_MILLIS = 10_000;

    private static final long STEP_MILLIS = 2_000;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<String> TOGGLES =
            List.of("charts", "charts", "story", "story", "levers", "levers", "textLarger", "textNormal");

    private final Map<String, Hold> holds = new HashMap<>();
    private volatile boolean isAlive = true;
    private volatile boolean isMeasuring;
    private long beats;

    /** How often and how long one place of the code held the thread. */
    private static final class Hold {
        private int count;
        private double longestMillis;
    }

    private FxHold() {}

    /** Plays and reports. */
    public static void main(String[] args) {
        Script.play(() -> new FxHold().measure());
    }

    private void measure() throws Exception {
        Path folder = Files.createTempDirectory("mirrorstorm-hold");
        MainWindow window = Script.fx(() -> {
            MainWindow made = MainWindow.in(new Stage(), Places.in(folder));
            made.begin(Library.bundled("aws-2011"));
            return made;
        });
        Thread fx = Script.fx(Thread::currentThread);
        Thread heart = new Thread(() -> beat(fx), "heart");
        heart.setDaemon(true);
        heart.start();
        play(window);
        isAlive = false;
        heart.join();
        report();
    }

    private void play(MainWindow window) throws InterruptedException {
        MainWindow.Models models = window.models();
        Script.fx(() -> models.playback().play(true));
        act(window);
        Script.pause(WARM_UP_MILLIS);
        isMeasuring = true;
        act(window);
    }

    /** What somebody does with the window. */
    private static void act(MainWindow window) throws InterruptedException {
        MainWindow.Models models = window.models();
        LeversViewModel levers = models.levers();
        Script.fx(() -> models.playback().seek(Duration.ofMinutes(9).toNanos()));
        Script.pause(STEP_MILLIS);
        Script.fx(() -> models.playback().shift(Gear.FAST));
        Script.pause(STEP_MILLIS);
        for (int hour = 1; hour < 90; hour += 3) {
            long time = Duration.ofHours(hour).toNanos();
            Script.fx(() -> models.playback().seek(time));
            Script.pause(STEP_MILLIS / 20);
        }
        Script.fx(() -> models.playback().seek(Duration.ofHours(2).toNanos()));
        Script.pause(STEP_MILLIS);
        Script.fx(() -> levers.at("search.backoff.policy").choose(BackoffPolicy.FULL_JITTER));
        Script.pause(STEP_MILLIS);
        Script.fx(() -> models.playback().undo());
        Script.pause(STEP_MILLIS);
        for (String action : TOGGLES) {
            Script.fx(() -> models.actions().get(action).run());
            Script.pause(STEP_MILLIS / 2);
        }
    }

    // The heart

    private void beat(Thread fx) {
        try {
            while (isAlive) {
                beatOnce(fx);
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOnce(Thread fx) throws InterruptedException {
        boolean counts = isMeasuring;
        long collected = collectorMillis();
        long from = System.nanoTime();
        CountDownLatch beaten = new CountDownLatch(1);
        Platform.runLater(beaten::countDown);
        String ours = "";
        int looks = 0;
        int oursSeen = 0;
        while (!beaten.await(1, TimeUnit.MILLISECONDS)) {
            String seen = ours(fx.getStackTrace());
            looks++;
            oursSeen += seen.isEmpty() ? 0 : 1;
            ours = seen.isEmpty() ? ours : seen;
        }
        String holder = 2 * oursSeen >= looks && looks > 0 ? ours : "toolkit";
        double millis = (System.nanoTime() - from) / NANOS_PER_MILLI;
        if (counts) {
            beats++;
            note(millis, collectorMillis() > collected ? "collector" : holder);
        }
    }

    /** The innermost method of ours on the FX thread, empty if there is none. */
    private static String ours(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            boolean isOurs = frame.getClassName().startsWith("mirrorstorm.");
            if (isOurs && !frame.getClassName().equals(FrameLoop.class.getName())) {
                return "ours: " + frame.getClassName() + "." + frame.getMethodName();
            }
        }
        return "";
    }

    private void note(double millis, String holder) {
        if (millis > LONG_MILLIS) {
            Hold hold = holds.computeIfAbsent(holder, name -> new Hold());
            hold.count++;
            hold.longestMillis = Math.max(hold.longestMillis, millis);
        }
    }

    private static long collectorMillis() {
        long sum = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            sum += Math.max(0, collector.getCollectionTime());
        }
        return sum;
    }

    private void report() {
        double longest = 0;
        StringBuilder others = new StringBuilder();
        for (Map.Entry<String, Hold> each : new TreeMap<>(holds).entrySet()) {
            Hold hold = each.getValue();
            others.append(String.format(
                    Locale.ROOT, "; %s %d times, at most %.0f ms", each.getKey(), hold.count, hold.longestMillis));
            longest = each.getKey().startsWith("ours") ? Math.max(longest, hold.longestMillis) : longest;
        }
        String held = String.format(Locale.ROOT, "%d beats%s", beats, others);
        Row.atMost(
                "longest hold of the FX thread by our code, ms (longer than 16 ms in " + held + ")",
                LONG_MILLIS,
                longest,
                Double.NaN);
    }
}
