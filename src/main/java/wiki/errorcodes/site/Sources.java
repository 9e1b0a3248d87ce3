package wiki.errorcodes.site;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.index.Index;

/**
 * The Markdown of the files, read from the index when somebody asks for it: few do, and it is a
 * third of a wiki's text. What answers quote of it is kept. Safe to share between threads.
 */
public final class Sources {

    private final Index index;

    /** By the hash of the file: what an earlier version had is never taken for this one's. */
    private final Map<String, Optional<String>> firstFixes = new ConcurrentHashMap<>();

    Sources(Index index) {
        this.index = index;
    }

    /** Returns the Markdown of an article; empty while its file changes. */
    public String of(Article article) {
        return of(article.path(), article.hash());
    }

    String of(String path, String hash) {
        return index.markdown(path, hash).orElse("");
    }

    /** Returns the first level-3 section of an article's Fixes, as the editor wrote it. */
    public Optional<String> firstFix(Article article) {
        // Asked for before it is made: computeIfAbsent alone locks even when there is a value.
        Optional<String> known = firstFixes.get(article.hash());
        return known != null
                ? known
                : firstFixes.computeIfAbsent(article.hash(), any -> firstFix(of(article)));
    }

    private static Optional<String> firstFix(String markdown) {
        int fixes = markdown.indexOf("\n## Fixes\n");
        int start = fixes < 0 ? -1 : markdown.indexOf("\n### ", fixes);
        if (start < 0) {
            return Optional.empty();
        }
        boolean inFence = false;
        StringBuilder fix = new StringBuilder();
        for (String line : markdown.substring(start + 1).lines().toList()) {
            inFence ^= line.strip().startsWith("```");
            boolean heading = !inFence && (line.startsWith("## ") || line.startsWith("### "));
            if (heading && !fix.isEmpty()) {
                break;
            }
            fix.append(line).append('\n');
        }
        return Optional.of(fix.toString());
    }
}
