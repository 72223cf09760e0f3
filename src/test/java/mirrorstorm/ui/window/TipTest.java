package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import mirrorstorm.ui.words.LazyTooltip;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class TipTest {

    private final Region node = new Region();

    private static List<Tooltip> of(Node node) {
        return node.getProperties().values().stream()
                .filter(Tooltip.class::isInstance)
                .map(Tooltip.class::cast)
                .toList();
    }

    private void point(FxRobot robot) {
        MouseEvent entered = new MouseEvent(
                MouseEvent.MOUSE_ENTERED,
                0,
                0,
                0,
                0,
                null,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
        robot.interact(() -> Event.fireEvent(node, entered));
    }

    @Test
    void itIsMadeWhenItIsPointedAtAndOnce(FxRobot robot) {
        LazyTooltip.on(node, "what it is");
        assertThat(of(node)).isEmpty();
        point(robot);
        List<Tooltip> made = of(node);
        assertThat(made).hasSize(1);
        point(robot);
        assertThat(of(node)).isEqualTo(made);
    }

    @Test
    void thoseWhoListenAreToldBeforeThat() {
        LazyTooltip.on(node, "what it is");
        assertThat(node.getAccessibleHelp()).isEqualTo("what it is");
    }

    @Test
    void whatIsSaidIsAskedForWheneverItIsShown(FxRobot robot) {
        String[] now = {"first"};
        LazyTooltip.on(node, () -> now[0], tip -> tip.setMaxWidth(7));
        point(robot);
        Tooltip tip = of(node).get(0);
        assertThat(tip.getMaxWidth()).isEqualTo(7);
        for (String each : List.of("first", "then")) {
            now[0] = each;
            robot.interact(() -> tip.getOnShowing().handle(null));
            assertThat(tip.getText()).isEqualTo(each);
        }
    }
}
