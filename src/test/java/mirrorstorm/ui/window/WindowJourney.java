package mirrorstorm.ui.window;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.stage.Stage;
import mirrorstorm.scenario.Library;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunView;
import org.testfx.util.WaitForAsyncUtils;

/** A window with a small scenario, whose questions the test answers. TestFX finds {@code @Start} in the test alone. */
abstract class WindowJourney {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final long SECOND = 1_000_000_000L;

    final HeldPrompts prompts = new HeldPrompts();
    MainWindow window;
    Stage stage;

    final void open(Stage shown) {
        stage = shown;
        window = new MainWindow(shown, Preferences.none(), (owner, styles, notice) -> prompts);
        window.begin(Library.bundled("first-steps"));
    }

    final void close() {
        prompts.unsaved = Prompts.Unsaved.DISCARD;
        window.quit();
    }

    static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), question);
    }

    final PlaybackViewModel playback() {
        return window.models().playback();
    }

    /** What is shown, as soon as it is as expected. */
    final RunView awaitView(Predicate<RunView> isExpected) {
        return await().atMost(PATIENCE)
                .pollInterval(20, TimeUnit.MILLISECONDS)
                .until(() -> fx(() -> playback().view()), view -> view.filter(isExpected)
                        .isPresent())
                .orElseThrow();
    }
}
