package wiki.errorcodes.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wiki.errorcodes.index.Index;
import wiki.errorcodes.index.IndexException;
import wiki.errorcodes.signature.Terms;

/** Finds articles by their words: FTS5 with BM25. */
final class TextSearch {

    // People paste the message itself, so wordings and identifiers outweigh titles; the body only
    // breaks ties.
    private static final String RANKED =
            """
            SELECT a.slug, bm25(article_fts, 8.0, 10.0, 10.0, 4.0, 4.0, 2.0, 1.0) AS rank
            FROM article_fts
            LEFT JOIN note n ON n.file = article_fts.rowid
            JOIN article a ON a.file = coalesce(
              (SELECT t.file FROM article t WHERE t.slug = n.target), article_fts.rowid)
            WHERE article_fts MATCH ?
              AND (? = '' OR a.collection = ?)
              AND (? = '' OR a.severity = ?)
              AND (? = '' OR EXISTS (SELECT 1 FROM wording w WHERE w.file = a.file AND w.browser = ?))
            ORDER BY rank, a.slug
            LIMIT ?""";

    /** More words than this make no ranking better. */
    private static final int MOST_TERMS = 48;

    private final Index index;

    /**
     * An article by its words.
     *
     * @param score larger is better; comparable only within one query
     */
    record Ranked(String slug, double score) {}

    TextSearch(Index index) {
        this.index = index;
    }

    /**
     * Returns the best articles for some terms, best first; ties go by slug, so the order never
     * flickers.
     */
    List<Ranked> ranked(List<String> terms, Query query) {
        if (terms.isEmpty()) {
            return List.of();
        }
        String match = match(terms);
        try {
            return index.ask(connection -> ranked(connection, match, query));
        } catch (SQLException e) {
            throw new IndexException("cannot search for " + match, e);
        }
    }

    private static List<Ranked> ranked(Connection connection, String match, Query query)
            throws SQLException {
        String browser = query.browser().map(Enum::name).orElse("");
        String collection = query.collection().orElse("");
        String severity = query.severity().map(Enum::name).orElse("");
        try (PreparedStatement statement = connection.prepareStatement(RANKED)) {
            statement.setString(1, match);
            statement.setString(2, collection);
            statement.setString(3, collection);
            statement.setString(4, severity);
            statement.setString(5, severity);
            statement.setString(6, browser);
            statement.setString(7, browser);
            statement.setInt(8, query.limit());
            // An article and the notes on it are rows of their own: the better one counts.
            Map<String, Ranked> ranked = new LinkedHashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String slug = row.getString(1);
                    ranked.putIfAbsent(slug, new Ranked(slug, -row.getDouble(2)));
                }
            }
            return List.copyOf(ranked.values());
        }
    }

    /**
     * Every term in double quotes, so that none is query syntax; the last one also as the start of
     * a longer word.
     */
    private static String match(List<String> terms) {
        List<String> used = terms.subList(0, Math.min(MOST_TERMS, terms.size()));
        String last = used.get(used.size() - 1);
        return used.stream().map(TextSearch::quoted).collect(Collectors.joining(" OR "))
                + (last.length() > 1 ? " OR " + quoted(last) + "*" : "");
    }

    private static String quoted(String term) {
        return '"' + term.replace("\"", "\"\"") + '"';
    }

    static List<String> terms(String text) {
        return Terms.ofQuery(text);
    }
}
