package mirrorstorm.ui.levers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import mirrorstorm.model.EngineKind;
import mirrorstorm.model.Intervention;
import mirrorstorm.run.batch.Measure;
import mirrorstorm.run.batch.Outcome;
import mirrorstorm.run.sweep.Axis;
import mirrorstorm.run.sweep.Cell;
import mirrorstorm.run.sweep.SweepPlan;
import mirrorstorm.run.sweep.TippingMap;
import mirrorstorm.scenario.Library;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.scenario.ValueException;
import mirrorstorm.ui.playback.HeldSimulation;
import org.junit.jupiter.api.Test;

/** The tracks of two sliders in the colours of the last tipping map. */
class TintsTest {

    private static final String ACROSS = "cluster.utilisation";
    private static final String UPWARDS = "race.probability";

    private final Scenario scenario =
            Library.bundled("first-steps").withLever(ACROSS, 0.8).withLever(UPWARDS, 1e-9);
    private final HeldSimulation held = HeldSimulation.paused(scenario);
    private final LeversViewModel levers =
            new LeversViewModel(held.simulation, LeverGroups.ALL, held.playback.edits(), held::now);

    TintsTest() {
        held.playback.viewProperty().addListener((property, before, now) -> levers.follow(now));
        levers.follow(held.view());
    }

    /** Outcomes in percent: in the upper row three times as bad. */
    private TippingMap map(Scenario base) throws ValueException {
        SweepPlan plan = plan(base);
        double[] medians = {0, 0.1, 0.2, 0, 0.3, 0.6};
        List<Cell> cells =
                IntStream.range(0, 6).mapToObj(i -> cell(i, medians[i])).toList();
        return TippingMap.of(plan, cells);
    }

    private static SweepPlan plan(Scenario base) throws ValueException {
        List<Axis> axes = List.of(Axis.parse(UPWARDS + "=1e-9,4e-9"), Axis.parse(ACROSS + "=0.7,0.8,0.9"));
        return new SweepPlan(base, EngineKind.RATES, axes, 1, Measure.STUCK_PEAK, 0);
    }

    private static Cell cell(int index, double stuckPeak) {
        List<Double> values = IntStream.range(0, Measure.values().length)
                .mapToObj(i -> i == Measure.STUCK_PEAK.ordinal() ? stuckPeak : 0.0)
                .toList();
        return new Cell(index, List.of(new Outcome(values)));
    }

    private List<Double> shares(String path) {
        return levers.at(path).tintProperty().get().stream()
                .flatMap(tint -> tint.stops().stream())
                .map(Tint.Stop::share)
                .toList();
    }

    @Test
    void eachTrackShowsTheMapWhereTheOtherLeverStands() throws ValueException {
        levers.tint(map(scenario), scenario);
        assertThat(shares(ACROSS)).containsExactly(0.0, 0.1 / 0.6, 0.2 / 0.6);
        assertThat(shares(UPWARDS)).containsExactly(0.1 / 0.6, 0.3 / 0.6);
        Tint tint = levers.at(ACROSS).tintProperty().get().orElseThrow();
        assertThat(tint.stops().get(1).position())
                .isEqualTo(levers.at(ACROSS).lever().toPosition(0.8));
        assertThat(tint.stops()).extracting(Tint.Stop::tipped).containsExactly(false, false, true);
        assertThat(tint.text()).contains("0 % at 70 %", "20.0 % at 90 %", "tipping map");
        assertThat(shares("search.probes")).isEmpty();
    }

    @Test
    void itFollowsTheOtherLever() throws ValueException {
        levers.tint(map(scenario), scenario);
        held.simulation.intervene(new Intervention.Set(UPWARDS, 3.8e-9));
        held.settle();
        assertThat(shares(ACROSS)).containsExactly(0.0, 0.5, 1.0);
        held.simulation.intervene(new Intervention.Set(UPWARDS, 9e-9));
        held.settle();
        assertThat(shares(ACROSS)).isEmpty(); // the map says nothing of there
        assertThat(shares(UPWARDS)).hasSize(2);
    }

    @Test
    void anotherScenarioHasNoTintButAnotherCellOfTheMapHas() throws ValueException {
        levers.tint(map(scenario), scenario);
        held.simulation.open(scenario.withLever(ACROSS, 0.9), false);
        held.settle();
        assertThat(shares(ACROSS)).hasSize(3);
        held.simulation.open(scenario.withLever("search.probes", 17), false);
        held.settle();
        assertThat(shares(ACROSS)).isEmpty();
        assertThat(shares(UPWARDS)).isEmpty();
        held.simulation.open(scenario, false);
        held.settle();
        assertThat(shares(ACROSS)).hasSize(3);
    }

    @Test
    void theNextMapTakesThePlaceOfTheLast() throws ValueException {
        levers.tint(map(scenario), scenario);
        SweepPlan other = new SweepPlan(
                scenario,
                EngineKind.RATES,
                List.of(Axis.parse("search.probes=2,4"), Axis.parse("copy.maxPerNode=1,2")),
                1,
                Measure.STUCK_PEAK,
                0);
        levers.tint(TippingMap.of(other, List.of()), scenario);
        assertThat(shares(ACROSS)).isEmpty();
        assertThat(shares(UPWARDS)).isEmpty();
    }
}
