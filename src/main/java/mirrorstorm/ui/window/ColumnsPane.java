package mirrorstorm.ui.window;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Parts below each other in as many columns as there is width for, each in the first column that has room for it.
 * Columns are as low as that allows: what does not fit is scrolled downwards, never sideways.
 */
final class ColumnsPane extends Region {

    /** Parts below each other. */
    private static final class Column {

        private final List<Node> parts = new ArrayList<>();
        private double width;
        private double height;

        void add(Node part) {
            parts.add(part);
            width = Math.max(width, Math.ceil(part.prefWidth(-1)));
            height += heightOf(part);
        }
    }

    ColumnsPane(List<? extends Node> parts) {
        getChildren().addAll(parts);
    }

    /** In columns that are at most so high, but for a part that is higher itself. */
    private List<Column> packed(double height) {
        List<Column> columns = new ArrayList<>();
        for (Node part : getManagedChildren()) {
            Column column = columns.stream()
                    .filter(each -> each.height + heightOf(part) <= height)
                    .findFirst()
                    .orElseGet(() -> {
                        columns.add(new Column());
                        return columns.get(columns.size() - 1);
                    });
            column.add(part);
        }
        return columns;
    }

    /** The lowest columns that fit a width; a negative one stands for any. */
    private List<Column> fitting(double width) {
        double low = getManagedChildren().stream()
                .mapToDouble(ColumnsPane::heightOf)
                .max()
                .orElse(0);
        List<Column> columns = packed(low);
        while (width >= 0 && columns.size() > 1 && widthOf(columns) > width) {
            low = nextHeight(columns);
            columns = packed(low);
        }
        return columns;
    }

    /** The next height at which anything changes: where a column has room for a part of one after it. */
    private static double nextHeight(List<Column> columns) {
        double next = Double.POSITIVE_INFINITY;
        for (int i = 0; i < columns.size(); i++) {
            double height = columns.get(i).height;
            double smallest = columns.subList(i + 1, columns.size()).stream()
                    .flatMap(column -> column.parts.stream())
                    .mapToDouble(ColumnsPane::heightOf)
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            next = Math.min(next, height + smallest);
        }
        return next;
    }

    private static double heightOf(Node part) {
        return Math.ceil(part.prefHeight(-1));
    }

    private static double widthOf(List<Column> columns) {
        return columns.stream().mapToDouble(column -> column.width).sum();
    }

    private static double heightOfAll(List<Column> columns) {
        return columns.stream().mapToDouble(column -> column.height).max().orElse(0);
    }

    private double inner(double width) {
        return width < 0 ? width : Math.max(0, width - snappedLeftInset() - snappedRightInset());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return widthOf(fitting(-1)) + insets.getLeft() + insets.getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        return heightOfAll(fitting(inner(width))) + insets.getTop() + insets.getBottom();
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        for (Column column : fitting(inner(getWidth()))) {
            double y = snappedTopInset();
            for (Node part : column.parts) {
                double height = heightOf(part);
                part.resizeRelocate(x, y, column.width, height);
                y += height;
            }
            x += column.width;
        }
    }
}
