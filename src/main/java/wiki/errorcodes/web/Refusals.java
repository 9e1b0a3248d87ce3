package wiki.errorcodes.web;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests that no route ever sees, because the server cannot read them: broken
 * addresses, heads that are too long. They look like every other error, with the same headers, and
 * tell nothing of the server's insides.
 */
final class Refusals extends ErrorHandler {

    private final PageRenderer renderer;

    Refusals(PageRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Problem problem =
                new Problem(
                        code, HttpStatus.getMessage(code), "the server cannot read this request");
        boolean api = String.valueOf(request.getHttpURI().getPath()).startsWith("/api/");
        byte[] body = api ? Json.bytes(problem.json()) : renderer.html(MissingPage.of(problem));
        SecurityHeaders.of(request.isSecure()).forEach(response.getHeaders()::put);
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put("Content-Type", api ? Responses.PROBLEM : Responses.HTML);
        response.getHeaders().put("Content-Length", body.length);
        Content.Sink.write(response, true, new String(body, StandardCharsets.UTF_8), callback);
    }
}
