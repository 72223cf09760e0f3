package mirrorstorm.ui.window;

import java.util.EnumMap;
import java.util.Map;

/** The windows beside the main one, each for a question that takes many runs to answer. */
final class SideWindows {

    private final Map<Tool, SideWindow> windows = new EnumMap<>(Tool.class);

    /** What there is a window for. */
    enum Tool {
        COMPARE,
        CAUSE,
        RUNBOOK,
        EXPLORE
    }

    SideWindows(SideWindowFiles.WindowServices services) {
        windows.put(Tool.COMPARE, CompareWindow.of(services));
        windows.put(Tool.RUNBOOK, RunbookWindow.of(services));
        windows.put(Tool.EXPLORE, ExploreWindow.of(services));
        windows.put(Tool.CAUSE, CauseWindow.of(services));
    }

    /** Opens a window, or brings it to the front. */
    void show(Tool tool) {
        SideWindow window = windows.get(tool);
        if (window == null) {
            throw new AssertionError("every tool has its window: " + tool);
        }
        window.show();
    }

    /** Closes all of them for good. */
    void close() {
        windows.values().forEach(SideWindow::close);
    }
}
