package mirrorstorm.ui.window;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import mirrorstorm.scenario.ScenarioException;

/** Work with files, off the FX thread; what comes of it is handed over at the next frame. */
final class FileTasks {

    /** What may go wrong is the file's fault, or the environment's. */
    interface FileTask<T> {
        T run() throws IOException, ScenarioException;
    }

    /** Told what went wrong. */
    interface Trouble {
        void with(Exception problem);
    }

    private final Executor worker;
    private final Queue<Runnable> results = new ConcurrentLinkedQueue<>();
    private final AtomicInteger openCount = new AtomicInteger();

    /** @param worker runs one task at a time */
    FileTasks(Executor worker) {
        this.worker = worker;
    }

    /** Does the work, then one of the others at a frame: {@code onDone} with what came of it, or {@code onTrouble}. */
    <T> void run(FileTask<T> fileTask, Consumer<T> onDone, Trouble onTrouble) {
        openCount.incrementAndGet();
        worker.execute(() -> {
            try {
                T result = fileTask.run();
                results.add(() -> onDone.accept(result));
            } catch (IOException | ScenarioException e) {
                results.add(() -> onTrouble.with(e));
            } finally {
                openCount.decrementAndGet();
            }
        });
    }

    /** Called once a frame: hands over what was done. Whether there is more to come. */
    boolean onFrame() {
        for (Runnable result = results.poll(); result != null; result = results.poll()) {
            result.run();
        }
        return openCount.get() > 0 || !results.isEmpty();
    }
}
