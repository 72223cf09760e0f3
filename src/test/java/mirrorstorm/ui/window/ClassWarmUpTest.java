package mirrorstorm.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@Tag("ui")
@ExtendWith({FontLibraries.class, ApplicationExtension.class})
class ClassWarmUpTest {

    @Test
    void whatMayBeOpenedIsMadeOffTheFxThreadAndNobodySeesIt() {
        List<Window> before = List.copyOf(Window.getWindows());
        List<Node> made = CompletableFuture.supplyAsync(ClassWarmUp::play).join();
        assertThat(made).isNotEmpty().allMatch(node -> node.getScene() == null);
        assertThat(Window.getWindows()).isEqualTo(before);
    }
}
