package mirrorstorm.ui.window;

import mirrorstorm.run.forecast.Question;
import mirrorstorm.ui.charts.ChartsViewModel;
import mirrorstorm.ui.forecast.ForecastViewModel;
import mirrorstorm.ui.inspector.InspectorViewModel;
import mirrorstorm.ui.levers.LeverGroups;
import mirrorstorm.ui.levers.LeversViewModel;
import mirrorstorm.ui.levers.OperatorViewModel;
import mirrorstorm.ui.levers.RegionOperator;
import mirrorstorm.ui.playback.PlaybackViewModel;
import mirrorstorm.ui.playback.RunView;
import mirrorstorm.ui.playback.SimulationThread;
import mirrorstorm.ui.remedy.LastExitViewModel;
import mirrorstorm.ui.stage.StageViewModel;
import mirrorstorm.ui.story.StoryViewModel;
import mirrorstorm.ui.timeline.BranchesViewModel;
import mirrorstorm.ui.timeline.TimelineViewModel;

/** The view models of a window on one run, tied to each other. */
record RunModels(
        PlaybackViewModel playback,
        LeversViewModel levers,
        OperatorViewModel operator,
        RegionOperator region,
        StageViewModel stage,
        InspectorViewModel inspector,
        StoryViewModel story,
        TimelineViewModel timeline,
        BranchesViewModel branches,
        ChartsViewModel charts,
        ForecastViewModel forecast,
        LastExitViewModel lastExit) {

    /** Those of a run on {@code simulation}; a forecast and a last exit are found out on threads of their own. */
    static RunModels of(SimulationThread simulation, Workers workers) {
        PlaybackViewModel playback = new PlaybackViewModel(simulation);
        StageViewModel stage = new StageViewModel();
        Question question = Question.besideTheWindow();
        RunModels models = new RunModels(
                playback,
                new LeversViewModel(simulation, LeverGroups.ALL, playback.edits(), System::nanoTime),
                new OperatorViewModel(simulation, stage.selectionProperty()),
                new RegionOperator(simulation),
                stage,
                new InspectorViewModel(stage, simulation::inspect),
                new StoryViewModel(),
                new TimelineViewModel(playback),
                new BranchesViewModel(simulation),
                new ChartsViewModel(),
                new ForecastViewModel(simulation, workers.background("forecast"), System::nanoTime, question),
                new LastExitViewModel(workers.background("last-exit"), System::nanoTime, question.threads()));
        models.tie();
        return models;
    }

    private void tie() {
        playback.viewProperty().addListener((property, before, now) -> follow(now));
        story.estimatesProperty().bind(forecast.estimatesProperty());
        timeline.exitProperty().bind(lastExit.markProperty());
        timeline.aheadProperty().bind(forecast.reachProperty());
        stage.selectionProperty()
                .addListener((property, before, now) -> playback.view().ifPresent(inspector::follow));
    }

    private void follow(RunView now) {
        levers.follow(now);
        operator.follow(now);
        stage.follow(now);
        inspector.follow(now);
        story.follow(now);
        timeline.follow(now);
        branches.follow(now);
        forecast.follow(now);
        lastExit.follow(now);
    }
}
