package mirrorstorm.picture;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.picture.chart.Chart;
import mirrorstorm.picture.chart.ChartGhost;
import mirrorstorm.picture.chart.ChartOptions;
import mirrorstorm.picture.chart.ChartPainter;
import mirrorstorm.picture.chart.ChartView;
import mirrorstorm.picture.chart.VariantChartPainter;
import mirrorstorm.picture.chart.VariantView;
import mirrorstorm.run.Timeline;
import mirrorstorm.scenario.Library;

/**
 * How much of a processor's time a picture of charts takes: medians of many, of twelve hours of 2011 and of two days. Given the classes of
 * another build, every picture is painted by both in turns, so that both meet the same machine, and the ratio is told.
 *
 * <p>{@code mvn -Pbench test -Dbench.main=mirrorstorm.picture.ChartFrames}; with {@code -Djmh.args="target/other"} held
 * against the classes in that folder and the libraries beside them ({@code target/other/*.jar}).
 */
public final class ChartFrames {

    private static final int WARM_UP = 120;
    private static final int FRAMES = 240;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ChartFrames() {}

    /** Prints the table. */
    public static void main(String[] arguments) throws Exception {
        boolean isCompared = arguments.length > 0 && !arguments[0].startsWith("-");
        Map<String, Supplier<BufferedImage>> present = new Pictures().get();
        Map<String, Supplier<BufferedImage>> other = isCompared ? other(Path.of(arguments[0])) : Map.of();
        System.out.println("\n| picture | median, ms | other build, ms | ratio |\n|---|---|---|---|");
        present.forEach((name, picture) -> {
            Supplier<BufferedImage> before = other.getOrDefault(name, picture);
            double[] ours = new double[FRAMES];
            double[] theirs = new double[FRAMES];
            for (int i = -WARM_UP; i < FRAMES; i++) {
                double theirMillis = isCompared ? millis(before) : Double.NaN;
                double ourMillis = millis(picture);
                if (i >= 0) {
                    ours[i] = ourMillis;
                    theirs[i] = theirMillis;
                }
            }
            double our = median(ours);
            double their = median(theirs);
            System.out.println(
                    String.format(Locale.ROOT, "| %s | %.2f | %.2f | %.2f |", name, our, their, our / their));
        });
    }

    private static double millis(Supplier<BufferedImage> picture) {
        long start = THREADS.getCurrentThreadCpuTime();
        picture.get();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** The pictures as another build paints them: its classes come first, this program's own class goes with them. */
    @SuppressWarnings("unchecked")
    private static Map<String, Supplier<BufferedImage>> other(Path folder) throws Exception {
        List<URL> places = new ArrayList<>();
        places.add(folder.resolve("classes").toUri().toURL());
        try (var jars = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : jars) {
                places.add(jar.toUri().toURL());
            }
        }
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            places.add(Path.of(place).toUri().toURL());
        }
        URLClassLoader loader = new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        try {
            return (Map<String, Supplier<BufferedImage>>) ((Supplier<?>) loader.loadClass(Pictures.class.getName())
                            .getConstructor()
                            .newInstance())
                    .get();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the other build cannot paint these pictures", e.getCause());
        }
    }

    /** The pictures, by name. Made by reflection in the class loader of each build. */
    public static final class Pictures implements Supplier<Map<String, Supplier<BufferedImage>>> {

        private static final long MINUTE = Duration.ofMinutes(1).toNanos();
        private static final int WIDTH = 1600;

        private final Timeline run = new Timeline(Library.bundled("aws-2011"), EngineKind.RATES, MINUTE);
        private final Map<Integer, BufferedImage> images = new HashMap<>();
        private final Series half;
        private final Series whole;

        public Pictures() {
            run.advanceTo(Duration.ofHours(12).toNanos());
            half = run.series();
            run.advanceTo(Duration.ofHours(48).toNanos());
            whole = run.series();
        }

        @Override
        public Map<String, Supplier<BufferedImage>> get() {
            Map<String, Supplier<BufferedImage>> pictures = new LinkedHashMap<>();
            List<Chart> usual = ChartOptions.USUAL.charts();
            List<Chart> all = List.of(Chart.values());
            ChartView day = view(half, Duration.ofHours(12));
            ChartView days = view(whole, Duration.ofHours(48));
            pictures.put("usual charts, 12 h, 1600 x 330", () -> charts(day, usual, 330, Theme.DARK));
            pictures.put("usual charts, 48 h, 1600 x 330", () -> charts(days, usual, 330, Theme.LIGHT));
            pictures.put("all charts, 48 h, 1600 x 900", () -> charts(days, all, 900, Theme.DARK));
            pictures.put(
                    "all charts beside another course, 48 h, 1600 x 900",
                    () -> charts(days.withGhosts(List.of(new ChartGhost("other", half))), all, 900, Theme.DARK));
            VariantView variants = new VariantView(
                    List.of(whole, half),
                    List.of(OptionalLong.empty(), OptionalLong.of(60 * MINUTE)),
                    Duration.ofHours(50).toNanos(),
                    Duration.ofHours(48).toNanos(),
                    -1,
                    1);
            pictures.put("two variants, 48 h, 1600 x 900", () -> variants(variants));
            return pictures;
        }

        private ChartView view(Series series, Duration now) {
            return ChartView.soFar(series, run.scenario(), run.plan(), run.logEntries(), now.toNanos());
        }

        /** As in the window, the same image again and again. */
        private BufferedImage cleared(int height) {
            BufferedImage image = images.computeIfAbsent(
                    height, any -> new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_ARGB_PRE));
            Arrays.fill(Pixels.of(image), 0);
            return image;
        }

        private BufferedImage charts(ChartView view, List<Chart> charts, int height, Theme theme) {
            BufferedImage image = cleared(height);
            Graphics2D g = image.createGraphics();
            ChartPainter.paint(g, view, charts, new Rectangle2D.Double(0, 0, WIDTH, height), theme);
            g.dispose();
            return image;
        }

        private BufferedImage variants(VariantView view) {
            BufferedImage image = cleared(900);
            Graphics2D g = image.createGraphics();
            VariantChartPainter.paint(
                    g, view, VariantChartPainter.fitting(900, 1), new Rectangle2D.Double(0, 0, WIDTH, 900), Theme.DARK);
            g.dispose();
            return image;
        }
    }
}
