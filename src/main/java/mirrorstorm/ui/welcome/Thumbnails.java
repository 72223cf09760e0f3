package mirrorstorm.ui.welcome;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import mirrorstorm.export.Thumbnail;
import mirrorstorm.picture.Theme;
import mirrorstorm.scenario.AtomicFile;
import mirrorstorm.scenario.Scenario;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The small pictures of scenarios, made by a thread of their own one after the other and kept on disk. Nobody waits
 * for one: its property gets a value when it is there.
 */
public final class Thumbnails {

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);

    private record Wanted(String scenario, Theme theme) {}

    private final Executor worker;
    private final Optional<Path> folder;
    private final Map<Wanted, ReadOnlyObjectWrapper<Image>> images = new HashMap<>();
    private final Queue<Runnable> results = new ConcurrentLinkedQueue<>();
    private final AtomicInteger openCount = new AtomicInteger();
    private volatile boolean isClosed;

    /**
     * @param worker runs one task at a time
     * @param folder where pictures are kept; empty to keep none
     */
    public Thumbnails(Executor worker, Optional<Path> folder) {
        this.worker = worker;
        this.folder = folder;
    }

    /** The picture of a scenario, ordered if nobody has done so yet; no value before it is there. FX thread. */
    public ReadOnlyObjectProperty<Image> of(Scenario scenario, Theme theme) {
        return images.computeIfAbsent(new Wanted(scenario.id(), theme), wanted -> order(scenario, theme))
                .getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<Image> order(Scenario scenario, Theme theme) {
        ReadOnlyObjectWrapper<Image> image = new ReadOnlyObjectWrapper<>();
        openCount.incrementAndGet();
        worker.execute(() -> {
            try {
                png(scenario, theme).ifPresent(png -> {
                    Image made = new Image(new ByteArrayInputStream(png));
                    results.add(() -> image.set(made));
                });
            } finally {
                openCount.decrementAndGet();
            }
        });
        return image;
    }

    private Optional<byte[]> png(Scenario scenario, Theme theme) {
        Optional<Path> file = folder.map(place -> place.resolve(Thumbnail.key(scenario, theme) + ".png"));
        Optional<byte[]> kept = file.flatMap(Thumbnails::read);
        if (kept.isPresent() || isClosed) {
            return kept;
        }
        Optional<byte[]> made = Thumbnail.png(
                scenario, theme, () -> isClosed || Thread.currentThread().isInterrupted());
        if (made.isPresent() && file.isPresent()) {
            keep(made.get(), file.get());
        }
        return made;
    }

    private static Optional<byte[]> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("the picture {} is made again", file, e);
            return Optional.empty();
        }
    }

    private static void keep(byte[] png, Path file) {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, out -> out.write(png));
        } catch (IOException e) {
            LOG.debug("the picture {} is not kept", file, e);
        }
    }

    /** Called once a frame: hands over what was made. Whether there is more to come. */
    public boolean onFrame() {
        for (Runnable result = results.poll(); result != null; result = results.poll()) {
            result.run();
        }
        return openCount.get() > 0 || !results.isEmpty();
    }

    /** Makes no more. */
    public void close() {
        isClosed = true;
    }
}
