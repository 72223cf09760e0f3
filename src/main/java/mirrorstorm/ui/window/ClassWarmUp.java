package mirrorstorm.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.skin.CheckBoxSkin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.control.skin.ProgressBarSkin;
import javafx.scene.shape.Circle;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.VLineTo;
import mirrorstorm.picture.Theme;
import mirrorstorm.scenario.Scenario;
import mirrorstorm.ui.cause.CausePane;
import mirrorstorm.ui.cause.CauseViewModel;
import mirrorstorm.ui.cluster.MyClusterPane;
import mirrorstorm.ui.cluster.MyClusterViewModel;
import mirrorstorm.ui.compare.ComparePane;
import mirrorstorm.ui.compare.CompareViewModel;
import mirrorstorm.ui.explore.ExplorePane;
import mirrorstorm.ui.explore.ExploreViewModel;
import mirrorstorm.ui.export.ExportPane;
import mirrorstorm.ui.remedy.LastExitForm;
import mirrorstorm.ui.remedy.LastExitViewModel;
import mirrorstorm.ui.runbook.RunbookPane;
import mirrorstorm.ui.runbook.RunbookViewModel;
import mirrorstorm.ui.study.SaveCommands;
import mirrorstorm.ui.study.StudyPictureView;

/**
 * Makes what may be opened later, on a thread that nobody waits for, and throws it away: its classes are loaded and
 * linked then, which is most of what it takes to open something for the first time. Nodes that are in no window, of
 * models that nobody else has, may be made on any thread; windows and tooltips may not, so there are none among them.
 */
final class ClassWarmUp {

    /** What only a window makes, when it is shown. */
    private static final List<Class<?>> LOADED =
            List.of(CheckBoxSkin.class, ComboBoxListViewSkin.class, ProgressBarSkin.class);

    private static final StudyPictureView.Looks LOOKS = new StudyPictureView.Looks(
            new ReadOnlyObjectWrapper<>(Theme.LIGHT), new ReadOnlyDoubleWrapper(1), ClassWarmUp::never);
    private static final SaveCommands SAVE =
            new SaveCommands(ClassWarmUp::nothing, ClassWarmUp::nothing, ClassWarmUp::nothing);

    private ClassWarmUp() {}

    /** Everything that was made. */
    static List<Node> play() {
        LOADED.forEach(ClassWarmUp::load);
        return List.of(compare(), cause(), runbook(), explore(), cluster(), export(), lastExit(), popOver());
    }

    /** Does no task of a model or painter. */
    private static void never(Runnable task) {}

    private static void nothing() {}

    private static void load(Class<?> type) {
        try {
            Class.forName(type.getName(), true, type.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("it is here already: " + type, e);
        }
    }

    private static Node compare() {
        CompareViewModel model = new CompareViewModel(ClassWarmUp::never, ClassWarmUp::never, System::nanoTime);
        ComparePane.WindowCommands commands =
                new ComparePane.WindowCommands(ClassWarmUp::nothing, ClassWarmUp::nothing, SAVE);
        return new ComparePane(model, LOOKS, System::nanoTime, commands).root();
    }

    private static Node cause() {
        CauseViewModel model = new CauseViewModel(ClassWarmUp::never, System::nanoTime);
        return new CausePane(model, LOOKS, ClassWarmUp::nothing, SAVE).root();
    }

    private static Node runbook() {
        RunbookViewModel model = new RunbookViewModel(ClassWarmUp::never, System::nanoTime);
        RunbookPane.WindowCommands commands =
                new RunbookPane.WindowCommands(ClassWarmUp::nothing, ClassWarmUp::nothing, ClassWarmUp::nothing, SAVE);
        return new RunbookPane(model, LOOKS, commands).root();
    }

    private static Node explore() {
        ExploreViewModel model = new ExploreViewModel(ClassWarmUp::never, System::nanoTime, Optional.empty());
        ExplorePane.WindowCommands commands = new ExplorePane.WindowCommands(ClassWarmUp::nothing, cell -> {}, SAVE);
        return new ExplorePane(model, LOOKS, commands).root();
    }

    private static Node cluster() {
        Scenario like = Scenario.DEFAULTS;
        return new MyClusterPane(
                new MyClusterViewModel(like.cluster(), like.copy(), Cards.ISOLATED), ClassWarmUp::nothing);
    }

    private static Node export() {
        return new ExportPane(part -> new ExportPane.Size(1, 1), Theme.LIGHT);
    }

    private static Node lastExit() {
        return new LastExitForm(new LastExitViewModel(ClassWarmUp::never, System::nanoTime, 1));
    }

    /** The shapes of which a pop-over makes its outline. */
    private static Node popOver() {
        Path path = new Path(new MoveTo(), new LineTo(), new HLineTo(), new VLineTo(), new QuadCurveTo());
        path.setClip(new Circle());
        return new Group(path, new Line());
    }
}
