package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.site.Site;

/** The parameters that narrow a search: {@code collection}, {@code browser}, {@code severity}. */
final class Filters {

    private Filters() {}

    /**
     * Returns a search with the filters of a request.
     *
     * @throws Problem if a filter has a value that there is not
     */
    static Query of(Context context, Site site, String text, int limit) {
        return new Query(
                text,
                limit,
                collection(site, context.queryParam("collection")),
                browser(context.queryParam("browser")),
                severity(context.queryParam("severity")));
    }

    private static Optional<String> collection(Site site, @Nullable String slug) {
        if (slug == null || slug.isEmpty()) {
            return Optional.empty();
        }
        if (site.library().collection(slug).isEmpty()) {
            String known =
                    site.library().collections().stream()
                            .map(Collection::slug)
                            .collect(Collectors.joining(", "));
            throw unknown("collection", slug, known);
        }
        return Optional.of(slug);
    }

    private static Optional<Browser> browser(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return Optional.empty();
        }
        String known =
                Arrays.stream(Browser.values()).map(Browser::id).collect(Collectors.joining(", "));
        return Optional.of(Browser.of(id).orElseThrow(() -> unknown("browser", id, known)));
    }

    private static Optional<Severity> severity(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return Optional.empty();
        }
        String known =
                Arrays.stream(Severity.values())
                        .map(Severity::id)
                        .collect(Collectors.joining(", "));
        return Optional.of(
                Arrays.stream(Severity.values())
                        .filter(severity -> severity.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> unknown("severity", id, known)));
    }

    private static Problem unknown(String kind, String name, String known) {
        return new Problem(
                400,
                "Unknown " + kind,
                "there is no " + kind + " \"" + name + "\"; there are " + known);
    }
}
