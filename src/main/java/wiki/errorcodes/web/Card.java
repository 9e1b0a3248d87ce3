package wiki.errorcodes.web;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import wiki.errorcodes.article.Article;

/** The picture that chats and social networks show beside a link to an article: 1200 × 630. */
final class Card {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 80;
    private static final int MOST_LINES = 3;
    private static final Color GROUND = new Color(0xFBFAF7);
    private static final Color INK = new Color(0x22262A);
    private static final Color SOFT = new Color(0x586069);
    private static final Color ACCENT = new Color(0x0F5F66);

    private Card() {}

    /** Returns the picture of an article as PNG. On a machine without fonts it has no words. */
    static byte[] of(Article article, String collection) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setColor(GROUND);
            canvas.fillRect(0, 0, WIDTH, HEIGHT);
            canvas.setColor(ACCENT);
            canvas.fillRect(0, 0, WIDTH, 14);
            canvas.fill(new RoundRectangle2D.Double(MARGIN, 70, 64, 64, 20, 20));
            canvas.setColor(Color.WHITE);
            canvas.fill(new RoundRectangle2D.Double(MARGIN + 28, 84, 8, 24, 6, 6));
            canvas.fill(new RoundRectangle2D.Double(MARGIN + 28, 112, 8, 8, 6, 6));
            write(canvas, article, collection);
        } finally {
            canvas.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Graphics2D canvas, Article article, String collection) {
        try {
            canvas.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            text(canvas, List.of(Page.WIKI + "  ·  " + collection), Font.PLAIN, 30, SOFT, 112, 84);
            canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 62));
            List<String> title = lines(article.title(), canvas.getFontMetrics(), MOST_LINES);
            int below = text(canvas, title, Font.BOLD, 62, INK, 236, 0);
            canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
            List<String> summary = lines(article.summary(), canvas.getFontMetrics(), MOST_LINES);
            text(canvas, summary, Font.PLAIN, 34, SOFT, below + 20, 0);
        } catch (Error | RuntimeException noFonts) {
            // A server without a single font still has pages to serve; the picture stays plain.
            if (noFonts instanceof VirtualMachineError) {
                throw noFonts;
            }
        }
    }

    private static int text(
            Graphics2D canvas,
            List<String> lines,
            int style,
            int size,
            Color colour,
            int top,
            int indent) {
        canvas.setFont(new Font(Font.SANS_SERIF, style, size));
        canvas.setColor(colour);
        int y = top;
        for (String line : lines) {
            canvas.drawString(line, MARGIN + indent, y);
            y += size * 5 / 4;
        }
        return y;
    }

    private static List<String> lines(String text, FontMetrics metrics, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (metrics.stringWidth(longer) > WIDTH - 2 * MARGIN && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        if (lines.size() <= most) {
            return lines;
        }
        List<String> cut = new ArrayList<>(lines.subList(0, most));
        cut.set(most - 1, cut.get(most - 1) + " …");
        return cut;
    }
}
