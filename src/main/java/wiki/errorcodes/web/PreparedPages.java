package wiki.errorcodes.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;

/**
 * The responses that depend on the current library alone, not on the request. Each is made once:
 * the articles of the first site by {@link #warm}, everything else, and everything after a change,
 * when first asked for. Safe to share between threads.
 */
final class PreparedPages {

    private static final Logger LOG = LoggerFactory.getLogger(PreparedPages.class);

    private final LiveSite live;
    private final PageRenderer renderer;
    private volatile Shelf shelf;

    /**
     * @param site whose pages these are
     * @param pages those made so far
     * @param before those of the site before, to take over what is the same: compressing is dear
     */
    private record Shelf(Site site, Map<String, Prepared> pages, Map<String, Prepared> before) {

        static Shelf of(Site site, Map<String, Prepared> before) {
            return new Shelf(site, new ConcurrentHashMap<>(), before);
        }
    }

    PreparedPages(LiveSite live, PageRenderer renderer) {
        this.live = live;
        this.renderer = renderer;
        this.shelf = Shelf.of(live.current(), Map.of());
    }

    /** Returns what answers an address of the current site; empty when that is not made yet. */
    Optional<Prepared> at(String path) {
        Prepared page = shelf(live.current()).pages().get(path);
        return page != null ? Optional.of(page) : Assets.at(path);
    }

    /** Returns the page of an article. */
    Prepared article(Site site, Article article) {
        return article(shelf(site), article);
    }

    /**
     * Returns a page, making it if this site has none yet.
     *
     * @param path its address, under which it is kept
     */
    Prepared page(Site site, String path, Supplier<Page> page) {
        Shelf on = shelf(site);
        return kept(on, path, () -> html(on, path, page.get()));
    }

    /**
     * Returns the response for a key, making it if this site has none yet.
     *
     * @param site the site that the request sees
     */
    Prepared get(Site site, String key, Supplier<Prepared> make) {
        return kept(shelf(site), key, make);
    }

    private Prepared article(Shelf on, Article article) {
        return kept(
                on,
                article.url(),
                () -> html(on, article.url(), ArticlePage.of(article, on.site().library())));
    }

    private Prepared html(Shelf on, String path, Page page) {
        byte[] body = renderer.html(page);
        Prepared before = on.before().get(path);
        return before != null && before.hash().equals(Prepared.hash(body))
                ? before
                : Prepared.of(Responses.HTML, Prepared.REVALIDATE, on.site().builtAt(), body);
    }

    private static Prepared kept(Shelf on, String key, Supplier<Prepared> make) {
        // Asked for before it is made: computeIfAbsent alone locks even when there is a value.
        Prepared known = on.pages().get(key);
        return known != null ? known : on.pages().computeIfAbsent(key, any -> make.get());
    }

    private Shelf shelf(Site site) {
        Shelf current = shelf;
        if (current.site().library() == site.library()) {
            return current;
        }
        return site == live.current() ? replaced(site) : Shelf.of(site, Map.of());
    }

    private synchronized Shelf replaced(Site site) {
        if (shelf.site().library() != site.library()) {
            shelf = Shelf.of(site, merged(shelf));
        }
        return shelf;
    }

    /** Pages nobody asked for between two changes are worth keeping too. */
    private static Map<String, Prepared> merged(Shelf old) {
        Map<String, Prepared> all = new HashMap<>(old.before());
        all.putAll(old.pages());
        return all;
    }

    /** Makes the articles' pages, so that no reader waits for one. */
    void warm() {
        Shelf fresh = shelf(live.current());
        try {
            for (Article article : fresh.site().library().articles()) {
                article(fresh, article).warm();
            }
        } catch (RuntimeException e) {
            LOG.error("cannot prepare every article", e);
        }
    }
}
