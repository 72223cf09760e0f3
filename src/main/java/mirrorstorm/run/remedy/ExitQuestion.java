package mirrorstorm.run.remedy;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Criterion;
import mirrorstorm.run.study.Study;
import mirrorstorm.scenario.Scenario;

/**
 * What is asked of a last exit: how late may a remedy come?
 *
 * @param remedy       what is done, all of it at one moment
 * @param criterion    the outcome that it has to keep
 * @param share        of the replications in which it has to, (0, 1)
 * @param from         the earliest moment that is looked at
 * @param to           the latest
 * @param resolution   how exactly the moment is to be found
 * @param replications at most, for each moment that is tried
 */
public record ExitQuestion(
        Scenario scenario,
        List<Intervention> remedy,
        Criterion criterion,
        double share,
        Duration from,
        Duration to,
        Duration resolution,
        int replications,
        EngineKind engine)
        implements Study<LastExit.Attempt, LastExit> {

    /** The share where nothing else is said. */
    public static final double SHARE = 0.9;

    /** The resolution where nothing else is said. */
    public static final Duration RESOLUTION = Duration.ofMinutes(1);

    /** The replications where nothing else is said: an interval of 8 points around 90 %. */
    public static final int REPLICATIONS = 200;

    public ExitQuestion {
        remedy = List.copyOf(remedy);
        boolean isRange = !from.isNegative() && from.compareTo(to) <= 0;
        if (remedy.isEmpty() || !(share > 0 && share < 1) || !isRange || replications < 1) {
            throw new IllegalArgumentException("no question: " + share + " from " + from + " to " + to);
        }
        if (resolution.isZero() || resolution.isNegative()) {
            throw new IllegalArgumentException("no resolution: " + resolution);
        }
    }

    /** Tells of each moment that was tried. */
    @Override
    public LastExit answer(int threads, CancellationToken work, Consumer<LastExit.Attempt> told) {
        return LastExit.find(this, threads, work, told);
    }
}
