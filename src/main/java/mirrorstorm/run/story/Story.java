package mirrorstorm.run.story;

import java.util.List;

/**
 * The story of a run up to where it stands.
 *
 * @param entries what happened, in order of time
 * @param posts   what customers were told, in order of time
 */
public record Story(List<StoryEntry> entries, List<StatusPost> posts) {

    /** A run of which nothing can be told yet. */
    public static final Story EMPTY = new Story(List.of(), List.of());

    public Story {
        entries = List.copyOf(entries);
        posts = List.copyOf(posts);
    }
}
