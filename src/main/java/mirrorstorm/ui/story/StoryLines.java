package mirrorstorm.ui.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mirrorstorm.model.Intervention;
import mirrorstorm.picture.InterventionText;
import mirrorstorm.run.story.Figure;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.run.story.StoryEntry;
import mirrorstorm.scenario.Note;
import mirrorstorm.ui.playback.CourseView;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.words.Times;

/** The story of a run as it is shown: what it tells of itself, and beside it what the real cluster did. */
final class StoryLines {

    private StoryLines() {}

    /** Everything up to the moment of this view, in order of time. */
    static List<Line> of(RunView view) {
        CourseView course = view.course();
        List<Line> lines = new ArrayList<>();
        if (!course.scenario().summary().isBlank()) {
            lines.add(new Line(0, Line.Kind.SUMMARY, course.scenario().summary()));
        }
        for (StoryEntry entry : view.story().entries()) {
            if (!isPassing(entry, course)) {
                lines.add(new Line(entry.timeNanos(), kind(entry), Sentences.of(entry)));
            }
        }
        for (Note note : course.scenario().notes()) {
            if (note.at().toNanos() <= view.timeNanos()) {
                lines.add(history(note, course));
            }
        }
        lines.sort(Comparator.comparingLong(Line::timeNanos));
        return List.copyOf(lines);
    }

    /** Of a lever that was dragged only the last place is told. */
    private static boolean isPassing(StoryEntry entry, CourseView course) {
        return entry.saying().figures().stream()
                .anyMatch(figure ->
                        figure instanceof Figure.Deed deed && course.passing().contains(deed.what()));
    }

    private static Line.Kind kind(StoryEntry entry) {
        if (entry.isDeed() && entry.saying().figures().get(0) instanceof Figure.Deed deed) {
            Intervention done = deed.what().intervention();
            return InterventionText.isTrigger(done) ? Line.Kind.TRIGGER : Line.Kind.OPERATOR;
        }
        return switch (entry.severity()) {
            case NOTE -> Line.Kind.NOTE;
            case WARNING -> Line.Kind.WARNING;
            case ALARM -> Line.Kind.ALARM;
            case RELIEF -> Line.Kind.RELIEF;
        };
    }

    /** A note without the time of day that it may begin with: every line is dated already. */
    private static Line history(Note note, CourseView course) {
        long timeNanos = note.at().toNanos();
        String time = Times.shortTimeOfDay(course.scenario().origin(), timeNanos) + " ";
        String text = note.text().startsWith(time) ? note.text().substring(time.length()) : note.text();
        return new Line(timeNanos, Line.Kind.HISTORY, text);
    }
}
