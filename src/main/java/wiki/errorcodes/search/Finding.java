package wiki.errorcodes.search;

import java.util.List;

/**
 * One distinct error of a paste.
 *
 * @param text the error as pasted, its first occurrence
 * @param line the line of the paste where that starts, counted from 1
 * @param count how often it occurs
 * @param verdict how sure we are
 * @param hits for a match or likely, the articles that answer it, best first, more than one when the text cannot tell
 *     them apart; for none, articles that are near but not the same error
 */
public record Finding(String text, int line, int count, Verdict verdict, List<Hit> hits) {

    public Finding {
        hits = List.copyOf(hits);
    }
}
