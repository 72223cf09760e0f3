package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import mirrorstorm.ui.work.ValueField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A box takes only what was typed in it, whatever its value has become meanwhile. */
@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class ValueFieldTest {

    private final SimpleStringProperty value = new SimpleStringProperty("14 MiB/s");
    private final List<String> taken = new ArrayList<>();
    private ValueField field;
    private Button elsewhere;

    private boolean take(String typed) {
        taken.add(typed);
        if (typed.equals("nonsense")) {
            return false;
        }
        value.set(typed);
        return true;
    }

    @Start
    void show(Stage stage) {
        field = new ValueField(value, this::take, ValueField.OnLeave.TAKE);
        elsewhere = new Button("elsewhere");
        stage.setScene(new Scene(new VBox(field, elsewhere), 300, 100));
        stage.show();
    }

    private static void on(FxRobot robot, Runnable step) {
        robot.interact(step);
    }

    @Test
    void aBoxThatNobodyTypedInFollowsTheRunAndCommitsNothing(FxRobot robot) {
        on(robot, field::requestFocus);
        on(robot, () -> value.set("51.2 MiB/s"));
        assertThat(field.getText()).isEqualTo("51.2 MiB/s");
        on(robot, elsewhere::requestFocus);
        assertThat(taken).isEmpty();
        assertThat(value.get()).isEqualTo("51.2 MiB/s");
    }

    @Test
    void whatWasTypedStaysWhileTheRunGoesOnAndIsTakenOnce(FxRobot robot) {
        on(robot, field::requestFocus);
        on(robot, () -> field.setText("20"));
        on(robot, () -> value.set("51.2 MiB/s"));
        assertThat(field.getText()).isEqualTo("20");
        robot.push(KeyCode.ENTER);
        on(robot, elsewhere::requestFocus);
        assertThat(taken).containsExactly("20");
    }

    @Test
    void escapeDropsWhatWasTyped(FxRobot robot) {
        on(robot, field::requestFocus);
        on(robot, () -> field.setText("20"));
        robot.push(KeyCode.ESCAPE);
        on(robot, elsewhere::requestFocus);
        assertThat(taken).isEmpty();
        assertThat(field.getText()).isEqualTo("14 MiB/s");
    }

    @Test
    void whatIsNoValueStaysToBePutRightAndIsDroppedOnLeaving(FxRobot robot) {
        on(robot, field::requestFocus);
        on(robot, () -> field.setText("nonsense"));
        robot.push(KeyCode.ENTER);
        assertThat(field.getText()).isEqualTo("nonsense");
        on(robot, elsewhere::requestFocus);
        assertThat(field.getText()).isEqualTo("14 MiB/s");
        assertThat(value.get()).isEqualTo("14 MiB/s");
    }
}
