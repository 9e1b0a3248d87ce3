package wiki.errorcodes.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import net.sourceforge.plantuml.BlockUml;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.error.PSystemError;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import wiki.errorcodes.article.Filling;

/**
 * Draws sequence diagrams as SVG that stands in a page: no inline style, the page's colours, a text
 * alternative.
 */
final class Diagram {

    static final String LANGUAGE = "plantuml";

    /** PlantUML's default colours → classes of {@code static/app.css}. */
    private static final Map<String, String> CLASSES =
            Map.of(
                    "#181818", "ink", "#000000", "ink", "#E2E2F0", "box", "#FEFFDD", "note",
                    "#FFFFFF", "ground", "#EEEEEE", "box");

    private static final Set<String> KEPT =
            Set.of(
                    "x",
                    "y",
                    "x1",
                    "x2",
                    "y1",
                    "y2",
                    "cx",
                    "cy",
                    "rx",
                    "ry",
                    "r",
                    "d",
                    "points",
                    "width",
                    "height",
                    "fill",
                    "font-size",
                    "font-weight",
                    "font-style",
                    "textLength",
                    "transform",
                    "stroke",
                    "stroke-width",
                    "stroke-dasharray");

    static {
        System.setProperty("java.awt.headless", "true");
        if (System.getProperty("PLANTUML_SECURITY_PROFILE") == null) {
            // A diagram reads no file and no address.
            System.setProperty("PLANTUML_SECURITY_PROFILE", "SANDBOX");
        }
    }

    private Diagram() {}

    /**
     * Something that keeps a diagram from being drawn.
     *
     * @param line its line within the fence, counted from 0
     */
    record Problem(int line, String message) {}

    static Optional<Problem> problem(String code) {
        if (code.contains("{{")) {
            return Optional.of(new Problem(0, "a diagram cannot show {{placeholders}}"));
        }
        List<BlockUml> blocks = reader(code).getBlocks();
        if (blocks.isEmpty()) {
            return Optional.of(new Problem(0, "the diagram is empty"));
        }
        if (blocks.get(0).getDiagram() instanceof PSystemError error) {
            int line =
                    error.getLineLocation() == null
                            ? 0
                            : Math.max(0, error.getLineLocation().getPosition() - 1);
            return Optional.of(
                    new Problem(
                            line,
                            "the diagram cannot be drawn: PlantUML does not understand this line"));
        }
        return Optional.empty();
    }

    private static SourceStringReader reader(String code) {
        return new SourceStringReader("@startuml\n" + code + "\n@enduml\n");
    }

    /**
     * Returns a figure with the diagram; empty when it cannot be drawn, which is then a diagnostic
     * elsewhere.
     */
    static Optional<String> figure(String code, String alternative) {
        if (problem(code).isPresent()) {
            return Optional.empty();
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            reader(code).outputImage(out, new FileFormatOption(FileFormat.SVG));
            return Optional.of(
                    "<figure class=\"diagram\" tabindex=\"0\">"
                            + svg(out.toByteArray(), alternative)
                            + "<figcaption>"
                            + Filling.escaped(alternative)
                            + "</figcaption></figure>");
        } catch (IOException
                | SAXException
                | ParserConfigurationException
                | TransformerException e) {
            throw new IllegalStateException("PlantUML drew what is no SVG", e);
        } catch (LinkageError | InternalError e) {
            // A machine without fonts cannot measure text (Java says so with an Error). Its readers
            // get the description of the diagram instead of no wiki.
            return Optional.empty();
        }
    }

    private static String svg(byte[] drawn, String alternative)
            throws ParserConfigurationException, SAXException, IOException, TransformerException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document =
                factory.newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        new String(drawn, StandardCharsets.UTF_8)
                                                .replace("&nbsp;", "&#160;")
                                                .getBytes(StandardCharsets.UTF_8)));
        Element root = document.getDocumentElement();
        String width = root.getAttribute("width").replace("px", "");
        String height = root.getAttribute("height").replace("px", "");
        clean(root);
        root.setAttribute("xmlns", "http://www.w3.org/2000/svg");
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        root.setAttribute("width", width);
        root.setAttribute("height", height);
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", alternative);
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter svg = new StringWriter();
        transformer.transform(new DOMSource(root), new StreamResult(svg));
        return svg.toString();
    }

    /**
     * Keeps what draws, as attributes and classes; drops names, scripts, styles, comments and what
     * nobody sees.
     */
    private static void clean(Element element) {
        style(element);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            names.add(element.getAttributes().item(i).getNodeName());
        }
        StringBuilder classes = new StringBuilder();
        for (String name : names) {
            String value = element.getAttribute(name);
            if (name.equals("fill") || name.equals("stroke")) {
                String known = CLASSES.get(value.toUpperCase(Locale.ROOT));
                if (known != null) {
                    classes.append(classes.isEmpty() ? "" : " ")
                            .append(name)
                            .append('-')
                            .append(known);
                    element.removeAttribute(name);
                }
            } else if (!KEPT.contains(name)) {
                element.removeAttribute(name);
            }
        }
        if (!classes.isEmpty()) {
            element.setAttribute("class", classes.toString());
        }
        NodeList children = element.getChildNodes();
        for (int i = children.getLength() - 1; i >= 0; i--) {
            Node child = children.item(i);
            if (child instanceof Element inner) {
                boolean unseen =
                        Set.of("title", "defs", "script", "style", "a", "image", "foreignObject")
                                        .contains(inner.getTagName())
                                || inner.getAttribute("fill-opacity").startsWith("0.0");
                if (unseen) {
                    element.removeChild(inner);
                } else {
                    clean(inner);
                }
            } else if (child.getNodeType() != Node.TEXT_NODE) {
                element.removeChild(child);
            }
        }
    }

    private static void style(Element element) {
        for (String declaration : element.getAttribute("style").split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0 && declaration.startsWith("stroke")) {
                element.setAttribute(
                        declaration.substring(0, colon).strip(),
                        declaration.substring(colon + 1).strip());
            }
        }
    }
}
