package wiki.errorcodes.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.escape.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wiki.errorcodes.article.Fillable;
import wiki.errorcodes.article.Filling;

/**
 * HTML that many pages have in common: made once, kept in UTF-8, with the places where goes what a
 * reader brought. Immutable.
 */
public final class Fragment {

    /** One more than there are holes. */
    private final Kept[] between;

    private final Hole[] holes;

    private Fragment(List<Kept> between, List<Hole> holes) {
        this.between = between.toArray(Kept[]::new);
        this.holes = holes.toArray(Hole[]::new);
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
        List<Kept> between = new ArrayList<>();
        for (String text : fillable.between()) {
            between.add(
                    Kept.of(
                            bytes(
                                    out -> {
                                        if (html) {
                                            out.writeContent(text);
                                        } else {
                                            Escape.htmlContent(text, out);
                                        }
                                    })));
        }
        List<Hole> holes = new ArrayList<>();
        fillable.names().forEach(name -> holes.add(new Hole.Value(name, html)));
        return new Fragment(between, holes);
    }

    /** Keeps HTML with marks for holes, compressed too. */
    static Fragment marked(String html) {
        List<Kept> between = new ArrayList<>();
        List<Hole> holes = new ArrayList<>();
        int done = 0;
        int open = html.indexOf(Hole.OPEN);
        while (open >= 0) {
            int close = html.indexOf(Hole.CLOSE, open);
            Optional<Hole> hole =
                    close < 0 ? Optional.empty() : Hole.of(html.substring(open + 1, close));
            if (hole.isPresent()) {
                between.add(Kept.of(html.substring(done, open).getBytes(UTF_8)).compressed());
                holes.add(hole.get());
                done = close + 1;
            }
            open = html.indexOf(Hole.OPEN, hole.isPresent() ? done : open + 1);
        }
        between.add(Kept.of(html.substring(done).getBytes(UTF_8)).compressed());
        return new Fragment(between, holes);
    }

    private static byte[] bytes(Content content) {
        PageOutput out = new PageOutput();
        content.writeTo(out);
        return out.toByteArray();
    }

    /** Returns it with marks where its holes are. */
    public Content open() {
        return out -> {
            for (int i = 0; i < between.length; i++) {
                out.writeBinaryContent(between[i].html());
                if (i < holes.length) {
                    out.writeContent(holes[i].mark());
                }
            }
        };
    }

    /** Returns it with a reader's values. It has no other holes. */
    public Content with(Filling filling) {
        return out -> {
            for (int i = 0; i < between.length; i++) {
                out.writeBinaryContent(between[i].html());
                if (i < holes.length) {
                    write((Hole.Value) holes[i], filling, out);
                }
            }
        };
    }

    /** Writes what goes into a slot, escaped. */
    interface Slots {
        void write(Hole.Slot slot, PageOutput out);
    }

    /** Writes it with a reader's values and whatever else it needs. */
    void write(Filling filling, Slots slots, PageOutput out) {
        for (int i = 0; i < between.length; i++) {
            out.write(between[i]);
            if (i < holes.length) {
                if (holes[i] instanceof Hole.Value value) {
                    write(value, filling, out);
                } else {
                    slots.write((Hole.Slot) holes[i], out);
                }
            }
        }
    }

    private static void write(Hole.Value hole, Filling filling, TemplateOutput out) {
        Filling.Value value = filling.value(hole.name());
        if (hole.isMarked()) {
            out.writeContent(Filling.marked(value));
        } else {
            Escape.htmlContent(value.text(), out);
        }
    }
}
