package wiki.errorcodes.check;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.content.Outline;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.Rule.Severity;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Span;

/**
 * Asks the web whether the links of a wiki still lead somewhere. Polite: one request at a time for
 * each host, with a pause after it, few hosts at once, and answers are remembered for days.
 */
public final class ExternalLinks {

    private static final int HOSTS_AT_ONCE = 8;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration GOOD_FOR = Duration.ofDays(7);
    private static final Duration BAD_FOR = Duration.ofDays(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names that lead nowhere by definition (RFC 2606, RFC 6761). */
    private static final Pattern RESERVED =
            Pattern.compile(
                    "(?i)(?:.*\\.)?(?:example(?:\\.(?:com|net|org))?|test|invalid|localhost|local)");

    private final Path memory;
    private final Duration pause;
    private final Instant now;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Map<String, Object> hosts = new ConcurrentHashMap<>();

    /**
     * A link to the web and where it stands.
     *
     * @param url without a place in the page
     * @param path the file
     * @param span where
     */
    public record Place(URI url, String path, Span span) {}

    /**
     * What an address was found to be.
     *
     * @param checked when, in seconds since 1970
     * @param severity how bad it is; empty when all is well
     * @param message what is wrong
     * @param hint what to do about it
     */
    private record Answer(long checked, String severity, String message, String hint) {

        boolean isFresh(Instant now) {
            Duration age = Duration.between(Instant.ofEpochSecond(checked), now);
            return !age.isNegative() && age.compareTo(severity.isEmpty() ? GOOD_FOR : BAD_FOR) < 0;
        }
    }

    /**
     * @param memory the file that remembers answers; made when it is missing
     * @param pause after each request to a host
     * @param now decides which answers are too old
     */
    public ExternalLinks(Path memory, Duration pause, Instant now) {
        this.memory = memory;
        this.pause = pause;
        this.now = now;
    }

    /**
     * Returns the links of files to the web, sources included. Those to names reserved for examples
     * and those with placeholders are left out.
     *
     * @param markdown the text of each file, by path
     */
    public static List<Place> places(
            java.util.Collection<ParsedFile> files, Map<String, String> markdown) {
        List<Place> places = new ArrayList<>();
        for (ParsedFile file : files) {
            SourceFile text = new SourceFile(file.path(), markdown.getOrDefault(file.path(), ""));
            for (Outline.Link link : Outline.of(text).links()) {
                place(link.href(), link.from(), link.to(), text).ifPresent(places::add);
            }
            int from = 0;
            for (FrontMatter.Source source :
                    file.article().map(one -> one.head().sources()).orElse(List.of())) {
                int at = Math.max(0, text.text().indexOf(source.url(), from));
                from = at + source.url().length();
                place(source.url(), at, from, text).ifPresent(places::add);
            }
        }
        return places;
    }

    private static Optional<Place> place(String href, int from, int to, SourceFile file) {
        if (!href.startsWith("http://") && !href.startsWith("https://")) {
            return Optional.empty();
        }
        int hash = href.indexOf('#');
        try {
            URI url = URI.create(hash < 0 ? href : href.substring(0, hash));
            return url.getHost() == null || RESERVED.matcher(url.getHost()).matches()
                    ? Optional.empty()
                    : Optional.of(new Place(url, file.path(), file.span(from, to)));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /**
     * Asks for every address once, unless an answer is remembered.
     *
     * @return what is wrong, sorted
     * @throws IOException if the answers cannot be written down
     */
    public List<Diagnostic> check(List<Place> places) throws IOException {
        Map<String, Answer> answers = new ConcurrentHashMap<>(remembered());
        answers.values().removeIf(answer -> !answer.isFresh(now));
        Map<String, List<URI>> asked =
                places.stream()
                        .map(Place::url)
                        .filter(url -> !answers.containsKey(url.toString()))
                        .distinct()
                        .collect(Collectors.groupingBy(URI::getAuthority));
        ExecutorService workers = Executors.newFixedThreadPool(HOSTS_AT_ONCE);
        for (List<URI> urls : asked.values()) {
            workers.execute(
                    () ->
                            urls.forEach(
                                    url ->
                                            answer(url)
                                                    .ifPresent(
                                                            found ->
                                                                    answers.put(
                                                                            url.toString(),
                                                                            found))));
        }
        workers.shutdown();
        try {
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        remember(answers);
        return places.stream()
                .flatMap(
                        place ->
                                Optional.ofNullable(answers.get(place.url().toString()))
                                        .flatMap(answer -> diagnostic(place, answer))
                                        .stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static Optional<Diagnostic> diagnostic(Place place, Answer answer) {
        return Severity.of(answer.severity())
                .map(
                        severity ->
                                new Diagnostic(
                                        place.path(),
                                        place.span(),
                                        Rule.EXTERNAL_LINK,
                                        severity,
                                        place.url() + " " + answer.message(),
                                        answer.hint()));
    }

    /** Returns nothing when the thread was asked to stop. */
    private Optional<Answer> answer(URI url) {
        try {
            URI at = url;
            URI moved = url;
            boolean permanent = true;
            for (int step = 0; step <= MOST_REDIRECTS; step++) {
                HttpResponse<InputStream> response = response(at);
                int status = response.statusCode();
                Optional<URI> next = redirect(response, at);
                if (next.isEmpty()) {
                    return Optional.of(answer(status, url, moved));
                }
                at = next.get();
                permanent &= status == 301 || status == 308;
                moved = permanent ? at : moved;
            }
            return Optional.of(
                    bad(Severity.INFO, "redirects more than " + MOST_REDIRECTS + " times", ""));
        } catch (HttpTimeoutException e) {
            return Optional.of(
                    bad(
                            Severity.INFO,
                            "does not answer within " + PATIENCE.toSeconds() + " s",
                            ""));
        } catch (SSLException e) {
            return Optional.of(
                    bad(
                            Severity.WARNING,
                            "has no secure connection: " + e.getMessage(),
                            "link to an address that readers can open"));
        } catch (IOException e) {
            boolean unknown =
                    e instanceof ConnectException
                            && (e.getCause() instanceof UnresolvedAddressException
                                    || e.getCause() != null
                                            && e.getCause().getCause()
                                                    instanceof UnresolvedAddressException);
            return Optional.of(
                    unknown
                            ? bad(
                                    Severity.WARNING,
                                    "has a host that does not exist",
                                    "link to where the page is now, or remove the link")
                            : bad(Severity.INFO, "cannot be reached", ""));
        } catch (IllegalArgumentException e) {
            return Optional.of(bad(Severity.INFO, "redirects to no web address", ""));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Answer answer(int status, URI url, URI moved) {
        if (status == 404 || status == 410) {
            return bad(
                    Severity.WARNING,
                    "answers " + status,
                    "link to where the page is now, or remove the link");
        }
        if (status >= 300) {
            return bad(Severity.INFO, "answers " + status, "");
        }
        return moved.equals(url)
                ? new Answer(now.getEpochSecond(), "", "", "")
                : bad(Severity.INFO, "has moved for good", "write " + moved);
    }

    private Answer bad(Severity severity, String message, String hint) {
        return new Answer(now.getEpochSecond(), severity.label(), message, hint);
    }

    private static Optional<URI> redirect(HttpResponse<InputStream> response, URI from) {
        return switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 ->
                    response.headers().firstValue("Location").map(from::resolve);
            default -> Optional.empty();
        };
    }

    private HttpResponse<InputStream> response(URI url) throws IOException, InterruptedException {
        HttpResponse<InputStream> head = response(url, "HEAD");
        return head.statusCode() == 405 || head.statusCode() == 501 ? response(url, "GET") : head;
    }

    private HttpResponse<InputStream> response(URI url, String method)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("User-Agent", "errorwiki")
                        .timeout(PATIENCE)
                        .build();
        synchronized (
                hosts.computeIfAbsent(String.valueOf(url.getAuthority()), any -> new Object())) {
            HttpResponse<InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            // Only the head of the answer counts.
            response.body().close();
            Thread.sleep(pause.toMillis());
            return response;
        }
    }

    private Map<String, Answer> remembered() {
        try {
            return Files.exists(memory)
                    ? JSON.readValue(memory.toFile(), new TypeReference<Map<String, Answer>>() {})
                    : Map.of();
        } catch (IOException damaged) {
            return Map.of();
        }
    }

    private void remember(Map<String, Answer> answers) throws IOException {
        Path next = memory.resolveSibling(memory.getFileName() + ".new");
        Files.write(next, JSON.writeValueAsBytes(new TreeMap<>(answers)));
        Files.move(next, memory, StandardCopyOption.REPLACE_EXISTING);
    }
}
