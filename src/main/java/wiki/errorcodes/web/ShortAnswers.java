package wiki.errorcodes.web;

import static java.util.Objects.requireNonNull;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wiki.errorcodes.search.Query;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;

/**
 * Answers a short paste without the routes, which take as long as the answer itself: a page on the
 * thread that read the address, which it blocks at most once for each article, to read its first
 * fix from the index; JSON, which takes half of that, on few threads, in the order the pastes came.
 * Whatever is not plain, such as a narrowed search, a long paste or a request to refuse, is handed
 * on; the routes answer the same addresses in full.
 */
final class ShortAnswers implements AutoCloseable {

    /** The longest body taken, in bytes. Pastes this long are explained in a millisecond. */
    private static final int LARGEST = Api.LONGEST_QUERY;

    /**
     * Threads for each processor that make JSON. On the threads that read, a quarter more of it was
     * made, but the slowest hundredth took 28 ms instead of 8: a thread that the system keeps
     * waiting keeps all of its connections waiting.
     */
    private static final int THREADS = 2;

    private static final String SEARCH = "/search";
    private static final String EXPLAIN = "/api/v1/explain";
    private static final String ONLY_QUERY = "q=";

    private static final Logger LOG = LoggerFactory.getLogger(ShortAnswers.class);

    private static final Map<Encoding, Fields> PAGE = fields(Responses.HTML);
    private static final Map<Encoding, Fields> JSON = fields(Responses.JSON);

    private final LiveSite live;
    private final Answers answers;
    private final RateLimit limit;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS * Runtime.getRuntime().availableProcessors(),
                    work -> {
                        Thread thread = new Thread(work, "explain");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Takes what is not answered here. */
    interface Next {
        void handle(Request request, Response response, Callback callback);
    }

    ShortAnswers(LiveSite live, Answers answers, RateLimit limit) {
        this.live = live;
        this.answers = answers;
        this.limit = limit;
    }

    private static Map<Encoding, Fields> fields(String type) {
        Map<Encoding, Fields> all = new EnumMap<>(Encoding.class);
        for (Encoding encoding : Encoding.values()) {
            List<HttpField> own = new ArrayList<>();
            own.add(Fields.shared("Content-Type", type));
            own.add(Fields.shared("Cache-Control", Responses.UNKEPT));
            own.add(Fields.shared("Vary", "Accept-Encoding"));
            if (encoding != Encoding.IDENTITY) {
                own.add(Fields.shared("Content-Encoding", encoding.token()));
            }
            all.put(encoding, Fields.of(own));
        }
        return all;
    }

    /** Answers a request, or gives it to the next one untouched. */
    void answer(Request request, Response response, Callback callback, Next next) {
        Site site = live.current();
        // Until everything is read, an answer waits: not on this thread.
        if (site.searcher().isReady()) {
            if (isExplain(request)) {
                explain(site, request, response, callback, next);
                return;
            }
            Optional<String> query = query(request);
            if (query.isPresent() && isAllowed(request)) {
                search(site, query.get(), request, response, callback, next);
                return;
            }
        }
        next.handle(request, response, callback);
    }

    private void search(
            Site site,
            String text,
            Request request,
            Response response,
            Callback callback,
            Next next) {
        Body page;
        try {
            page = answers.page(site, Query.of(text, Answers.FOUND));
        } catch (RuntimeException e) {
            LOG.debug("the routes say what failed", e);
            next.handle(request, response, callback);
            return;
        }
        send(PAGE, page, request, response, callback);
    }

    /** Returns the text of a search that says nothing else; empty for any other request. */
    private static Optional<String> query(Request request) {
        String query = request.getHttpURI().getQuery();
        if (!HttpMethod.GET.is(request.getMethod())
                || !SEARCH.equals(request.getHttpURI().getPath())
                || query == null
                || !query.startsWith(ONLY_QUERY)
                || query.indexOf('&') >= 0) {
            return Optional.empty();
        }
        try {
            String text =
                    URLDecoder.decode(query.substring(ONLY_QUERY.length()), StandardCharsets.UTF_8);
            return Optional.of(text)
                    .filter(any -> !any.isBlank() && any.length() <= Api.LONGEST_QUERY);
        } catch (IllegalArgumentException badEscape) {
            return Optional.empty();
        }
    }

    private static boolean isExplain(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return HttpMethod.POST.is(request.getMethod())
                && EXPLAIN.equals(request.getHttpURI().getPath())
                && request.getLength() > 0
                && request.getLength() <= LARGEST
                && type != null
                && Api.isText(type);
    }

    private void explain(
            Site site, Request request, Response response, Callback callback, Next next) {
        Content.Source.asByteArrayAsync(request, LARGEST)
                .whenComplete(
                        (body, failure) -> {
                            if (failure == null) {
                                threads.execute(
                                        () -> {
                                            try {
                                                explain(
                                                        site, body, request, response, callback,
                                                        next);
                                            } catch (RuntimeException | Error e) {
                                                // Nobody else hears of it here, and the client
                                                // would wait.
                                                callback.failed(e);
                                            }
                                        });
                            } else {
                                callback.failed(failure);
                            }
                        });
    }

    private void explain(
            Site site,
            byte[] body,
            Request request,
            Response response,
            Callback callback,
            Next next) {
        byte[] json;
        try {
            String paste = RequestBody.decode(body);
            json = paste.isBlank() || !isAllowed(request) ? null : Api.explained(site, paste);
        } catch (RuntimeException e) {
            LOG.debug("the routes say what failed", e);
            json = null;
        }
        if (json == null) {
            next.handle(new ReadRequest(request, body), response, callback);
        } else {
            send(JSON, Body.of(json), request, response, callback);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private boolean isAllowed(Request request) {
        return limit.allows(Request.getRemoteAddr(request));
    }

    private static void send(
            Map<Encoding, Fields> fields,
            Body body,
            Request request,
            Response response,
            Callback callback) {
        String accepted = request.getHeaders().get(HttpHeader.ACCEPT_ENCODING);
        Responses.Coded coded = Responses.Coded.of(body, accepted);
        response.getHeaders()
                .add(requireNonNull(fields.get(coded.encoding())).to(request))
                .put(HttpHeader.CONTENT_LENGTH, coded.bytes().length);
        response.write(true, ByteBuffer.wrap(coded.bytes()), callback);
    }

    /** A request whose body has been read, for who reads it again. */
    private static final class ReadRequest extends Request.Wrapper {

        private final Content.Source body;

        ReadRequest(Request request, byte[] body) {
            super(request);
            this.body = Content.Source.from(ByteBuffer.wrap(body));
        }

        @Override
        public Content.@Nullable Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable available) {
            body.demand(available);
        }
    }
}
