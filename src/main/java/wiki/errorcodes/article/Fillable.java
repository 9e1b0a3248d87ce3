package wiki.errorcodes.article;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with places for values, <code>{{name}}</code>, read once to be filled many times.
 *
 * @param between what stands before, between and after the places; one more than there are names
 * @param names of the placeholders, in the order of the text, with their parts: {@code url.host}
 */
public record Fillable(List<String> between, List<String> names) {

    private static final int LONGEST_NAME = 40;

    public Fillable {
        between = List.copyOf(between);
        names = List.copyOf(names);
    }

    /** Reads a text. Braces around anything but a name of the vocabulary are text. */
    public static Fillable of(String text) {
        List<String> between = new ArrayList<>();
        List<String> names = new ArrayList<>();
        int done = 0;
        int open = text.indexOf("{{");
        while (open >= 0) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 2, close);
            if (name.length() <= LONGEST_NAME && Filling.isName(name)) {
                between.add(text.substring(done, open));
                names.add(name);
                done = close + 2;
                open = text.indexOf("{{", done);
            } else {
                open = text.indexOf("{{", open + 1);
            }
        }
        between.add(text.substring(done));
        return new Fillable(between, names);
    }
}
