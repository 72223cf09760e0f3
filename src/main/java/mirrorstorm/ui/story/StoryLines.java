package mirrorstorm.ui.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mirrorstorm.run.story.MessageArgument;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.run.story.StoryEntry;
import mirrorstorm.scenario.Note;
import mirrorstorm.ui.playback.RunHistory;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.Times;

/** The story of a run as it is shown: what it tells of itself, and beside it what the real cluster did. */
final class StoryLines {

    private StoryLines() {}

    /** Everything up to the moment of this view, in order of time. */
    static List<StoryLine> of(RunView view) {
        RunHistory history = view.history();
        List<StoryLine> lines = new ArrayList<>();
        if (!history.scenario().summary().isBlank()) {
            lines.add(
                    new StoryLine(0, StoryLine.Kind.SUMMARY, history.scenario().summary()));
        }
        for (StoryEntry entry : view.story().entries()) {
            if (!isPassing(entry, history)) {
                lines.add(new StoryLine(entry.timeNanos(), kind(entry), Sentences.of(entry)));
            }
        }
        for (Note note : history.scenario().notes()) {
            if (note.at().toNanos() <= view.timeNanos()) {
                lines.add(history(note, history));
            }
        }
        lines.sort(Comparator.comparingLong(StoryLine::timeNanos));
        return List.copyOf(lines);
    }

    /** Of a lever that was dragged only the last place is told. */
    private static boolean isPassing(StoryEntry entry, RunHistory history) {
        return entry.message().arguments().stream()
                .anyMatch(argument -> argument instanceof MessageArgument.Intervention intervention
                        && history.passing().contains(intervention.what()));
    }

    private static StoryLine.Kind kind(StoryEntry entry) {
        if (entry.isIntervention()
                && entry.message().arguments().get(0) instanceof MessageArgument.Intervention intervention) {
            boolean isTrigger = intervention.what().intervention().isTrigger();
            return isTrigger ? StoryLine.Kind.TRIGGER : StoryLine.Kind.OPERATOR;
        }
        return switch (entry.severity()) {
            case NOTE -> StoryLine.Kind.NOTE;
            case WARNING -> StoryLine.Kind.WARNING;
            case ALARM -> StoryLine.Kind.ALARM;
            case RELIEF -> StoryLine.Kind.RELIEF;
        };
    }

    /** A note without the time of day that it may begin with: every line is dated already. */
    private static StoryLine history(Note note, RunHistory history) {
        long timeNanos = note.at().toNanos();
        String time = Times.shortTimeOfDay(history.scenario().origin(), timeNanos) + " ";
        String text = note.text().startsWith(time) ? note.text().substring(time.length()) : note.text();
        return new StoryLine(timeNanos, StoryLine.Kind.HISTORY, text);
    }
}
