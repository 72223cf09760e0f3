package mirrorstorm.ui.window;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import mirrorstorm.scenario.ScenarioException;
import mirrorstorm.ui.work.BackgroundJob;

/** Work with files, off the FX thread, one after the other; what comes of it is handed over at the next frame. */
final class FileTasks {

    /** What may go wrong is the file's fault, or the environment's. */
    interface FileTask<T> {
        T run() throws IOException, ScenarioException;
    }

    /** Told what went wrong. */
    interface Trouble {
        void with(Exception problem);
    }

    /** A job with those that want to know what came of it. */
    private record Open<T>(BackgroundJob<T> job, Consumer<T> onDone, Trouble onTrouble) {

        void handOver() {
            boolean unused = job.onFrame(onDone);
            job.problem().ifPresent(onTrouble::with);
        }
    }

    private final Executor worker;
    private final Queue<Open<?>> open = new ArrayDeque<>();

    /** @param worker runs one task at a time, in order */
    FileTasks(Executor worker) {
        this.worker = worker;
    }

    /** Does the work, then one of the others at a frame: {@code onDone} with what came of it, or {@code onTrouble}. */
    <T> void run(FileTask<T> fileTask, Consumer<T> onDone, Trouble onTrouble) {
        BackgroundJob<T> job = BackgroundJob.start(worker, (token, deliver) -> deliver.accept(fileTask.run()));
        open.add(new Open<>(job, onDone, onTrouble));
    }

    /** Called once a frame: hands over what was done. Whether there is more to come. */
    boolean onFrame() {
        for (Open<?> first = open.peek(); first != null && first.job().isOver(); first = open.peek()) {
            open.remove();
            first.handOver();
        }
        return !open.isEmpty();
    }
}
