package wiki.errorcodes.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import wiki.errorcodes.article.Fillable;
import wiki.errorcodes.article.Filling;

/**
 * HTML that many pages have in common: made once, kept in UTF-8, with the places where a reader's
 * values go. Immutable.
 */
public final class Fragment {

    /** One more than there are names. */
    private final byte[][] between;

    private final String[] names;
    private final boolean marked;

    private Fragment(byte[][] between, String[] names, boolean marked) {
        this.between = between;
        this.names = names;
        this.marked = marked;
    }

    /** Keeps what something writes. */
    static Content of(Content content) {
        byte[] html = bytes(content);
        return out -> out.writeBinaryContent(html);
    }

    /** Keeps a text, escaped. */
    static Content ofText(String text) {
        return of(out -> Escape.htmlContent(text, out));
    }

    /** Keeps a text, escaped, to be filled with values as they are. */
    static Fragment fillable(String text) {
        return of(Fillable.of(text), false);
    }

    /** Keeps sanitised HTML, to be filled with values that are marked. */
    static Fragment fillableHtml(String html) {
        return of(Fillable.of(html), true);
    }

    private static Fragment of(Fillable fillable, boolean html) {
        byte[][] between = new byte[fillable.between().size()][];
        for (int i = 0; i < between.length; i++) {
            String text = fillable.between().get(i);
            between[i] =
                    bytes(
                            out -> {
                                if (html) {
                                    out.writeContent(text);
                                } else {
                                    Escape.htmlContent(text, out);
                                }
                            });
        }
        return new Fragment(between, fillable.names().toArray(String[]::new), html);
    }

    private static byte[] bytes(Content content) {
        PageOutput out = new PageOutput();
        content.writeTo(out);
        return out.toByteArray();
    }

    /** Returns it with a reader's values. */
    public Content with(Filling filling) {
        return out -> write(filling, out);
    }

    private void write(Filling filling, TemplateOutput out) {
        out.writeBinaryContent(between[0]);
        for (int i = 0; i < names.length; i++) {
            Filling.Value value = filling.value(names[i]);
            if (marked) {
                out.writeContent(Filling.marked(value));
            } else {
                Escape.htmlContent(value.text(), out);
            }
            out.writeBinaryContent(between[i + 1]);
        }
    }
}
