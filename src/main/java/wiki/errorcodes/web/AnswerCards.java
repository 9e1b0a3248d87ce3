package wiki.errorcodes.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.site.Site;

/** What answers show of a site's articles, made when first shown. Safe to share between threads. */
public final class AnswerCards {

    /**
     * Articles of which it is kept, the first that are shown: as many as a large wiki has, and some
     * five kilobytes for each. For those of a huge one it is made when they are shown.
     */
    private static final int MOST = 400;

    private final Site site;
    private final PageRenderer renderer;
    private final Address address;
    private final Map<Article, AnswerCard> cards = new ConcurrentHashMap<>();
    private final Map<Article, Fragment> proofs = new ConcurrentHashMap<>();
    private final Map<Article, Fragment> guesses = new ConcurrentHashMap<>();

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
        return kept(cards, article, () -> AnswerCard.of(article, site, renderer, address));
    }

    /**
     * Returns the page that says of an error that it is that of one of the site's articles.
     *
     * @param proved whether a paste proves it, so that nothing follows but what the article is
     *     related to
     */
    Fragment page(Article article, boolean proved) {
        return proved
                ? kept(proofs, article, () -> renderer.fragment(page(article)).compressed())
                : kept(
                        guesses,
                        article,
                        () ->
                                renderer.fragment(
                                        new UsualPage(article, of(article), Optional.empty())));
    }

    private UsualPage page(Article article) {
        Map<String, Object> related =
                Map.of("articles", SearchPage.related(List.of(article), this));
        return new UsualPage(article, of(article), Optional.of(renderer.part("related", related)));
    }

    private static <T> T kept(Map<Article, T> known, Article article, Supplier<T> make) {
        T kept = known.get(article);
        if (kept == null) {
            kept = make.get();
            if (known.size() < MOST) {
                known.put(article, kept);
            }
        }
        return kept;
    }
}
