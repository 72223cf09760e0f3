package mirrorstorm.ui.window;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import mirrorstorm.ui.export.ExportPane;
import mirrorstorm.ui.export.PictureChoice.Part;

/** How large stage and charts are on the screen, pixels: their panes say so, whoever makes a picture asks. */
final class ScreenSizes {

    /** Of a picture, as long as nothing is on the screen. */
    private static final ExportPane.Size NOTHING_SHOWN = new ExportPane.Size(1280, 800);

    /** What a picture has over what is on the screen. */
    private static final double HEADING_HEIGHT = 100;

    /** Charts of a picture are no smaller, even if they are hidden on the screen. */
    private static final double CHARTS_HEIGHT_MIN = 300;

    private final DoubleProperty stageWidth = new SimpleDoubleProperty();
    private final DoubleProperty stageHeight = new SimpleDoubleProperty();
    private final DoubleProperty chartsWidth = new SimpleDoubleProperty();
    private final DoubleProperty chartsHeight = new SimpleDoubleProperty();

    DoubleProperty stageWidthProperty() {
        return stageWidth;
    }

    DoubleProperty stageHeightProperty() {
        return stageHeight;
    }

    DoubleProperty chartsWidthProperty() {
        return chartsWidth;
    }

    /** 0 while the charts are hidden. */
    DoubleProperty chartsHeightProperty() {
        return chartsHeight;
    }

    /** How large a picture of that is if it is to look as on the screen, with room for a heading. */
    ExportPane.Size of(Part part) {
        if (stageWidth.get() <= 0) {
            return NOTHING_SHOWN;
        }
        double charts = Math.max(CHARTS_HEIGHT_MIN, chartsHeight.get());
        double height =
                switch (part) {
                    case STAGE -> stageHeight.get();
                    case CHARTS -> charts;
                    case BOTH -> stageHeight.get() + charts;
                };
        boolean isAsWideAsTheStage = part == Part.STAGE || chartsHeight.get() <= 0;
        double width = isAsWideAsTheStage ? stageWidth.get() : chartsWidth.get();
        return new ExportPane.Size((int) Math.rint(width), (int) Math.rint(height + HEADING_HEIGHT));
    }
}
