package wiki.errorcodes.web;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the routes and answers, on the very thread that read the request, what is made
 * already, by a look into a map, and what is made in no time: {@link ShortAnswers}. Everything else
 * goes to the routes on a thread that may block, once its body is there: a client that sends slowly
 * holds up no thread. A page that is not made yet is made by the routes, and found here from then
 * on.
 */
final class PreparedHandler extends Handler.Wrapper {

    private static final long LARGEST_READ_AHEAD = 4L * RequestBody.LARGEST;

    /** What a buffer takes besides what is in it, as Jetty estimates it by default. */
    private static final int FRAMING = -1;

    private final PreparedPages pages;
    private final ShortAnswers answers;

    /** Virtual threads where the JVM has them; the server's own when null. */
    private final @Nullable Executor virtual = VirtualThreads.getDefaultVirtualThreadsExecutor();

    PreparedHandler(PreparedPages pages, ShortAnswers answers) {
        super(readAhead());
        this.pages = pages;
        this.answers = answers;
    }

    /** Bodies that are too long, or do not say how long they are, go on to who refuses them. */
    private static Handler.Singleton readAhead() {
        EagerContentHandler reading =
                new EagerContentHandler(
                        new EagerContentHandler.RetainedContentLoaderFactory(
                                LARGEST_READ_AHEAD, FRAMING, false));
        reading.include(
                request -> request.getLength() > 0 && request.getLength() <= LARGEST_READ_AHEAD);
        return reading;
    }

    /** Promises never to block, whatever the routes do, so that no thread is changed. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<Prepared> ready = ready(request);
        if (ready.isPresent()) {
            ready.get().send(request, response, callback);
        } else {
            answers.answer(request, response, callback, this::handOn);
        }
        return true;
    }

    private void handOn(Request request, Response response, Callback callback) {
        Executor threads = virtual == null ? getServer().getThreadPool() : virtual;
        threads.execute(() -> route(request, response, callback));
    }

    private Optional<Prepared> ready(Request request) {
        String method = request.getMethod();
        String path = request.getHttpURI().getPath();
        boolean asksForPage =
                (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method))
                        && path != null
                        && request.getHttpURI().getQuery() == null
                        && path.indexOf('%') < 0;
        return asksForPage
                ? pages.at(path)
                        .filter(
                                page ->
                                        page.isReady(
                                                request.getHeaders()
                                                        .get(HttpHeader.ACCEPT_ENCODING)))
                : Optional.empty();
    }

    private void route(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
