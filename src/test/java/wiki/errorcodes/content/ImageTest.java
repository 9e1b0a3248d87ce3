package wiki.errorcodes.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import wiki.errorcodes.TestArticles;
import wiki.errorcodes.source.Diagnostic;

class ImageTest {

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] svg(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A WebP file up to the size in its first chunk (RFC 9649). */
    private static byte[] webp(String chunk, int... data) {
        byte[] bytes = new byte[20 + data.length];
        System.arraycopy("RIFF".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 4);
        System.arraycopy("WEBP".getBytes(StandardCharsets.US_ASCII), 0, bytes, 8, 4);
        System.arraycopy(chunk.getBytes(StandardCharsets.US_ASCII), 0, bytes, 12, 4);
        for (int i = 0; i < data.length; i++) {
            bytes[20 + i] = (byte) data[i];
        }
        return bytes;
    }

    private static String told(String name, byte[] bytes) throws Image.UnusableException {
        Image image = Image.of(name, bytes);
        return image.type().mediaType() + " " + image.width() + "x" + image.height();
    }

    private static String problem(String name, byte[] bytes) {
        return String.valueOf(
                assertThrows(Image.UnusableException.class, () -> Image.of(name, bytes))
                        .getMessage());
    }

    @Test
    void typeAndSizeComeFromTheBytes() throws Exception {
        assertEquals("image/png 30x20", told("a.png", picture("png", 30, 20)));
        assertEquals("image/jpeg 30x20", told("a.JPG", picture("jpg", 30, 20)));
        assertEquals("image/gif 30x20", told("a.gif", picture("gif", 30, 20)));
        assertEquals(
                "image/svg+xml 30x20",
                told(
                        "a.svg",
                        svg("<svg xmlns='http://www.w3.org/2000/svg' width='30px' height='20'/>")));
        assertEquals(
                "image/svg+xml 300x200",
                told(
                        "a.svg",
                        svg(
                                "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 200.5'/>")));
        assertEquals(
                "image/webp 1000x600",
                told("a.webp", webp("VP8X", 0, 0, 0, 0, 0xE7, 3, 0, 0x57, 2, 0)));
        // 14 bits of the width less one, then 14 of the height less one.
        assertEquals(
                "image/webp 1000x600", told("a.webp", webp("VP8L", 0x2F, 0xE7, 0xC3, 0x95, 0)));
        assertEquals(
                "image/webp 1000x600",
                told("a.webp", webp("VP8 ", 0, 0, 0, 0x9D, 1, 0x2A, 0xE8, 3, 0x58, 2)));
    }

    @Test
    void whatIsNoPictureOrAnotherOneIsRefused() throws IOException {
        assertEquals("is no picture", problem("a.png", svg("hello")));
        assertEquals("is no picture", problem("a.png", new byte[0]));
        assertEquals("is a PNG file by its content", problem("a.jpg", picture("png", 1, 1)));
        assertEquals("is damaged", problem("a.png", Arrays.copyOf(picture("png", 9, 9), 12)));
        assertEquals("is damaged", problem("a.webp", webp("VP8X")));
        assertEquals("is damaged", problem("a.webp", webp("ALPH", 0, 0, 0, 0)));
        assertEquals(
                "cannot be shown: its first element is not svg",
                problem("a.svg", svg("<?xml version='1.0'?><html/>")));
        assertEquals(
                "cannot be shown: it is no well-formed SVG (line 1)",
                problem("a.svg", svg("<svg xmlns='http://www.w3.org/2000/svg'")));
        assertEquals(
                "cannot be shown: it says neither width and height in pixels nor a viewBox",
                problem("a.svg", svg("<svg xmlns='http://www.w3.org/2000/svg' width='100%'/>")));
    }

    private static ParsedFile article(String text, Map<String, byte[]> images) {
        return ParsedFile.of(
                new ContentFolder.ContentFile(
                        "cors/a.md",
                        (TestArticles.article("A", "") + "\n## More\n\n" + text + "\n")
                                .getBytes(StandardCharsets.UTF_8),
                        new TreeMap<>(images),
                        "hash"));
    }

    private static String html(ParsedFile file) {
        return file.article().orElseThrow().freeSections().get(0).html();
    }

    private static List<String> problems(ParsedFile file) {
        List<String> all = new ArrayList<>();
        for (Diagnostic diagnostic : file.diagnostics()) {
            all.add(diagnostic + " / " + diagnostic.hint());
        }
        return all;
    }

    @Test
    void pictureIsShownWithItsSizeUnderAnAddressOfItsContent() throws Exception {
        byte[] bytes = picture("png", 30, 20);
        String hash = ContentFolder.hash(bytes).substring(0, 16);
        String img =
                "<img src=\"/images/"
                        + hash
                        + "/p.png\" width=\"30\" height=\"20\" alt=\"The &quot;panel&quot;\" loading=\"lazy\" decoding=\"async\">";
        assertEquals(
                "<figure class=\"picture\">" + img + "</figure>",
                html(article("![The \"panel\"](p.png)", Map.of("p.png", bytes))));
        assertEquals(
                "<figure class=\"picture\">" + img + "<figcaption>Look</figcaption></figure>",
                html(article("![The \"panel\"](a/p.png \"Look\")", Map.of("p.png", bytes))));
        assertEquals(
                "<p>See " + img + " here.</p>",
                html(article("See ![The \"panel\"](p.png) here.", Map.of("p.png", bytes))));
    }

    @Test
    void whatIsWrongWithPicturesIsReportedWhereTheyAreNamed() throws Exception {
        byte[] good = picture("png", 3, 2);
        assertEquals(
                List.of(
                        "cors/a.md:30:1: error: no picture \"p.png\" [image] / put the file into cors/a/ and write its name alone"),
                problems(article("![x](p.png)", Map.of())));
        for (String address : List.of("../b/p.png", "https://example.com/p.png", "/p.png")) {
            assertEquals(
                    List.of(
                            "cors/a.md:30:1: error: no picture \""
                                    + address
                                    + "\" [image] / put the file into cors/a/ and write its name alone",
                            "cors/a.md:1:1: info: the text does not show \"cors/a/p.png\" [unused-image] / show it with ![…](p.png), or remove it"),
                    problems(article("![x](" + address + ")", Map.of("p.png", good))));
        }
        assertEquals(
                List.of(
                        "cors/a.md:30:1: error: a picture without a text alternative [image-alt] / say between the brackets what it shows: ![…](p.png)"),
                problems(article("![](p.png)", Map.of("p.png", good))));
        assertEquals(
                List.of(
                        "cors/a.md:30:1: error: \"p.gif\" is a PNG file by its content [image] / give it the ending .png"),
                problems(article("![x](p.gif)", Map.of("p.gif", good))));
        byte[] heavy = Arrays.copyOf(good, 301 * 1024);
        assertEquals(
                List.of(
                        "cors/a.md:30:1: warning: \"p.png\" has 301 kB [image-weight] / crop it, or save it as WebP or with fewer colours; 300 kB is enough"),
                problems(article("![x](p.png)", Map.of("p.png", heavy))));
        assertEquals(
                List.of(
                        "cors/a.md:30:1: error: \"p.png\" has 6144 kB [image] / no picture may have more than 5120 kB"),
                problems(article("![x](p.png)", Map.of("p.png", Arrays.copyOf(good, 6 << 20)))));
    }
}
