package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The threads beside the FX thread. None of them keeps the program alive; one handler takes the failures of all. */
final class Workers {

    private final List<ExecutorService> services = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** A thread of that name, which runs one task at a time. */
    Executor thread(String name) {
        return thread(name, Thread.NORM_PRIORITY);
    }

    /** As {@link #thread}, for work that nobody waits for. */
    Executor background(String name) {
        return thread(name, Thread.MIN_PRIORITY);
    }

    @SuppressWarnings("ThreadPriorityCheck") // only a hint: what nobody waits for yields to the window
    private Executor thread(String name, int priority) {
        ExecutorService service = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "mirrorstorm-" + name);
            thread.setDaemon(true);
            thread.setPriority(priority);
            thread.setUncaughtExceptionHandler((one, thrown) -> failure.compareAndSet(null, thrown));
            return thread;
        });
        services.add(service);
        return service;
    }

    /** What a task has thrown, once. */
    Optional<Throwable> takeFailure() {
        return Optional.ofNullable(failure.getAndSet(null));
    }

    /** Takes no further tasks and interrupts those that run. */
    void stop() {
        services.forEach(ExecutorService::shutdownNow);
    }
}
