package mirrorstorm.run.why;

import java.util.List;

/**
 * What is true of one thing at one moment: facts, why it is as it is, and what happened to it. Nothing in it is
 * guessed; what the run knows only as an expectation is called "about".
 *
 * @param why     sentences, what holds it up first and what would help last
 * @param history oldest first
 * @param links   other things that it has to do with
 */
public record Card(String title, List<Fact> facts, List<String> why, List<Dated> history, List<Link> links) {

    /** A name and its value, both as people read them. */
    public record Fact(String name, String value) {}

    /** Something that happened. */
    public record Dated(long timeNanos, String text) {}

    /**
     * Another thing to look into.
     *
     * @param volume the volume, or -1 if the link leads to the node
     */
    public record Link(int node, int volume, String text) {}

    public Card {
        facts = List.copyOf(facts);
        why = List.copyOf(why);
        history = List.copyOf(history);
        links = List.copyOf(links);
    }
}
