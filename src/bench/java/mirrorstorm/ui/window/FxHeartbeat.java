package mirrorstorm.ui.window;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Sends a beat to the FX thread every two milliseconds. As long as one is late, it looks once a millisecond whose code
 * the thread runs, and how much of the processor it had since the look before: so a hold by our code is told from one
 * by the toolkit, and both from waiting for the collector or for a core.
 *
 * <p>A hold is an unbroken row of looks that find the same: some method of ours on the stack, or none. The toolkit
 * running inside a method of ours counts as ours; so does what is synchronous because we ask for it. Only the window
 * system, in a native method below the toolkit, counts as the toolkit's: it may load an input method with the first
 * field that has the focus.
 */
final class FxHeartbeat extends Thread {

    /** Longer than a frame. */
    static final double LONG_MILLIS = 16;

    private static final long BEAT_MILLIS = 2;

    /** Of what the FX thread does in more time than this, milliseconds, a look tells nothing. */
    private static final double PROCESSOR_PER_LOOK_MAX = 6;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Those who act in place of somebody at the window; and the frame loop, which only passes on. */
    private static final List<Class<?>> NOT_OURS = List.of(FxHold.class, Script.class, FrameLoop.class);

    /** Who held the thread. */
    enum Holder {
        OURS,
        TOOLKIT,
        COLLECTOR,
        /** Neither: the thread was ready and had no core. */
        NOBODY,
        /** Who it was cannot be told: this thread had no core and looked too rarely. */
        UNSEEN
    }

    /**
     * A hold.
     *
     * @param during    what was being done with the window
     * @param place     the innermost method of ours that was seen most often; empty if none was
     * @param processor how much of the processor the FX thread had meanwhile, ms
     * @param wall      how long it took, ms
     */
    record Hold(Holder holder, String during, String place, double processor, double wall) {}

    private final Thread fx;
    private final List<Hold> holds = new ArrayList<>();
    private volatile String during = "";
    private volatile boolean isMeasuring;
    private volatile boolean isAlive = true;
    private long beats;

    FxHeartbeat(Thread fx) {
        super("heart");
        this.fx = fx;
        setDaemon(true);
    }

    /** From now on holds are noted. */
    void measure() {
        isMeasuring = true;
    }

    /** Says what is being done from now on. */
    void during(String what) {
        during = what;
    }

    /** Ends it; the holds that were noted. */
    List<Hold> end() throws InterruptedException {
        isAlive = false;
        join();
        return holds;
    }

    long beats() {
        return beats;
    }

    @Override
    public void run() {
        try {
            while (isAlive) {
                beat();
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException e) {
            interrupt();
        }
    }

    private void beat() throws InterruptedException {
        String doing = during;
        boolean counts = isMeasuring;
        long collected = collectorMillis();
        long from = System.nanoTime();
        Streaks streaks = new Streaks(doing, from, fxNanos());
        CountDownLatch beaten = new CountDownLatch(1);
        Platform.runLater(beaten::countDown);
        while (!beaten.await(1, TimeUnit.MILLISECONDS)) {
            streaks.look(ours(fx.getStackTrace()), System.nanoTime(), fxNanos());
        }
        long to = System.nanoTime();
        streaks.end(to, fxNanos());
        if (counts) {
            beats++;
            double wall = (to - from) / NANOS_PER_MILLI;
            if (streaks.found.isEmpty() && wall > LONG_MILLIS) {
                boolean isCollector = collectorMillis() > collected;
                Holder holder = isCollector ? Holder.COLLECTOR : Holder.NOBODY;
                holds.add(new Hold(holder, doing, "", streaks.processor(), wall));
            }
            holds.addAll(streaks.found);
        }
    }

    /** The rows of equal looks of one beat. */
    private static final class Streaks {

        private final List<Hold> found = new ArrayList<>();
        private final String doing;
        private final long firstCpu;
        private final Map<String, Integer> places = new HashMap<>();
        private int looks;
        private boolean isOurs;
        private boolean isFirst = true;
        private long begun;
        private long begunCpu;
        private long last;
        private long lastCpu;

        Streaks(String doing, long now, long cpu) {
            this.doing = doing;
            firstCpu = cpu;
            begun = now;
            begunCpu = cpu;
            last = now;
            lastCpu = cpu;
        }

        /** {@code place} is empty if no method of ours is on the stack. */
        void look(String place, long now, long cpu) {
            boolean isOursNow = !place.isEmpty();
            if (!isFirst && isOursNow != isOurs) {
                close();
            }
            isFirst = false;
            isOurs = isOursNow;
            looks++;
            places.merge(place, 1, Integer::sum);
            last = now;
            lastCpu = cpu;
        }

        void end(long now, long cpu) {
            last = now;
            lastCpu = cpu;
            close();
        }

        double processor() {
            return (lastCpu - firstCpu) / NANOS_PER_MILLI;
        }

        private void close() {
            double processor = (lastCpu - begunCpu) / NANOS_PER_MILLI;
            if (processor > LONG_MILLIS) {
                String place = places.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse("");
                boolean isSeen = looks * PROCESSOR_PER_LOOK_MAX >= processor;
                Holder holder = isSeen ? isOurs ? Holder.OURS : Holder.TOOLKIT : Holder.UNSEEN;
                found.add(new Hold(holder, doing, place, processor, (last - begun) / NANOS_PER_MILLI));
            }
            places.clear();
            looks = 0;
            begun = last;
            begunCpu = lastCpu;
        }
    }

    /** The innermost method of ours, empty if there is none or the window system is at work. */
    private static String ours(StackTraceElement[] stack) {
        if (stack.length > 0
                && stack[0].isNativeMethod()
                && stack[0].getClassName().startsWith("com.sun.glass.")) {
            return "";
        }
        for (StackTraceElement frame : stack) {
            String type = frame.getClassName();
            boolean isOurs = type.startsWith("mirrorstorm.")
                    && NOT_OURS.stream().noneMatch(each -> type.startsWith(each.getName()));
            if (isOurs) {
                return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
            }
        }
        return "";
    }

    private long fxNanos() {
        return THREADS.getThreadCpuTime(fx.getId());
    }

    private static long collectorMillis() {
        long sum = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            sum += Math.max(0, collector.getCollectionTime());
        }
        return sum;
    }
}
