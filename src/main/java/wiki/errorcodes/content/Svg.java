package wiki.errorcodes.content;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A drawing that cannot do anything: what draws is written out anew from a list of what is allowed
 * (elements and attributes of SVG 2); scripts, handlers, other pages' content and everything
 * unknown is left out.
 *
 * @param text the cleaned drawing
 * @param width in pixels
 * @param height in pixels
 */
record Svg(String text, int width, int height) {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String LINKS = "http://www.w3.org/1999/xlink";

    private static final Set<String> ELEMENTS =
            Set.of(
                    "svg",
                    "g",
                    "defs",
                    "symbol",
                    "use",
                    "path",
                    "rect",
                    "circle",
                    "ellipse",
                    "line",
                    "polyline",
                    "polygon",
                    "text",
                    "tspan",
                    "title",
                    "desc",
                    "image",
                    "linearGradient",
                    "radialGradient",
                    "stop",
                    "clipPath",
                    "mask",
                    "pattern",
                    "marker",
                    "style");

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "id",
                    "class",
                    "x",
                    "y",
                    "x1",
                    "x2",
                    "y1",
                    "y2",
                    "dx",
                    "dy",
                    "cx",
                    "cy",
                    "r",
                    "rx",
                    "ry",
                    "fx",
                    "fy",
                    "d",
                    "points",
                    "width",
                    "height",
                    "viewBox",
                    "preserveAspectRatio",
                    "transform",
                    "gradientTransform",
                    "gradientUnits",
                    "patternTransform",
                    "patternUnits",
                    "clipPathUnits",
                    "maskUnits",
                    "spreadMethod",
                    "offset",
                    "stop-color",
                    "stop-opacity",
                    "fill",
                    "fill-opacity",
                    "fill-rule",
                    "clip-rule",
                    "clip-path",
                    "mask",
                    "stroke",
                    "stroke-width",
                    "stroke-opacity",
                    "stroke-dasharray",
                    "stroke-dashoffset",
                    "stroke-linecap",
                    "stroke-linejoin",
                    "stroke-miterlimit",
                    "opacity",
                    "color",
                    "display",
                    "visibility",
                    "font-family",
                    "font-size",
                    "font-style",
                    "font-weight",
                    "letter-spacing",
                    "text-anchor",
                    "text-decoration",
                    "dominant-baseline",
                    "alignment-baseline",
                    "textLength",
                    "lengthAdjust",
                    "marker-start",
                    "marker-mid",
                    "marker-end",
                    "markerWidth",
                    "markerHeight",
                    "markerUnits",
                    "refX",
                    "refY",
                    "orient",
                    "role",
                    "aria-label",
                    "aria-hidden",
                    "style",
                    "href",
                    "paint-order",
                    "vector-effect",
                    "xml:space");

    /** A reference within the drawing; the only other one is a picture inside an image element. */
    private static final Pattern OWN = Pattern.compile("#[\\w.:-]++");

    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|jpeg|gif);base64,[A-Za-z0-9+/=\\s]++");

    /**
     * An address, an import or an escape in CSS; addresses within the drawing are taken out first.
     */
    private static final Pattern UNSAFE_CSS =
            Pattern.compile("(?i)url\\s*+\\(|@|\\\\|expression|javascript|-moz-binding|<");

    private static final Pattern OWN_URL =
            Pattern.compile("(?i)url\\(\\s*+['\"]?+#[\\w.:-]++['\"]?+\\s*+\\)");

    private static final Pattern PIXELS = Pattern.compile("([0-9]{1,5})(?:\\.[0-9]++)?+(?:px)?+");

    /** Why a drawing cannot be shown. */
    static final class UnreadableException extends Exception {
        UnreadableException(String message) {
            super(message);
        }
    }

    /**
     * Reads and cleans a drawing.
     *
     * @throws UnreadableException if it is no well-formed SVG or does not say how large it is
     */
    static Svg of(byte[] bytes) throws UnreadableException {
        XMLInputFactory input = XMLInputFactory.newFactory();
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        input.setProperty(XMLInputFactory.IS_COALESCING, true);
        StringWriter text = new StringWriter();
        try {
            XMLStreamReader reader = input.createXMLStreamReader(new ByteArrayInputStream(bytes));
            XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            Size size = copy(reader, writer);
            writer.close();
            return new Svg(text.toString(), size.width(), size.height());
        } catch (XMLStreamException e) {
            throw new UnreadableException(
                    "it is no well-formed SVG (line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber())
                            + ")");
        }
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private record Size(int width, int height) {}

    private static Size copy(XMLStreamReader reader, XMLStreamWriter writer)
            throws XMLStreamException, UnreadableException {
        @Nullable Size size = null;
        int skipped = 0;
        boolean style = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    String name = reader.getLocalName();
                    boolean allowed =
                            skipped == 0
                                    && NAMESPACE.equals(reader.getNamespaceURI())
                                    && ELEMENTS.contains(name);
                    if (size == null) {
                        size = size(reader, allowed && name.equals("svg"));
                        writer.setDefaultNamespace(NAMESPACE);
                    }
                    if (allowed) {
                        start(reader, writer, name);
                        style = name.equals("style");
                    } else {
                        skipped++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    style = false;
                    if (skipped > 0) {
                        skipped--;
                    } else {
                        writer.writeEndElement();
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (skipped == 0 && (!style || isSafeCss(reader.getText()))) {
                        writer.writeCharacters(reader.getText());
                    }
                }
                default -> {
                    // Comments, instructions, document types and entities draw nothing.
                }
            }
        }
        if (size == null) {
            throw new UnreadableException("it is empty");
        }
        return size;
    }

    private static void start(XMLStreamReader reader, XMLStreamWriter writer, String name)
            throws XMLStreamException {
        writer.writeStartElement(NAMESPACE, name);
        if (name.equals("svg")) {
            writer.writeDefaultNamespace(NAMESPACE);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            @Nullable String namespace = reader.getAttributeNamespace(i);
            String attribute = reader.getAttributeLocalName(i);
            boolean plain = namespace == null || namespace.isEmpty();
            boolean link = LINKS.equals(namespace) && attribute.equals("href");
            String value = reader.getAttributeValue(i);
            if ((plain || link)
                    && ATTRIBUTES.contains(attribute)
                    && isSafe(name, attribute, value)) {
                writer.writeAttribute(attribute, value);
            }
        }
    }

    private static boolean isSafe(String element, String attribute, String value) {
        if (attribute.equals("href")) {
            String address = value.strip();
            return OWN.matcher(address).matches()
                    || element.equals("image") && PICTURE.matcher(address).matches();
        }
        return isSafeCss(value);
    }

    private static boolean isSafeCss(String css) {
        return !UNSAFE_CSS.matcher(OWN_URL.matcher(css).replaceAll("")).find();
    }

    /** Width and height are those of the root, or else of its view box. */
    private static Size size(XMLStreamReader reader, boolean isSvg) throws UnreadableException {
        if (!isSvg) {
            throw new UnreadableException("its first element is not svg");
        }
        Optional<Integer> width = pixels(reader.getAttributeValue(null, "width"));
        Optional<Integer> height = pixels(reader.getAttributeValue(null, "height"));
        if (width.isPresent() && height.isPresent()) {
            return new Size(width.get(), height.get());
        }
        @Nullable String box = reader.getAttributeValue(null, "viewBox");
        String[] numbers = box == null ? new String[0] : box.strip().split("[\\s,]+");
        if (numbers.length == 4
                && pixels(numbers[2]).isPresent()
                && pixels(numbers[3]).isPresent()) {
            return new Size(pixels(numbers[2]).get(), pixels(numbers[3]).get());
        }
        throw new UnreadableException("it says neither width and height in pixels nor a viewBox");
    }

    private static Optional<Integer> pixels(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var number = PIXELS.matcher(text.strip().toLowerCase(Locale.ROOT));
        return number.matches() && Integer.parseInt(number.group(1)) > 0
                ? Optional.of(Integer.parseInt(number.group(1)))
                : Optional.empty();
    }
}
