package mirrorstorm.export;

import java.awt.Color;
import java.awt.Paint;
import java.awt.Shape;
import java.util.Locale;
import mirrorstorm.picture.PatternPaint;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGPaintDescriptor;
import org.apache.batik.svggen.SVGPath;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Patterns of pictures as patterns of SVG: shapes, which stay sharp at any size. */
final class SvgPatterns extends DefaultExtensionHandler {

    private static final String SVG = "http://www.w3.org/2000/svg";

    @Override
    public @Nullable SVGPaintDescriptor handlePaint(Paint paint, SVGGeneratorContext context) {
        if (!(paint instanceof PatternPaint patterned)) {
            return super.handlePaint(paint, context);
        }
        String side = Integer.toString(patterned.side());
        Element pattern = element(context, "pattern");
        String id = context.getIDGenerator().generateID("pattern");
        pattern.setAttribute("id", id);
        pattern.setAttribute("patternUnits", "userSpaceOnUse");
        pattern.setAttribute("width", side);
        pattern.setAttribute("height", side);
        pattern.setAttribute("stroke", "none");
        Element ground = element(context, "rect");
        ground.setAttribute("width", side);
        ground.setAttribute("height", side);
        ground.setAttribute("fill", hex(patterned.ground()));
        pattern.appendChild(ground);
        for (Shape shape : patterned.marks()) {
            Element mark = element(context, "path");
            mark.setAttribute("d", SVGPath.toSVGPathData(shape, context));
            mark.setAttribute("fill", hex(patterned.mark()));
            pattern.appendChild(mark);
        }
        return new SVGPaintDescriptor("url(#" + id + ")", "1", pattern);
    }

    private static Element element(SVGGeneratorContext context, String name) {
        return context.getDOMFactory().createElementNS(SVG, name);
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }
}
