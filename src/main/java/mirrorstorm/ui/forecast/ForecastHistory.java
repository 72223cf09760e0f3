package mirrorstorm.ui.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirrorstorm.picture.chart.ChartFan;
import mirrorstorm.run.forecast.Score;
import mirrorstorm.ui.playback.RunHistory;

/** The forecasts of the run that is open, in the order in which they were made. */
final class ForecastHistory {

    /** Most forecasts that are remembered: one every few minutes of a day in front of a class. */
    static final int MADE_MAX = 200;

    private final List<ForecastRecord> all = new ArrayList<>();

    /** Takes one in, or more of one that is known in part. What was not finished before the next began is dropped. */
    void put(ForecastRecord made) {
        all.removeIf(each -> each.job() == made.job() || !each.isWhole());
        all.add(made);
        if (all.size() > MADE_MAX) {
            all.remove(0);
        }
    }

    void clear() {
        all.clear();
    }

    /** Those that were made of a state of this branch. */
    List<ForecastRecord> of(RunHistory history) {
        return all.stream()
                .filter(each -> each.run() == history.number() && each.isOfHistory(history.plan()))
                .toList();
    }

    /** The newest of this branch. */
    Optional<ForecastRecord> newest(RunHistory history) {
        List<ForecastRecord> known = of(history);
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1));
    }

    /** The newest for the charts, and the one before as a ghost. */
    List<ChartFan> fans(RunHistory history) {
        List<ForecastRecord> known = of(history);
        List<ChartFan> fans = new ArrayList<>();
        for (int i = Math.max(0, known.size() - 2); i < known.size(); i++) {
            ForecastRecord made = known.get(i);
            boolean isNew = i == known.size() - 1;
            fans.add(new ChartFan(
                    made.forecast().fan(), made.forecast().futures(), isNew ? ChartFan.Age.NEW : ChartFan.Age.OLD));
        }
        return List.copyOf(fans);
    }

    /** What has come of a forecast by a moment. */
    static Score score(ForecastRecord made, RunHistory history, long nowNanos) {
        return Score.of(made.forecast(), history.series(), history.plan(), history.scenario(), nowNanos);
    }
}
