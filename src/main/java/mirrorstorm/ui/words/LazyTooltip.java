package mirrorstorm.ui.words;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * What is said of a node while it is pointed at. A {@link Tooltip} is a window with a scene, whose root is matched with
 * every rule of the style sheets: a millisecond each, and there are a hundred of them. So it is made when the node is
 * pointed at for the first time.
 */
public final class LazyTooltip {

    private LazyTooltip() {}

    /** Says something that never changes; those who listen instead of looking are told it, too. */
    public static void on(Node node, String text) {
        if (node.getAccessibleHelp() == null) {
            node.setAccessibleHelp(text);
        }
        on(node, () -> text);
    }

    /** Says something that is asked for whenever it is shown. */
    public static void on(Node node, Supplier<String> text) {
        on(node, text, tip -> {});
    }

    /**
     * As {@link #on(Node, Supplier)}, with a look of its own.
     *
     * @param look is given to the tooltip when that is made
     */
    public static void on(Node node, Supplier<String> text, Consumer<Tooltip> look) {
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                node.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
                Tooltip tip = new Tooltip();
                look.accept(tip);
                tip.setOnShowing(showing -> tip.setText(text.get()));
                Tooltip.install(node, tip);
            }
        });
    }

    /** The look of a tooltip whose text goes over several lines where it is longer than so many pixels. */
    public static Consumer<Tooltip> wrapped(double width) {
        return tip -> {
            tip.setWrapText(true);
            tip.setMaxWidth(width);
        };
    }
}
