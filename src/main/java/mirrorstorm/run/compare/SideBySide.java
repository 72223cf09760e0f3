package mirrorstorm.run.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.metrics.Series;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Snapshot;
import mirrorstorm.run.Timeline;

/**
 * Variants on one clock: one run of each with the same random numbers, taken back and forth together. All of them end
 * where the first of them ends. Not thread-safe.
 */
public final class SideBySide {

    private final List<Timeline> timelines = new ArrayList<>();
    private final long horizonNanos;

    /**
     * What is to be seen of all of them at one moment. Immutable.
     *
     * @param reachedNanos how far all of them were taken, nanoseconds since the start
     * @param snapshots    in order of the variants
     * @param differences  of each to the first, likewise; nothing differs in the first itself
     * @param series       what was measured, likewise
     */
    public record Frame(
            long timeNanos,
            long reachedNanos,
            List<Snapshot> snapshots,
            List<Difference> differences,
            List<Series> series) {

        public Frame {
            snapshots = List.copyOf(snapshots);
            differences = List.copyOf(differences);
            series = List.copyOf(series);
        }

        /** The same moment, with more measured. */
        public Frame withSeries(List<Series> more) {
            return new Frame(timeNanos, reachedNanos, snapshots, differences, more);
        }
    }

    /**
     * Runs at time 0.
     *
     * @param sampleNanos spacing of the series, nanoseconds, &gt; 0
     * @throws IllegalArgumentException if the capacity of one does not hold its volumes
     */
    public SideBySide(List<Variant> variants, long sampleNanos) {
        for (Variant variant : variants) {
            timelines.add(Timeline.among(variant.scenario(), EngineKind.RATES, sampleNanos, variants.size()));
        }
        horizonNanos =
                timelines.stream().mapToLong(Timeline::horizonNanos).min().orElse(0);
    }

    /** When the first of them ends, nanoseconds since the start. */
    public long horizonNanos() {
        return horizonNanos;
    }

    /**
     * Takes all of them to a time, or some of them some of the way.
     *
     * @param eventsMax about how many events each may work on before this returns
     * @return whether all stand there
     */
    public boolean seekBriefly(long timeNanos, int eventsMax) {
        long target = Math.max(0, Math.min(timeNanos, horizonNanos));
        boolean isThere = true;
        for (Timeline timeline : timelines) {
            isThere &= timeline.seekBriefly(target, eventsMax);
        }
        return isThere;
    }

    /** How far all of them were taken, nanoseconds since the start. */
    public long reachedNanos() {
        return timelines.stream().mapToLong(Timeline::reachedNanos).min().orElse(0);
    }

    /** What was measured of each, up to where it was taken. Copies. */
    public List<Series> series() {
        return timelines.stream().map(Timeline::series).toList();
    }

    /**
     * What is to be seen now; empty while they do not all stand at the same time.
     *
     * @param known what was measured, if it was asked for before and is fresh enough
     */
    public Optional<Frame> moment(Optional<List<Series>> known) {
        long now = timelines.get(0).clockNanos();
        if (timelines.stream().anyMatch(timeline -> timeline.clockNanos() != now)) {
            return Optional.empty();
        }
        List<Snapshot> snapshots = timelines.stream().map(Timeline::snapshot).toList();
        List<Difference> differences = snapshots.stream()
                .map(each -> Difference.of(snapshots.get(0), each))
                .toList();
        return Optional.of(new Frame(now, reachedNanos(), snapshots, differences, known.orElseGet(this::series)));
    }
}
