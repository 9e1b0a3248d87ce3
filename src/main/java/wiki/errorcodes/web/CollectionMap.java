package wiki.errorcodes.web;

import java.util.ArrayList;
import java.util.List;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Reference.Relation;

/**
 * How the articles of a collection hang together, as an arc diagram (Wattenberg, "Arc Diagrams",
 * InfoVis 2002): the articles below each other in reading order, an arc between two that are
 * related.
 *
 * @param articles in reading order, one row each
 * @param arcs from top to bottom
 */
public record CollectionMap(List<Article> articles, List<Arc> arcs) {

    /** Height of a row, in CSS pixels; the style sheet has the same. */
    private static final int ROW = 40;

    private static final int WIDTH = 160;

    /** Fewer articles than this need no map. */
    private static final int FEWEST = 2;

    public CollectionMap {
        articles = List.copyOf(articles);
        arcs = List.copyOf(arcs);
    }

    /**
     * A connection.
     *
     * @param path SVG path data
     * @param title both articles and what connects them
     * @param isCause whether one brings the other about
     */
    public record Arc(String path, String title, boolean isCause) {}

    static CollectionMap of(List<Article> articles) {
        List<Arc> arcs = new ArrayList<>();
        for (int from = 0; from < articles.size(); from++) {
            for (int to = from + 1; to < articles.size(); to++) {
                Article upper = articles.get(from);
                Article lower = articles.get(to);
                if (names(lower, Relation.CONSEQUENCE_OF, upper)) {
                    arcs.add(arc(from, to, upper, "can cause", lower, true));
                } else if (names(upper, Relation.CONSEQUENCE_OF, lower)) {
                    arcs.add(arc(from, to, lower, "can cause", upper, true));
                } else if (names(upper, Relation.RELATED, lower)
                        || names(lower, Relation.RELATED, upper)) {
                    arcs.add(arc(from, to, upper, "is related to", lower, false));
                }
            }
        }
        return new CollectionMap(articles, arcs);
    }

    private static boolean names(Article article, Relation relation, Article other) {
        return article.references(relation)
                .anyMatch(reference -> reference.target().equals(other.slug()));
    }

    private static Arc arc(
            int from, int to, Article one, String how, Article other, boolean isCause) {
        int top = from * ROW + ROW / 2;
        int bottom = to * ROW + ROW / 2;
        int reach = Math.min(WIDTH - 10, 24 + (to - from) * 14);
        String path =
                "M0 " + top + "C" + reach + " " + top + " " + reach + " " + bottom + " 0 " + bottom;
        return new Arc(path, one.title() + " " + how + " " + other.title(), isCause);
    }

    /** Tells whether there is enough to draw. */
    public boolean isWorthDrawing() {
        return articles.size() >= FEWEST && !arcs.isEmpty();
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return articles.size() * ROW;
    }
}
