package mirrorstorm.cli;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import mirrorstorm.run.story.Sentences;
import mirrorstorm.run.story.StatusPost;
import mirrorstorm.run.story.Story;
import mirrorstorm.run.story.StoryEntry;
import mirrorstorm.scenario.MessageBundle;
import mirrorstorm.scenario.Scenario;

/** The story of a run as text: each thing with the time of day there and then and the time since the start. */
final class StoryText {

    private static final MessageBundle TEXTS = OptionProblems.TEXTS;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH);

    private StoryText() {}

    /** The lines, each ending with {@code \n}. */
    static String of(Scenario scenario, Story story) {
        StringBuilder text = new StringBuilder();
        text.append(TEXTS.text("story.title")).append('\n');
        for (StoryEntry entry : story.entries()) {
            line(text, scenario.origin(), entry.timeNanos(), Sentences.of(entry));
        }
        text.append('\n').append(statusTitle(story.posts())).append('\n');
        for (StatusPost post : story.posts()) {
            line(text, scenario.origin(), post.timeNanos(), told(post));
        }
        return text.toString();
    }

    private static String statusTitle(List<StatusPost> posts) {
        return TEXTS.text(posts.isEmpty() ? "story.page.empty" : "story.page");
    }

    private static String told(StatusPost post) {
        return TEXTS.text(
                "story.post", Sentences.of(post.told()), Sentences.span(post.lagNanos()), Sentences.of(post.truth()));
    }

    private static void line(StringBuilder text, OffsetDateTime origin, long timeNanos, String sentence) {
        text.append(String.format(
                Locale.ROOT,
                "  %s  %-12s %s\n",
                CLOCK.format(origin.plusNanos(timeNanos)),
                Sentences.span(timeNanos),
                sentence));
    }
}
