package mirrorstorm.ui.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import mirrorstorm.ui.playback.RunView;

/** Drives windows from a thread of its own, as somebody in front of the screen would. */
final class Script {

    private static final long PATIENCE_MILLIS = 120_000;

    /** Such as {@code -rf json -rff bench.json}. */
    private static final int FOR_BENCHMARKS = 4;

    private Script() {}

    /** The arguments without those that the profile hands to every benchmark. */
    static String[] own(String[] args) {
        int from = args.length > 0 && args[0].equals("-rf") ? FOR_BENCHMARKS : 0;
        return java.util.Arrays.copyOfRange(args, Math.min(from, args.length), args.length);
    }

    /** What is to be done once JavaFX runs; the program ends with it. */
    interface Play {
        void play() throws Exception;
    }

    /** Starts JavaFX, plays and exits: with 1 if something went wrong. */
    static void play(Play play) {
        ClassLoader.getSystemClassLoader().setPackageAssertionStatus("mirrorstorm", true);
        System.setProperty("java.awt.headless", "true");
        Thread thread = new Thread(() -> {
            int code = 0;
            try {
                Started.LATCH.await();
                play.play();
                fx(Script::closeAll);
            } catch (Exception | AssertionError e) {
                e.printStackTrace();
                code = 1;
            }
            System.exit(code);
        });
        thread.start();
        Application.launch(Started.class);
    }

    /** A toolkit that is torn down under a window that moves complains. */
    private static boolean closeAll() {
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        return Window.getWindows().isEmpty();
    }

    /** JavaFX without a window of its own. */
    public static final class Started extends Application {

        static final CountDownLatch LATCH = new CountDownLatch(1);

        /** For JavaFX. */
        public Started() {}

        @Override
        public void start(Stage unused) {
            Platform.setImplicitExit(false);
            LATCH.countDown();
        }
    }

    /** Does it on the FX thread and waits for it. */
    static <T> T fx(Callable<T> what) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(what);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Does it on the FX thread and waits for it. */
    static void fx(Runnable what) throws InterruptedException {
        fx(() -> {
            what.run();
            return true;
        });
    }

    /** Waits until the run is seen so. */
    static RunView await(MainWindow window, Predicate<RunView> isExpected) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (System.currentTimeMillis() < end) {
            RunView view = fx(() -> window.models().playback().view().orElse(null));
            if (view != null && isExpected.test(view)) {
                return view;
            }
            pause(50);
        }
        throw new IllegalStateException("it does not come to that");
    }

    static void pause(long millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    /** Writes what the scene shows, without popups. */
    static void shoot(Scene scene, Path file) throws IOException, InterruptedException {
        WritableImage shot = fx(() -> scene.snapshot(null));
        int width = (int) shot.getWidth();
        int height = (int) shot.getHeight();
        int[] pixels = new int[width * height];
        shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ImageIO.write(image, "png", file.toFile());
    }
}
