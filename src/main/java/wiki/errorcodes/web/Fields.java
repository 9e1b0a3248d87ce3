package wiki.errorcodes.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/**
 * The header fields of a response with their bytes made, those for security among them.
 *
 * @param plain for a request that came over http
 * @param secure the same for one that came over https
 */
record Fields(HttpFields plain, HttpFields secure) {

    private static final Map<String, HttpField> SHARED = new ConcurrentHashMap<>();

    /** Returns these fields and those that every response has, which give way to these. */
    static Fields of(List<HttpField> own) {
        return new Fields(of(own, false), of(own, true));
    }

    private static HttpFields of(List<HttpField> own, boolean https) {
        HttpFields.Mutable all = HttpFields.build();
        SecurityHeaders.of(https).forEach((name, value) -> all.put(shared(name, value)));
        own.forEach(all::put);
        return all.asImmutable();
    }

    /** Returns the one field of this name and value: most are the same on every page. */
    static HttpField shared(String name, String value) {
        return SHARED.computeIfAbsent(name + ": " + value, any -> field(name, value));
    }

    static HttpField field(String name, String value) {
        return new PreEncodedHttpField(HttpHeader.CACHE.get(name), name, value);
    }

    /** Returns the fields for the response to a request. */
    HttpFields to(Request request) {
        String forwarded = request.getHeaders().get("X-Forwarded-Proto");
        return SecurityHeaders.isHttps(request.isSecure(), forwarded) ? secure : plain;
    }
}
