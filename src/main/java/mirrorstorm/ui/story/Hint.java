package mirrorstorm.ui.story;

import java.util.Optional;
import mirrorstorm.engine.Nanos;
import mirrorstorm.model.BackoffPolicy;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;

/** The one line that says what comes next and what to try. */
public final class Hint {

    private static final long SECOND = Nanos.SECOND;

    private Hint() {}

    /** What is worth trying now. */
    public static String of(RunView view) {
        String tip = UiMessages.text("hint." + tip(view));
        return trigger(view)
                .map(nanos -> UiMessages.text("hint.trigger", Times.brief(nanos), tip))
                .orElse(tip);
    }

    private static String tip(RunView view) {
        boolean isAsking = view.snapshot().roundCount() > 0;
        if (view.isOver()) {
            return "over";
        } else if (view.snapshot().settings().search().backoff().policy() == BackoffPolicy.NONE) {
            return "backoff";
        } else if (view.history().canUndo()) {
            return "undo";
        }
        return isAsking || view.snapshot().stuckCount() > 0 ? "nodes" : "play";
    }

    /** How long it is until the trigger, in whole seconds; empty if something else comes next. */
    private static Optional<Long> trigger(RunView view) {
        return view.history().plan().stream()
                .filter(timed -> timed.timeNanos() > view.timeNanos())
                .findFirst()
                .filter(timed -> timed.intervention().isTrigger())
                .map(TimedIntervention::timeNanos)
                .map(at -> (at - view.timeNanos() + SECOND - 1) / SECOND * SECOND);
    }
}
