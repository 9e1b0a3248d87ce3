package wiki.errorcodes.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.site.LiveSite;

/**
 * Answers what cannot be answered: as problem JSON to programs, as a page with what is near to
 * people.
 */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int NEAR = 5;
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern EXTENSION = Pattern.compile("\\.(?:html?|md|php|aspx?)$");

    private final LiveSite live;
    private final PageRenderer renderer;
    private final RateLimit limit;

    Failures(LiveSite live, PageRenderer renderer, RateLimit limit) {
        this.live = live;
        this.renderer = renderer;
        this.limit = limit;
    }

    void answer(Context context, Problem problem) {
        if (context.res().isCommitted()) {
            // Half of another answer is out already; nothing can be added to it.
            return;
        }
        if (problem.status() == 413) {
            context.header("Connection", "close");
        }
        send(context, problem);
        RequestBody.discard(context);
    }

    private void send(Context context, Problem problem) {
        if (context.path().startsWith("/api/")) {
            Api.problem(context, problem);
            return;
        }
        String asked = problem.status() == 404 ? words(context.path()) : "";
        context.status(problem.status());
        Responses.send(
                context,
                Responses.HTML,
                () -> renderer.html(MissingPage.of(problem, asked, near(context, asked))));
    }

    /** The address is right, the method is not. */
    void wrongMethod(Context context, MethodNotAllowedResponse problem) {
        String path = context.path();
        boolean form = path.equals("/search") || path.equals("/api/v1/explain");
        String allowed = path.equals("/search") ? "GET, HEAD, POST" : form ? "POST" : "GET, HEAD";
        context.header("Allow", allowed);
        answer(context, new Problem(405, "Method not allowed", "this address answers " + allowed));
    }

    /** The framework refused it; its own words are about its insides, so they are not passed on. */
    void refused(Context context, HttpResponseException problem) {
        int status = problem.getStatus();
        answer(
                context,
                status == 404
                        ? new Problem(
                                404, "Nothing is here", "there is nothing at " + context.path())
                        : new Problem(
                                status,
                                HttpStatus.forStatus(status).getMessage(),
                                "this request cannot be answered"));
    }

    /** Something of ours failed; the log has it. */
    void broken(Context context) {
        answer(
                context,
                new Problem(
                        500,
                        "Something went wrong here",
                        "the server's log says what; the fault is not yours"));
    }

    /**
     * Looks for what a missing address may have meant. A flood of them costs no more than a flood
     * of searches.
     */
    private List<Hit> near(Context context, String asked) {
        if (asked.isBlank() || !limit.allows(context.ip())) {
            return List.of();
        }
        try {
            return live.current().searcher().search(Query.of(asked, NEAR));
        } catch (RuntimeException e) {
            LOG.error("cannot search for what is near {}", context.path(), e);
            return List.of();
        }
    }

    /** Returns the words of an address, without the part that only names the kind of page. */
    private static String words(String path) {
        String last = path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
        String encoded = LONE_PERCENT.matcher(last.replace("+", "%2B")).replaceAll("%25");
        String text = URLDecoder.decode(encoded, StandardCharsets.UTF_8).replace('/', ' ');
        return EXTENSION.matcher(text).replaceFirst("").replace('-', ' ').strip();
    }
}
