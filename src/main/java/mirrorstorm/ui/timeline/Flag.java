package mirrorstorm.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.StateChange;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.text.InterventionText;
import mirrorstorm.run.Goal;
import mirrorstorm.run.LogEntry;
import mirrorstorm.run.story.InterventionSentence;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.scenario.Note;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.UiMessages;

/**
 * A mark on the time line.
 *
 * @param timeNanos nanoseconds since the start of the run
 * @param text      what it stands for, in a sentence
 */
record Flag(long timeNanos, Kind kind, String text) {

    /** More flags than this would hide each other. */
    static final int FLAGS_MAX = 300;

    enum Kind {
        /** The scenario harms the cluster. */
        TRIGGER,
        /** The scenario has an operator do something. */
        SCRIPTED,
        /** Somebody in this window does something. */
        OPERATOR,
        /** What the real cluster showed at this time. */
        MILESTONE,
        /** Somebody has marked this moment. */
        BOOKMARK,
        /** Play stops here. */
        BREAKPOINT,
        /** A remedy works up to here. */
        EXIT
    }

    /** Bookmarks, and those breakpoints that are at a time. */
    static List<Flag> of(List<Note> bookmarks, List<Goal> breakpoints) {
        List<Flag> flags = new ArrayList<>();
        for (Note mark : bookmarks) {
            long at = mark.at().toNanos();
            flags.add(new Flag(at, Kind.BOOKMARK, dated(at, mark.text())));
        }
        for (Goal goal : breakpoints) {
            if (goal instanceof Goal.At at) {
                String text = UiMessages.text("flag.break", Times.brief(at.timeNanos()));
                flags.add(new Flag(at.timeNanos(), Kind.BREAKPOINT, text));
            }
        }
        return flags;
    }

    /** What is done to the cluster and what the real one showed, in no order. */
    static List<Flag> of(RunHistory history) {
        List<Flag> flags = new ArrayList<>();
        for (TimedIntervention timed : history.interventions()) {
            String sentence = InterventionSentence.of(timed.intervention());
            flags.add(new Flag(timed.timeNanos(), kind(timed, history), dated(timed.timeNanos(), sentence)));
        }
        for (Milestone milestone : history.scenario().milestones()) {
            if (milestone.when() instanceof Milestone.At at) {
                String source = milestone.source().isEmpty() ? milestone.id() : milestone.source();
                flags.add(new Flag(
                        at.time().toNanos(), Kind.MILESTONE, dated(at.time().toNanos(), source)));
            }
        }
        return flags.subList(0, Math.min(flags.size(), FLAGS_MAX));
    }

    private static Kind kind(TimedIntervention timed, RunHistory history) {
        if (history.isLive(timed)) {
            return Kind.OPERATOR;
        }
        return InterventionText.isTrigger(timed.intervention()) ? Kind.TRIGGER : Kind.SCRIPTED;
    }

    private static String dated(long timeNanos, String sentence) {
        return UiMessages.text("flag.dated", Times.brief(timeNanos), sentence);
    }

    /** When nodes crashed by themselves or were crashed, in order. */
    static long[] crashes(RunHistory history) {
        return history.logEntries().stream()
                .filter(entry ->
                        entry.change() == StateChange.NODE_STATE && entry.detail() == NodeState.CRASHED.ordinal())
                .mapToLong(LogEntry::timeNanos)
                .toArray();
    }
}
