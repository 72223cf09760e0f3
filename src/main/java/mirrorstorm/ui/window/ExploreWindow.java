package mirrorstorm.ui.window;

import java.util.List;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.ui.explore.ExplorePane;
import mirrorstorm.ui.explore.ExploreViewModel;

/** The tipping map in a window of its own. */
final class ExploreWindow {

    private ExploreWindow() {}

    static SideWindow of(SideWindowFiles.WindowServices services) {
        return new SideWindow(services, "explore.title", () -> contents(services));
    }

    private static SideWindow.Contents contents(SideWindowFiles.WindowServices services) {
        ExploreViewModel model = new ExploreViewModel(
                services.workers().background("explore"),
                System::nanoTime,
                services.places().map(AppFolders::sweeps));
        model.revisionProperty().addListener((property, before, now) -> model.plan()
                .ifPresent(plan -> services.map().accept(TippingMap.of(plan, model.cells()), plan.scenario())));
        ExplorePane pane = new ExplorePane(
                model,
                services.looks("explore"),
                new ExplorePane.WindowCommands(
                        () -> services.history().get().ifPresent(history -> model.start(history.scenario())),
                        cell -> model.scenario(cell).ifPresent(services.files()::openNew),
                        new SideWindowFiles(services).saving("tipping-map", model::files)));
        return new SideWindow.Contents(
                pane.root(), List.of(model::onFrame, pane::onFrame), event -> false, () -> {}, model.job()::cancel);
    }
}
