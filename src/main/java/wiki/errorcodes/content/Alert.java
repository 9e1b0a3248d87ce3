package wiki.errorcodes.content;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Locale;
import java.util.Optional;

/**
 * The alerts of GitHub-flavoured Markdown: a quote whose first line is {@code [!NOTE]} or the like.
 */
enum Alert {
    NOTE("Note"),
    TIP("Tip"),
    IMPORTANT("Important"),
    WARNING("Warning"),
    CAUTION("Caution");

    private final String title;

    Alert(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Alert> of(BlockQuote quote) {
        if (quote.getFirstChild() instanceof Paragraph first) {
            for (Alert alert : values()) {
                if (first.getChars().startsWith(alert.mark())) {
                    return Optional.of(alert);
                }
            }
        }
        return Optional.empty();
    }

    private String mark() {
        return "[!" + name() + "]";
    }

    /** Takes the mark out of the quote, so that only the text is left. */
    void unmark(BlockQuote quote) {
        Node paragraph = quote.getFirstChild();
        if (paragraph == null) {
            return;
        }
        int end = paragraph.getStartOffset() + mark().length();
        Node child = paragraph.getFirstChild();
        while (child != null && (child.getStartOffset() < end || child instanceof SoftLineBreak)) {
            Node next = child.getNext();
            boolean lineBreak = child instanceof SoftLineBreak;
            child.unlink();
            if (lineBreak) {
                break;
            }
            child = next;
        }
    }
}
