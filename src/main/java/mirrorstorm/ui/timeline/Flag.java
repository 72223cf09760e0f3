package mirrorstorm.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import mirrorstorm.model.Change;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.TimedIntervention;
import mirrorstorm.picture.InterventionText;
import mirrorstorm.run.Happening;
import mirrorstorm.scenario.Milestone;
import mirrorstorm.ui.playback.Course;
import mirrorstorm.ui.story.LogSentences;
import mirrorstorm.ui.words.Times;
import mirrorstorm.ui.words.Words;

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
        MILESTONE
    }

    /** What is done to the cluster and what the real one showed, in no order. */
    static List<Flag> of(Course course) {
        List<Flag> flags = new ArrayList<>();
        for (TimedIntervention timed : course.moves()) {
            String sentence = LogSentences.sentence(timed.intervention());
            flags.add(new Flag(timed.timeNanos(), kind(timed, course), dated(timed.timeNanos(), sentence)));
        }
        for (Milestone milestone : course.scenario().milestones()) {
            if (milestone.when() instanceof Milestone.At at) {
                String source = milestone.source().isEmpty() ? milestone.id() : milestone.source();
                flags.add(new Flag(
                        at.time().toNanos(), Kind.MILESTONE, dated(at.time().toNanos(), source)));
            }
        }
        return flags.subList(0, Math.min(flags.size(), FLAGS_MAX));
    }

    private static Kind kind(TimedIntervention timed, Course course) {
        if (course.isLive(timed)) {
            return Kind.OPERATOR;
        }
        return InterventionText.isTrigger(timed.intervention()) ? Kind.TRIGGER : Kind.SCRIPTED;
    }

    private static String dated(long timeNanos, String sentence) {
        return Words.text("flag.dated", Times.brief(timeNanos), sentence);
    }

    /** When nodes crashed by themselves or were crashed, in order. */
    static long[] crashes(Course course) {
        return course.happenings().stream()
                .filter(happening ->
                        happening.change() == Change.NODE_STATE && happening.detail() == NodeState.CRASHED.ordinal())
                .mapToLong(Happening::timeNanos)
                .toArray();
    }
}
