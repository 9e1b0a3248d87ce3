package wiki.errorcodes.web;

import gg.jte.Content;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.site.Site;

/** What answers show of a site's articles, made when first shown. Safe to share between threads. */
public final class AnswerCards {

    /**
     * Articles of which it is kept, the first that are shown: as many as a large wiki has, and some
     * thirty kilobytes for each. For the others of a huge one the card is made when they are shown,
     * and no page to be filled: to compress that for one answer takes longer than to make another.
     */
    private static final int MOST = 400;

    private final Site site;
    private final PageRenderer renderer;
    private final Address address;
    private final Map<Article, AnswerCard> cards = new ConcurrentHashMap<>();
    private final Map<Article, Fragment> proofs = new ConcurrentHashMap<>();
    private final Map<Article, Fragment> guesses = new ConcurrentHashMap<>();
    private final Map<Article, Map<Wording, Kept>> matched = new ConcurrentHashMap<>();

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
     * Returns the page that says of an error that it is that of one of the site's articles; empty
     * when it is not kept.
     *
     * @param proved whether a paste proves it, so that nothing follows but what the article is
     *     related to
     */
    Optional<Fragment> page(Article article, boolean proved) {
        return room(
                proved ? proofs : guesses,
                article,
                () ->
                        renderer.fragment(
                                new UsualPage(
                                        article,
                                        of(article),
                                        proved
                                                ? Optional.of(related(article))
                                                : Optional.empty())));
    }

    private Content related(Article article) {
        return renderer.part(
                "related", Map.of("articles", SearchPage.related(List.of(article), this)));
    }

    /** Says of a wording of one of the site's articles that it matched; empty when not kept. */
    Optional<Kept> matched(Article article, Wording wording) {
        return room(matched, article, () -> matched(article))
                .flatMap(all -> Optional.ofNullable(all.get(wording)));
    }

    private Map<Wording, Kept> matched(Article article) {
        // By identity: to hash all that a wording consists of would take longer than to write it.
        Map<Wording, Kept> all = new IdentityHashMap<>();
        for (Wording wording : article.head().wordings()) {
            Map<String, Object> values =
                    Map.of("wording", wording, "today", SearchPage.today(article, wording));
            all.put(wording, renderer.kept("matched", values).compressed());
        }
        return all;
    }

    private static <T> T kept(Map<Article, T> known, Article article, Supplier<T> make) {
        return room(known, article, make).orElseGet(make);
    }

    /** Returns what is kept of an article, made if need be; empty when there is no room for it. */
    private static <T> Optional<T> room(Map<Article, T> known, Article article, Supplier<T> make) {
        T kept = known.get(article);
        if (kept == null && known.size() < MOST) {
            kept = make.get();
            known.put(article, kept);
        }
        return Optional.ofNullable(kept);
    }
}
