package mirrorstorm.ui.playback;

import java.util.List;
import java.util.Optional;
import mirrorstorm.picture.chart.ChartGhost;
import mirrorstorm.run.Branch;
import mirrorstorm.run.Ghost;
import mirrorstorm.ui.words.UiMessages;

/**
 * The branches of a run: immutable.
 *
 * @param all     in order of their beginning; there is always one
 * @param present which of them the run is on
 * @param ghosts  what was measured on the others, as far as they were followed
 */
public record Branches(List<Branch> all, int present, List<Ghost> ghosts) {

    public Branches {
        all = List.copyOf(all);
        ghosts = List.copyOf(ghosts);
    }

    /** What a branch is called: its name, or else its number. */
    public String name(int index) {
        Branch branch = all.get(index);
        return branch.name().isEmpty() ? UiMessages.text("branch.number", branch.number()) : branch.name();
    }

    /** When a branch left the one that it comes from, nanoseconds; {@code Long.MAX_VALUE} if it did not. */
    public long partedNanos(int index) {
        Branch branch = all.get(index);
        return all.stream()
                .filter(earlier -> earlier.number() < branch.number())
                .mapToLong(branch::firstDivergenceNanos)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    /** The others for the charts. */
    public List<ChartGhost> chartGhosts() {
        return ghosts.stream()
                .map(ghost ->
                        new ChartGhost(name(ghost.index()), ghost.recordedRun().series()))
                .toList();
    }

    /** What was measured on another branch, if anybody has been there. */
    public Optional<Ghost> ghost(int index) {
        return ghosts.stream().filter(ghost -> ghost.index() == index).findFirst();
    }

    /** How far any other branch was followed, nanoseconds since the start. */
    public long ghostsReachedNanos() {
        return ghosts.stream()
                .mapToLong(ghost -> ghost.recordedRun().reachedNanos())
                .max()
                .orElse(0);
    }
}
