package mirrorstorm.export;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import mirrorstorm.picture.Ink;
import mirrorstorm.picture.Theme;
import mirrorstorm.picture.figure.FigurePainter;
import mirrorstorm.picture.figure.FigureView;
import mirrorstorm.picture.text.Headline;
import mirrorstorm.scenario.AtomicFile;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Pictures as files: what is on the screen, on a ground of its own. A file is there whole or not at all. */
public final class PictureExport {

    /** Longest side of a picture, pixels: more than 16K, and less than an array can hold. */
    public static final int SIDE_MAX = 16_384;

    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]");

    private PictureExport() {}

    /**
     * Writes a picture as PNG.
     *
     * @param width  pixels, in [1, {@link #SIDE_MAX}], as is {@code height}
     * @throws IOException if the file cannot be written; it is as it was before
     */
    public static void writePng(FigureView sheet, int width, int height, Theme theme, Path file) throws IOException {
        BufferedImage image = image(sheet, width, height, theme);
        AtomicFile.write(file, out -> PngWriter.write(image, Recipe.of(sheet), out));
    }

    /** The pixels of a picture, opaque, row by row: {@code 0xFFRRGGBB}. */
    public static int[] pixels(FigureView sheet, int width, int height, Theme theme) {
        return image(sheet, width, height, theme).getRGB(0, 0, width, height, null, 0, width);
    }

    /** The pixels of a picture; opaque. */
    public static BufferedImage image(FigureView sheet, int width, int height, Theme theme) {
        requireSize(width, height);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        FigurePainter.paint(g, sheet, width, height, theme);
        g.dispose();
        return image;
    }

    /**
     * Writes a picture as SVG, with its text as outlines: it looks the same where our font is missing. Title and state
     * are also in it as text, for search and screen readers.
     *
     * @param width  in [1, {@link #SIDE_MAX}], as is {@code height}
     * @throws IOException if the file cannot be written; it is as it was before
     */
    public static void writeSvg(FigureView sheet, int width, int height, Theme theme, Path file) throws IOException {
        requireSize(width, height);
        Document document = newDocument();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("Mirrorstorm");
        context.setExtensionHandler(new SvgPatterns());
        SVGGraphics2D g = new SVGGraphics2D(context, true);
        g.setSVGCanvasSize(new Dimension(width, height));
        FigurePainter.paint(g, sheet, width, height, theme);
        Element root = g.getRoot();
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        describe(root, sheet);
        keepToXml(root);
        AtomicFile.write(file, out -> stream(root, out));
    }

    /** The ground of a picture: exports never let what is behind them through. */
    static void paintGround(Graphics2D g, int width, int height, Theme theme) {
        g.setColor(theme.color(Ink.BACKGROUND));
        g.fillRect(0, 0, width, height);
    }

    private static void describe(Element root, FigureView sheet) {
        Document document = root.getOwnerDocument();
        Element description = document.createElementNS(SVG, "desc");
        Headline headline = Headline.of(sheet.stage().snapshot());
        description.setTextContent(sheet.subtitle() + ". " + sheet.time() + ", " + sheet.clock() + ". "
                + headline.sentence() + ". " + String.join(", ", headline.details()) + ". "
                + Recipe.text(sheet));
        Element title = document.createElementNS(SVG, "title");
        title.setTextContent(sheet.title());
        root.insertBefore(description, root.getFirstChild());
        root.insertBefore(title, description);
    }

    /** XML 1.0 (2.2) has no characters for most controls, nor for half a surrogate pair: U+FFFD stands for them. */
    private static void keepToXml(Node node) {
        String value = node.getNodeValue();
        if (value != null && NOT_XML.matcher(value).find()) {
            node.setNodeValue(NOT_XML.matcher(value).replaceAll("\ufffd"));
        }
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            keepToXml(attributes.item(i));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            keepToXml(child);
        }
    }

    private static void stream(Element root, OutputStream out) throws IOException {
        try {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
            writer.transform(new DOMSource(root), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException("cannot write the picture as SVG: " + e.getMessage(), e);
        }
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java has an XML parser", e);
        }
    }

    private static void requireSize(int width, int height) {
        if (width < 1 || height < 1 || width > SIDE_MAX || height > SIDE_MAX) {
            throw new IllegalArgumentException("no picture of " + width + " x " + height);
        }
    }
}
