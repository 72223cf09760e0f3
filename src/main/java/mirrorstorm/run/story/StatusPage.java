package mirrorstorm.run.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.StatusDetail;
import mirrorstorm.scenario.MessageBundle;

/**
 * What customers are told: the story as it was some time ago, as far as it concerns them, in their words. What the
 * page leaves out, and how late it is, is the point of it.
 *
 * @param read  how many entries of the story the page has seen
 * @param posts what was published, in order of time
 */
record StatusPage(int read, List<StatusPost> posts) {

    static final StatusPage EMPTY = new StatusPage(0, List.of());

    /** Which parts of a story concern customers: those for which the bundle has words for them. */
    private static final MessageBundle TEXTS = MessageBundle.of(Sentences.BUNDLE);

    /** Publishes what is old enough by now. */
    StatusPage look(RuleContext now, List<StoryEntry> entries) {
        Settings.StatusPage settings = now.settings().statusPage();
        long until = now.nanos() - settings.delay().toNanos();
        int next = read;
        List<StatusPost> all = posts;
        while (next < entries.size() && entries.get(next).timeNanos() <= until) {
            Optional<Message> told = told(entries.get(next), settings.detail(), now);
            if (told.isPresent() && isNews(told.get(), all)) {
                all = new ArrayList<>(all);
                all.add(new StatusPost(now.nanos(), entries.get(next), told.get(), truth(now)));
            }
            next++;
        }
        return next == read ? this : new StatusPage(next, List.copyOf(all));
    }

    /** Nobody posts the same words twice in a row. */
    private static boolean isNews(Message told, List<StatusPost> posts) {
        return posts.isEmpty() || !posts.get(posts.size() - 1).told().equals(told);
    }

    private static Optional<Message> told(StoryEntry entry, StatusDetail detail, RuleContext now) {
        MessageArgument zone = new MessageArgument.Name(
                now.settings().zones().get(now.settings().fullZone()).id());
        List<MessageArgument> arguments = new ArrayList<>();
        arguments.add(zone);
        return switch (detail) {
            case SILENT -> Optional.empty();
            case VAGUE -> TEXTS.find("vague." + entry.rule()).map(kind -> new Message("page." + kind, arguments));
            case SPECIFIC -> {
                arguments.addAll(entry.message().arguments());
                yield TEXTS.find("page." + entry.rule()).map(words -> new Message("page." + entry.rule(), arguments));
            }
        };
    }

    /** How things stand now, in so few words that they fit beside a post. */
    private static Message truth(RuleContext now) {
        Simulation simulation = now.simulation();
        List<Message> clauses = new ArrayList<>();
        clauses.add(Message.of(
                "truth.stuck", new MessageArgument.Share(now.stuckShare()), new MessageArgument.Count(now.stuck())));
        if (simulation.roundCount() > 0) {
            clauses.add(Message.of("truth.probes", new MessageArgument.Rate(now.probesPerSecond())));
        }
        if (now.searching() > 0 && now.cluster().offeredTotal() == 0) {
            clauses.add(Message.of("truth.noRoom"));
        }
        int crashed = now.cluster().nodeCount(NodeState.CRASHED);
        if (crashed > 0) {
            clauses.add(Message.of("truth.crashed", new MessageArgument.Count(crashed)));
        }
        if (simulation.controlPlane().waitingCount() > 0) {
            clauses.add(Message.of(
                    "truth.queue",
                    new MessageArgument.Count(simulation.controlPlane().waitingCount())));
        }
        return Message.of("truth", new MessageArgument.Clauses(clauses));
    }
}
