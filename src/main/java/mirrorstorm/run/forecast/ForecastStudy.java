package mirrorstorm.run.forecast;

import java.time.Duration;
import java.util.function.Consumer;
import mirrorstorm.model.EngineKind;
import mirrorstorm.run.Run;
import mirrorstorm.run.batch.CancellationToken;
import mirrorstorm.run.batch.Replications;
import mirrorstorm.run.study.Study;
import mirrorstorm.scenario.Scenario;

/**
 * What may become of a scenario from one moment of its run on?
 *
 * @param at       the moment, since the start; not after the end
 * @param question what is asked of the futures from there
 */
public record ForecastStudy(Scenario scenario, EngineKind engine, Duration at, Question question)
        implements Study<Forecast, Forecast> {

    /** Tells what the first so many futures say. */
    @Override
    public Forecast answer(int threads, CancellationToken work, Consumer<Forecast> told) {
        Run run = new Run(scenario, 0, engine, Duration.ofMinutes(1).toNanos());
        Replications.advance(run, at.toNanos(), work);
        return Forecast.of(run.present(), question.withThreads(threads), work, told);
    }
}
