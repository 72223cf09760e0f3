package mirrorstorm.run.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.NodeState;
import mirrorstorm.model.Settings;
import mirrorstorm.model.Simulation;
import mirrorstorm.model.StatusDetail;
import mirrorstorm.scenario.Texts;

/**
 * What customers are told: the story as it was some time ago, as far as it concerns them, in their words. What the
 * page leaves out, and how late it is, is the point of it.
 *
 * @param read  how many entries of the story the page has seen
 * @param posts what was published, in order of time
 */
record StatusPage(int read, List<Post> posts) {

    static final StatusPage EMPTY = new StatusPage(0, List.of());

    /** Which parts of a story concern customers: those for which the bundle has words for them. */
    private static final Texts TEXTS = Texts.of(Sentences.BUNDLE);

    /** Publishes what is old enough by now. */
    StatusPage look(Moment now, List<StoryEntry> entries) {
        Settings.StatusPage settings = now.settings().statusPage();
        long until = now.nanos() - settings.delay().toNanos();
        int next = read;
        List<Post> all = posts;
        while (next < entries.size() && entries.get(next).timeNanos() <= until) {
            Optional<Saying> told = told(entries.get(next), settings.detail(), now);
            if (told.isPresent() && isNews(told.get(), all)) {
                all = new ArrayList<>(all);
                all.add(new Post(now.nanos(), entries.get(next), told.get(), truth(now)));
            }
            next++;
        }
        return next == read ? this : new StatusPage(next, List.copyOf(all));
    }

    /** Nobody posts the same words twice in a row. */
    private static boolean isNews(Saying told, List<Post> posts) {
        return posts.isEmpty() || !posts.get(posts.size() - 1).told().equals(told);
    }

    private static Optional<Saying> told(StoryEntry entry, StatusDetail detail, Moment now) {
        Figure zone = new Figure.Name(
                now.settings().zones().get(now.settings().fullZone()).id());
        List<Figure> figures = new ArrayList<>();
        figures.add(zone);
        return switch (detail) {
            case SILENT -> Optional.empty();
            case VAGUE -> TEXTS.find("vague." + entry.rule()).map(kind -> new Saying("page." + kind, figures));
            case SPECIFIC -> {
                figures.addAll(entry.saying().figures());
                yield TEXTS.find("page." + entry.rule()).map(words -> new Saying("page." + entry.rule(), figures));
            }
        };
    }

    /** How things stand now, in so few words that they fit beside a post. */
    private static Saying truth(Moment now) {
        Simulation simulation = now.simulation();
        List<Saying> clauses = new ArrayList<>();
        clauses.add(Saying.of("truth.stuck", new Figure.Share(now.stuckShare()), new Figure.Count(now.stuck())));
        if (simulation.roundCount() > 0) {
            clauses.add(Saying.of("truth.probes", new Figure.Rate(now.probesPerSecond())));
        }
        if (now.searching() > 0 && now.cluster().offeredTotal() == 0) {
            clauses.add(Saying.of("truth.noRoom"));
        }
        int crashed = now.cluster().nodeCount(NodeState.CRASHED);
        if (crashed > 0) {
            clauses.add(Saying.of("truth.crashed", new Figure.Count(crashed)));
        }
        if (simulation.controlPlaneQueue() > 0) {
            clauses.add(Saying.of("truth.queue", new Figure.Count(simulation.controlPlaneQueue())));
        }
        return Saying.of("truth", new Figure.Clauses(clauses));
    }
}
