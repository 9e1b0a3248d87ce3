package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.search.Secrets;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;

/** Answers what readers ask on the pages: the search field, the paste box, a shared answer. */
final class Answers {

    /**
     * A paste of this many characters or fewer is put into the address, so that the answer can be
     * shared.
     */
    private static final int LONGEST_SHARED = 1_500;

    /** Proxies commonly cut addresses at 8 KiB, and one character may take nine bytes there. */
    private static final int LONGEST_ADDRESS = 6_000;

    /**
     * A form says {@code %0D%0A} for a line break and {@code %XX} for most signs: three bytes for
     * one.
     */
    private static final int LARGEST_FORM = 3 * RequestBody.LARGEST + 16;

    /** Articles that are shown for a search. */
    static final int FOUND = 12;

    /** Articles that are shown besides an answer: who looks further asks again or narrows. */
    private static final int BESIDE = 6;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final LiveSite live;
    private final PageRenderer renderer;
    private final RateLimit limit;
    private final Address address;
    private volatile AnswerCards cards;

    Answers(LiveSite live, PageRenderer renderer, RateLimit limit, Address address) {
        this.live = live;
        this.renderer = renderer;
        this.limit = limit;
        this.address = address;
        this.cards = new AnswerCards(live.current(), renderer, address);
    }

    /** {@code GET /search?q=…}. */
    void search(Context context, Site site) {
        String query = Optional.ofNullable(context.queryParam("q")).orElse("");
        if (query.isBlank()) {
            Responses.redirect(context, 302, "/");
            return;
        }
        if (query.length() > Api.LONGEST_QUERY) {
            String advice =
                    "paste it into the box on the start page; "
                            + RequestBody.LARGEST / 1024
                            + " KiB fit there";
            throw new Problem(414, "Too long for an address", advice);
        }
        limit.check(context);
        answer(context, site, Filters.of(context, site, query, FOUND));
    }

    /** {@code POST /search}, the form of the paste box. */
    void paste(Context context, Site site) throws IOException {
        String type =
                Optional.ofNullable(context.contentType()).orElse("").toLowerCase(Locale.ROOT);
        if (!type.split(";")[0].strip().equals(FORM)) {
            String advice =
                    "this address answers the form of the start page; programs use POST"
                            + " /api/v1/explain";
            throw new Problem(415, "Unsupported media type", advice);
        }
        limit.check(context);
        String paste = field(RequestBody.text(context, LARGEST_FORM));
        if (paste.getBytes(StandardCharsets.UTF_8).length > RequestBody.LARGEST) {
            throw RequestBody.tooLarge();
        }
        if (paste.isBlank()) {
            Responses.redirect(context, 303, "/");
            return;
        }
        String address = "/search?q=" + URLEncoder.encode(paste, StandardCharsets.UTF_8);
        boolean shared = paste.length() <= LONGEST_SHARED && address.length() <= LONGEST_ADDRESS;
        if (shared && !Secrets.mask(paste).isChanged()) {
            Responses.redirect(context, 303, address);
        } else {
            // Addresses end up in histories and logs: neither a long paste nor a secret gets there.
            answer(context, site, Query.of(paste, FOUND));
        }
    }

    /**
     * Returns the field {@code q} of a form, with the line breaks of a text instead of those of a
     * form.
     */
    private static String field(String form) {
        for (String pair : form.split("&")) {
            if (pair.startsWith("q=")) {
                try {
                    return URLDecoder.decode(pair.substring(2), StandardCharsets.UTF_8)
                            .replace("\r\n", "\n");
                } catch (IllegalArgumentException e) {
                    throw new Problem(400, "Not a form", "the field q is not encoded as forms are");
                }
            }
        }
        return "";
    }

    private void answer(Context context, Site site, Query query) {
        Responses.sendBody(context, Responses.HTML, () -> page(site, query));
    }

    /** Returns the page that answers a query or a paste. */
    Body page(Site site, Query query) {
        String text = query.text();
        Explanation explanation = site.searcher().explain(text);
        boolean searches =
                text.length() <= Api.LONGEST_QUERY
                        && (query.isNarrowed() || !SearchPage.isWholeAnswer(explanation));
        List<Hit> hits = searches ? found(site, query, explanation) : List.of();
        SearchPage page =
                SearchPage.of(site, query, explanation, hits, Secrets.mask(text), cards(site));
        Optional<Body> filled =
                UsualPage.isUsual(page) ? UsualPage.body(page, renderer) : Optional.empty();
        return filled.orElseGet(() -> Body.of(renderer.html(page)));
    }

    private static List<Hit> found(Site site, Query query, Explanation explanation) {
        if (query.isNarrowed() || !explanation.isByWordings()) {
            return site.searcher().search(query, explanation);
        }
        int answering =
                explanation.findings().stream().mapToInt(finding -> finding.hits().size()).sum();
        return site.searcher().search(query.limitedTo(answering + BESIDE), explanation);
    }

    private AnswerCards cards(Site site) {
        AnswerCards current = cards;
        if (current.areOf(site)) {
            return current;
        }
        AnswerCards own = new AnswerCards(site, renderer, address);
        // A request that still sees the site before does not put its cards in place of these.
        if (live.current() == site) {
            cards = own;
        }
        return own;
    }
}
