package mirrorstorm.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGPaintDescriptor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a painter paints, as SVG with its text as text, to look things up in. */
public final class Svg {

    private static final Pattern TRANSFORM = Pattern.compile("(translate|scale|matrix|rotate)\\(([^)]*)\\)");

    /** A text and where it is, on the whole picture. */
    public record Text(String text, Rectangle2D bounds) {}

    private final Element root;

    private Svg(Element root) {
        this.root = root;
    }

    public static Svg of(Consumer<Graphics2D> painter) {
        try {
            Document document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
            SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
            context.setExtensionHandler(new PlainGround());
            SVGGraphics2D g = new SVGGraphics2D(context, false);
            painter.accept(g);
            return new Svg(g.getRoot());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Patterns are for others to look at. */
    private static final class PlainGround extends DefaultExtensionHandler {
        @Override
        public SVGPaintDescriptor handlePaint(Paint paint, SVGGeneratorContext context) {
            int rgb = paint instanceof PatternPaint pattern ? pattern.ground().getRGB() & 0xFFFFFF : 0;
            return new SVGPaintDescriptor(String.format(Locale.ROOT, "#%06x", rgb), "1");
        }
    }

    /** How many elements of a name there are. */
    int count(String name) {
        return root.getElementsByTagName(name).getLength();
    }

    /** All texts, in the order in which they were painted. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        NodeList elements = root.getElementsByTagName("text");
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }

    /** Every text with the rectangle from its baseline to the top of its capitals. */
    public List<Text> placedTexts() {
        List<Text> placed = new ArrayList<>();
        NodeList elements = root.getElementsByTagName("text");
        for (int i = 0; i < elements.getLength(); i++) {
            placed.add(placed((Element) elements.item(i)));
        }
        return placed;
    }

    private static Text placed(Element text) {
        AffineTransform transform = new AffineTransform();
        for (Node node = text; node instanceof Element element; node = node.getParentNode()) {
            transform.preConcatenate(transform(element.getAttribute("transform")));
        }
        double size = Double.parseDouble(inherited(text, "font-size").replace("px", ""));
        boolean isBold = inherited(text, "font-family").contains("emibold")
                || inherited(text, "font-weight").equals("bold");
        TextStyle style = isBold ? TextStyle.STRONG : TextStyle.BODY;
        Font font = Theme.LIGHT.font(style, 1).deriveFont((float) size);
        Point2D at = transform.transform(new Point2D.Double(number(text, "x"), number(text, "y")), null);
        double height = Pens.capHeight(font);
        return new Text(
                text.getTextContent(),
                new Rectangle2D.Double(
                        at.getX(), at.getY() - height, Pens.widthOf(font, text.getTextContent()), height));
    }

    private static double number(Element element, String name) {
        return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : 0;
    }

    private static String inherited(Element element, String name) {
        for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
            if (each.hasAttribute(name)) {
                return each.getAttribute(name);
            }
        }
        return "";
    }

    private static AffineTransform transform(String text) {
        AffineTransform all = new AffineTransform();
        Matcher matcher = TRANSFORM.matcher(text);
        while (matcher.find()) {
            String[] parts = matcher.group(2).trim().split("[ ,]+");
            double[] n = new double[parts.length];
            for (int i = 0; i < n.length; i++) {
                n[i] = Double.parseDouble(parts[i]);
            }
            all.concatenate(
                    switch (matcher.group(1)) {
                        case "translate" -> AffineTransform.getTranslateInstance(n[0], n.length > 1 ? n[1] : 0);
                        case "scale" -> AffineTransform.getScaleInstance(n[0], n.length > 1 ? n[1] : n[0]);
                        case "rotate" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]));
                        default -> new AffineTransform(n);
                    });
        }
        return all;
    }
}
