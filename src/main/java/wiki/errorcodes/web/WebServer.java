package wiki.errorcodes.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import wiki.errorcodes.site.LiveSite;

/** The HTTP server. Started and stopped once; safe to close from any thread. */
public final class WebServer implements AutoCloseable {

    /**
     * A query of 4,000 characters takes nine bytes for each in the worst case, and there are other
     * headers.
     */
    private static final int LARGEST_HEAD = 48 * 1024;

    private static final int STOP_MILLIS = 5_000;
    private static final int ACCEPTORS = 1;

    /** Threads for each processor, and the least of them, that make what is not made yet. */
    private static final int WORKERS = 2;

    private static final int LEAST_WORKERS = 8;

    static {
        // Jetty asks the JVM for this through its management beans, which takes 30 ms to load.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
    }

    private final Javalin javalin;
    private final PreparedPages pages;
    private final ShortAnswers atOnce;
    private final Optional<Reloads> reloads;

    private WebServer(
            Javalin javalin, PreparedPages pages, ShortAnswers atOnce, Optional<Reloads> reloads) {
        this.javalin = javalin;
        this.pages = pages;
        this.atOnce = atOnce;
        this.reloads = reloads;
    }

    /**
     * Starts serving a site.
     *
     * @param address under which readers reach it
     * @param reloads tells pages when the articles change; nobody does when empty
     * @param host the address to listen on
     * @param port the port, 0 for any free one
     * @throws PortInUseException if another program listens there
     */
    public static WebServer start(
            LiveSite live, String host, int port, Address address, Optional<Reloads> reloads) {
        return start(live, host, port, address, reloads, RateLimit.PER_SECOND);
    }

    /**
     * Starts serving a site.
     *
     * @param rate how many searches a second one client may make in the long run, 0 for any number
     */
    public static WebServer start(
            LiveSite live,
            String host,
            int port,
            Address address,
            Optional<Reloads> reloads,
            int rate) {
        PageRenderer renderer = new PageRenderer(new Shell(address, reloads.isPresent()));
        PreparedPages pages = new PreparedPages(live, renderer);
        RateLimit limit = RateLimit.of(rate);
        Answers answers = new Answers(live, renderer, limit, address);
        ShortAnswers atOnce = new ShortAnswers(live, answers, limit);
        Javalin javalin =
                Javalin.create(
                        config -> {
                            configure(config, renderer);
                            config.jetty.modifyServer(
                                    server ->
                                            server.setHandler(new PreparedHandler(pages, atOnce)));
                            config.jetty.addConnector(
                                    (server, http) -> connector(server, http, host, port));
                            new Routes(live, pages, renderer, answers, limit, address)
                                    .register(config.routes);
                            reloads.ifPresent(all -> config.routes.sse(Reloads.PATH, all::join));
                        });
        try {
            return new WebServer(javalin.start(), pages, atOnce, reloads);
        } catch (JavalinBindException e) {
            throw new PortInUseException(port, e);
        }
    }

    /**
     * Loads what any server and any page consist of. It takes as long as reading an index, so
     * whoever is going to start a server does it meanwhile.
     */
    public static void load() {
        PageRenderer renderer = new PageRenderer(Shell.PLAIN);
        Javalin.create(config -> configure(config, renderer)).jettyServer().server();
        renderer.html(new OfflinePage());
    }

    /** Starts serving a site under an address that nobody told. */
    public static WebServer start(LiveSite live, String host, int port) {
        return start(live, host, port, Address.UNKNOWN, Optional.empty());
    }

    /** Every core reads requests: a prepared page is answered by the thread that read it. */
    private static ServerConnector connector(
            Server server, HttpConfiguration http, String host, int port) {
        int selectors = Math.max(1, Runtime.getRuntime().availableProcessors());
        ServerConnector connector =
                new ServerConnector(server, ACCEPTORS, selectors, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        return connector;
    }

    /**
     * Few threads for what has to be made: with one for each connection, 64 of them spent a third
     * of the processors' time on handing on to each other. Nobody who is slow holds one up: bodies
     * are read before a thread is taken, and what is written fits into the connection's buffer.
     */
    private static QueuedThreadPool threads() {
        int processors = Runtime.getRuntime().availableProcessors();
        // Those that accept connections and read from them never leave that.
        int most = ACCEPTORS + processors + Math.max(LEAST_WORKERS, WORKERS * processors);
        return new QueuedThreadPool(most, Math.min(8, most));
    }

    private static void configure(JavalinConfig config, PageRenderer renderer) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = RequestBody.LARGEST;
        config.http.prefer405over404 = true;
        // Pages come compressed already; what is made for one request is compressed where it is
        // made.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.treatMultipleSlashesAsSingleSlash = true;
        config.router.ignoreTrailingSlashes = true;
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(
                server -> {
                    server.setStopTimeout(STOP_MILLIS);
                    server.setErrorHandler(new Refusals(renderer));
                });
        config.jetty.modifyHttpConfiguration(
                http -> {
                    http.setSendServerVersion(false);
                    http.setSendDateHeader(true);
                    http.setRequestHeaderSize(LARGEST_HEAD);
                    // Jetty remembers the fields of a connection's first request to read those of
                    // the next ones: 84 kB for each connection, so that 200 readers with a browser
                    // that keeps one open would fill the heap.
                    http.setHeaderCacheSize(0);
                });
    }

    /** Returns the port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Makes what readers are likely to ask for, so that none of them waits; takes a while. */
    public void warm() {
        pages.warm();
    }

    @Override
    public void close() {
        reloads.ifPresent(Reloads::close);
        javalin.stop();
        atOnce.close();
    }
}
