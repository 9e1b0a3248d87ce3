package wiki.errorcodes.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;

/** The responses of the current site that do not depend on the request: each is made once, when first asked for. */
final class PreparedPages {

    private final LiveSite live;
    private volatile Shelf shelf;

    private record Shelf(Site site, Map<String, Prepared> pages) {}

    PreparedPages(LiveSite live) {
        this.live = live;
        this.shelf = new Shelf(live.current(), new ConcurrentHashMap<>());
    }

    /**
     * Returns the response for a key, making it if this site has none yet.
     *
     * @param site the site that the request sees
     */
    Prepared get(Site site, String key, Supplier<Prepared> make) {
        Shelf current = shelf;
        if (current.site() != site) {
            // Pages of a site that is no longer served are made, but not kept.
            if (site != live.current()) {
                return make.get();
            }
            current = new Shelf(site, new ConcurrentHashMap<>());
            shelf = current;
        }
        return current.pages().computeIfAbsent(key, any -> make.get());
    }
}
