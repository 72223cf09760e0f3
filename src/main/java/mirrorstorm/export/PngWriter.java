package mirrorstorm.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes PNG files with texts in them. */
final class PngWriter {

    private static final String FORMAT = "javax_imageio_png_1.0";

    private PngWriter() {}

    /** @param texts by keyword; what Latin-1 has no letters for goes into a chunk of Unicode */
    static void write(BufferedImage image, Map<String, String> texts, OutputStream out) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("png");
        if (!writers.hasNext()) {
            throw new IOException("this Java cannot write PNG");
        }
        ImageWriter writer = writers.next();
        ByteArrayOutputStream whole = new ByteArrayOutputStream(); // ImageIO does not say what fails below it
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(whole)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), how);
            metadata.mergeTree(FORMAT, tree(texts));
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), how);
        } finally {
            writer.dispose();
        }
        whole.writeTo(out);
    }

    private static IIOMetadataNode tree(Map<String, String> texts) {
        IIOMetadataNode latin = new IIOMetadataNode("tEXt");
        IIOMetadataNode other = new IIOMetadataNode("iTXt");
        texts.forEach((keyword, value) -> {
            if (value.isEmpty()) {
                return;
            }
            if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(value)) {
                IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
                entry.setAttribute("keyword", keyword);
                entry.setAttribute("value", value);
                latin.appendChild(entry);
            } else {
                IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
                entry.setAttribute("keyword", keyword);
                entry.setAttribute("compressionFlag", "FALSE");
                entry.setAttribute("compressionMethod", "0");
                entry.setAttribute("languageTag", "");
                entry.setAttribute("translatedKeyword", "");
                entry.setAttribute("text", value);
                other.appendChild(entry);
            }
        });
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        for (IIOMetadataNode node : new IIOMetadataNode[] {other, latin}) {
            if (node.getLength() > 0) {
                root.appendChild(node);
            }
        }
        return root;
    }
}
