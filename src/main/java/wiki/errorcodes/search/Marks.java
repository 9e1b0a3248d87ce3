package wiki.errorcodes.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Wording;

/**
 * What stays the same when a browser translates its messages: header names, directives, interfaces
 * and abbreviations. A line in another language that has them is about the articles whose wordings
 * have them too.
 */
final class Marks {

    /** {@code Access-Control-Allow-Origin}, {@code XMLHttpRequest}, {@code CORS}. */
    private static final Pattern MARK =
            Pattern.compile(
                    "(?<![\\w./:-])(?:[A-Z][A-Za-z]++(?:-[A-Z][A-Za-z]*+)++|[A-Za-z]*+[a-z][A-Z][A-Za-z]++|[A-Z]{3,}+)(?![\\w/:-])");

    /** One of these, and the line is English: its words decide, not its marks. */
    private static final Set<String> ENGLISH =
            Set.of(
                    "the",
                    "is",
                    "was",
                    "not",
                    "to",
                    "of",
                    "because",
                    "from",
                    "has",
                    "been",
                    "and",
                    "or",
                    "by",
                    "with",
                    "for",
                    "are",
                    "no",
                    "cannot",
                    "failed",
                    "error",
                    "blocked",
                    "expected",
                    "invalid");

    /** A mark that more articles have than this says little. */
    private static final int MOST_ARTICLES = 8;

    private static final int LONGEST_LINE = 1_000;

    private final Map<String, Set<Article>> byMark = new HashMap<>();

    Marks(Library library) {
        for (Article article : library.articles()) {
            for (Wording wording : article.head().wordings()) {
                for (String mark : marks(wording.template().words())) {
                    byMark.computeIfAbsent(mark, any -> new LinkedHashSet<>()).add(article);
                }
            }
        }
    }

    /**
     * Returns the articles whose wordings have every known mark of a line that is not English, in
     * the order of the library; none when that says too little.
     */
    List<Article> of(String line) {
        if (line.length() > LONGEST_LINE || isEnglish(line)) {
            return List.of();
        }
        List<Article> common = new ArrayList<>();
        boolean first = true;
        for (String mark : marks(line)) {
            Set<Article> having = byMark.get(mark);
            if (having == null) {
                continue;
            }
            if (first) {
                common.addAll(having);
                first = false;
            } else {
                common.retainAll(having);
            }
        }
        return common.size() <= MOST_ARTICLES ? common : List.of();
    }

    private static Set<String> marks(String text) {
        Set<String> marks = new HashSet<>();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            marks.add(mark.group());
        }
        return marks;
    }

    private static boolean isEnglish(String line) {
        for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (ENGLISH.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
