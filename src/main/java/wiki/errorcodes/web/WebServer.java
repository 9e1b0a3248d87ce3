package wiki.errorcodes.web;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import org.eclipse.jetty.server.HttpConnectionFactory;
import wiki.errorcodes.site.LiveSite;

/** The HTTP server. Started and stopped once; safe to close from any thread. */
public final class WebServer implements AutoCloseable {

    private final Javalin javalin;

    private WebServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts serving a site.
     *
     * @param host the address to listen on
     * @param port the port, 0 for any free one
     * @throws PortInUseException if another program listens there
     */
    public static WebServer start(LiveSite live, String host, int port) {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.maxRequestSize = RequestBody.LARGEST;
            // Pages come compressed already; what is made for one request is compressed where it is made.
            config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
            config.router.treatMultipleSlashesAsSingleSlash = true;
            config.router.ignoreTrailingSlashes = true;
            config.jetty.modifyServer(server -> {
                server.setStopTimeout(2_000);
                for (var connector : server.getConnectors()) {
                    var http = connector.getConnectionFactory(HttpConnectionFactory.class);
                    if (http != null) {
                        http.getHttpConfiguration().setSendServerVersion(false);
                    }
                }
            });
            config.jetty.modifyHttpConfiguration(http -> {
                http.setSendServerVersion(false);
                http.setSendDateHeader(true);
            });
            new Routes(live).register(config.routes);
        });
        try {
            return new WebServer(javalin.start(host, port));
        } catch (JavalinBindException e) {
            throw new PortInUseException(port, e);
        }
    }

    /** Returns the port it listens on. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
