package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.List;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.PastedText;

/** Makes the short texts that show where in a paste an error stands. */
final class Snippets {

    private static final int CONTEXT = 48;

    private Snippets() {}

    /** Shows a stretch of a paste, marked, with a little of its line around it. */
    static Snippet ofPaste(PastedText paste, int start, int end) {
        return ofPaste(paste, start, end, List.of());
    }

    /** As {@link #ofPaste(PastedText, int, int)}, with the captured values marked in it. */
    static Snippet ofPaste(PastedText paste, int start, int end, List<Alignment.Capture> captures) {
        String raw = paste.raw();
        int from = paste.rawOffset(start);
        int to = Math.max(from, paste.rawOffset(end));
        int left = Math.max(raw.lastIndexOf('\n', Math.max(0, from - 1)) + 1, from - CONTEXT);
        int newline = raw.indexOf('\n', to);
        int right = Math.min(newline < 0 ? raw.length() : newline, to + CONTEXT);
        left = Math.min(left, from);
        right = Math.max(right, to);
        List<Snippet.Run> runs = new ArrayList<>();
        add(runs, raw.substring(left, from), false);
        int done = from;
        for (Alignment.Capture capture : captures) {
            int first = paste.rawOffset(capture.start());
            int last = paste.rawOffset(capture.end());
            if (first >= done && last <= to && last > first) {
                add(runs, raw.substring(done, first), true);
                runs.add(new Snippet.Run(raw.substring(first, last), true, capture.hole().name()));
                done = last;
            }
        }
        add(runs, raw.substring(done, to), true);
        add(runs, raw.substring(to, right), false);
        return new Snippet(runs);
    }

    static void add(List<Snippet.Run> runs, String text, boolean marked) {
        if (!text.isEmpty()) {
            runs.add(new Snippet.Run(text, marked));
        }
    }
}
