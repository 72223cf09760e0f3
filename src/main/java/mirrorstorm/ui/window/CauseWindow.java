package mirrorstorm.ui.window;

import java.util.List;
import mirrorstorm.ui.cause.CausePane;
import mirrorstorm.ui.cause.CauseViewModel;

/** Why it happened, in a window of its own. */
final class CauseWindow {

    private CauseWindow() {}

    static SideWindow of(SideWindowFiles.WindowServices services) {
        return new SideWindow(services, "cause.title", () -> contents(services));
    }

    private static SideWindow.Contents contents(SideWindowFiles.WindowServices services) {
        CauseViewModel model = new CauseViewModel(services.workers().background("cause"), System::nanoTime);
        CausePane pane = new CausePane(
                model,
                services.looks("cause"),
                () -> services.history().get().ifPresent(history -> model.start(history.recorded())),
                new SideWindowFiles(services).saving("causes", model::files));
        return new SideWindow.Contents(
                pane.root(),
                List.of(model::onFrame, pane::onFrame),
                event -> false,
                () -> {},
                model.study().job()::cancel);
    }
}
