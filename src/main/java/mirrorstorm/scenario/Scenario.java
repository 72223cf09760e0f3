package mirrorstorm.scenario;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mirrorstorm.model.Settings;
import mirrorstorm.model.SettingsPath;
import mirrorstorm.model.TimedIntervention;

/**
 * What is simulated: a cluster, what happens to it, and what the real one did. With a seed it decides a run
 * completely. The names are those of the file, dotted paths such as {@code search.backoff.base} included.
 *
 * <p>A scenario that was made by {@link #withLever} may contradict itself until {@link ScenarioChecks} has seen it.
 *
 * @param schema         version of the file format, {@link #SCHEMA}
 * @param id             short name, such as {@code aws-2011}
 * @param title          a few words
 * @param summary        some sentences
 * @param source         where the story comes from, preferably an address; may be empty
 * @param seed           of all random numbers
 * @param horizon        simulated time at which a run ends
 * @param origin         clock time of t = 0
 * @param zones          the region's availability zones
 * @param recoveredBelow share of stuck volumes at which the cluster counts as recovered, in [0, 1]
 * @param timeline       what happens to the cluster, in order of time; simultaneous entries in the order given
 * @param milestones     what the real cluster showed
 * @param notes          dated facts to show along the run
 * @param bookmarks      moments that somebody has marked
 * @param branch         what the branch of {@code timeline} is called; may be empty
 * @param branches       other branches that were kept; a run knows nothing of them
 */
public record Scenario(
        int schema,
        String id,
        String title,
        String summary,
        String source,
        long seed,
        Duration horizon,
        OffsetDateTime origin,
        Settings.Cluster cluster,
        List<Settings.Zone> zones,
        Settings.Search search,
        Settings.Race race,
        Settings.Copy copy,
        Settings.Election election,
        Settings.ControlPlane controlPlane,
        Settings.Instances instances,
        Settings.Metrics metrics,
        Settings.StatusPage statusPage,
        double recoveredBelow,
        List<TimedIntervention> timeline,
        List<Milestone> milestones,
        List<Note> notes,
        List<Note> bookmarks,
        String branch,
        List<SavedBranch> branches) {

    /** The version of the file format that this program reads and writes. */
    public static final int SCHEMA = 1;

    /** Most branches that are kept beside a scenario's own. */
    public static final int BRANCHES_MAX = 15;

    /** What a file that sets nothing describes. */
    public static final Scenario DEFAULTS = new Scenario(
            SCHEMA,
            "example",
            "Example",
            "",
            "",
            2011,
            Duration.ofDays(4),
            OffsetDateTime.parse("2011-04-21T00:37:00-07:00"),
            Settings.DEFAULTS.cluster(),
            Settings.DEFAULTS.zones().stream().filter(Settings.Zone::full).toList(),
            Settings.DEFAULTS.search(),
            Settings.DEFAULTS.race(),
            Settings.DEFAULTS.copy(),
            Settings.DEFAULTS.election(),
            Settings.DEFAULTS.controlPlane(),
            Settings.DEFAULTS.instances(),
            Settings.DEFAULTS.metrics(),
            Settings.DEFAULTS.statusPage(),
            0.005,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "",
            List.of());

    public Scenario {
        zones = List.copyOf(zones);
        timeline = timeline.stream()
                .sorted(Comparator.comparingLong(TimedIntervention::timeNanos))
                .toList();
        milestones = List.copyOf(milestones);
        notes = List.copyOf(notes);
        bookmarks = List.copyOf(bookmarks);
        branches = List.copyOf(branches);
    }

    /** The part that describes the cluster. */
    public Settings settings() {
        return new Settings(cluster, zones, search, race, copy, election, controlPlane, instances, metrics, statusPage);
    }

    /** What happens to the cluster, in order of time. */
    public List<TimedIntervention> plan() {
        return timeline;
    }

    /** The value of the lever at {@code path}. */
    public Object lever(String path) {
        return SettingsPath.get(this, path);
    }

    /**
     * This scenario with a lever moved before the start, whether or not the lever is live.
     *
     * @throws IllegalArgumentException if there is no such lever, or the value is of another type or out of range
     */
    public Scenario withLever(String path, Object value) {
        Optional<ValueException> problem = Levers.require(path).problemWith(value);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(path + " " + problem.get().getMessage());
        }
        return SettingsPath.with(this, path, value);
    }

    /** This scenario with other things happening to the cluster. */
    public Scenario withTimeline(List<TimedIntervention> interventions) {
        return SettingsPath.with(this, "timeline", interventions);
    }

    /**
     * This scenario with its branches named and kept.
     *
     * @param present what the branch of its timeline is called; may be empty
     * @param others  the other branches
     */
    public Scenario withBranches(String present, List<SavedBranch> others) {
        return SettingsPath.with(SettingsPath.with(this, "branch", present), "branches", others);
    }

    /** This scenario with other moments marked. */
    public Scenario withBookmarks(List<Note> marks) {
        return SettingsPath.with(this, "bookmarks", marks);
    }

    /** This scenario with other random numbers. */
    public Scenario withSeed(long other) {
        return SettingsPath.with(this, "seed", other);
    }

    /** This scenario with another end. */
    public Scenario withHorizon(Duration other) {
        return SettingsPath.with(this, "horizon", other);
    }
}
