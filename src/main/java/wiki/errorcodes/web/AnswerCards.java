package wiki.errorcodes.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.site.Site;

/** The cards of a site's articles, each made when first shown. Safe to share between threads. */
public final class AnswerCards {

    /**
     * AnswerCards that are kept, the first that are shown: as many as a large wiki has articles,
     * and some five kilobytes for each. Those of a huge one are made when they are shown.
     */
    private static final int MOST = 400;

    private final Site site;
    private final PageRenderer renderer;
    private final Address address;
    private final Map<Article, AnswerCard> known = new ConcurrentHashMap<>();

    AnswerCards(Site site, PageRenderer renderer, Address address) {
        this.site = site;
        this.renderer = renderer;
        this.address = address;
    }

    /** Tells whether these are the cards of a site. */
    boolean areOf(Site other) {
        return site == other;
    }

    /** Returns the card of one of the site's articles. */
    AnswerCard of(Article article) {
        AnswerCard card = known.get(article);
        if (card == null) {
            card = AnswerCard.of(article, site, renderer, address);
            if (known.size() < MOST) {
                known.put(article, card);
            }
        }
        return card;
    }
}
