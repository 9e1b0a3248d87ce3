package wiki.errorcodes.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.site.ContentWatcher;
import wiki.errorcodes.site.LiveSite;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.site.SiteBuilder;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.web.Address;
import wiki.errorcodes.web.RateLimit;
import wiki.errorcodes.web.Reloads;
import wiki.errorcodes.web.WebServer;

/** {@code errorwiki serve}: indexes what changed, then answers requests until the process ends. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Index the articles and serve the wiki.")
final class ServeCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 20;

    @Spec private CommandSpec spec;

    @Mixin private ContentOptions content;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Port to listen on, 0 for any free one. Default: "
                            + Defaults.PORT
                            + ". Environment: ERRORWIKI_PORT.")
    private int port = Defaults.PORT;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "Address to listen on. Default: ${DEFAULT-VALUE}. Environment: ERRORWIKI_HOST.")
    private String host = "127.0.0.1";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Address under which readers reach the wiki, for links to share and for search"
                            + " engines. Default: http://localhost and the port. Environment:"
                            + " ERRORWIKI_URL.")
    private String url = "";

    @Option(
            names = "--rate",
            paramLabel = "NUMBER",
            description =
                    "Searches a second that one client may make, 0 for any number. Default:"
                            + " ${DEFAULT-VALUE}. Environment: ERRORWIKI_RATE.")
    private int rate = RateLimit.PER_SECOND;

    @Option(
            names = "--watch",
            description =
                    "Follow changes of the content folder; open pages reload themselves and show"
                            + " what is wrong.")
    private boolean watch;

    ServeCommand() {
        spec = CommandSpec.create();
        content = new ContentOptions();
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (port < 0 || port > 65_535) {
            throw new UsageException("there is no port " + port + "; ports are 0 to 65535");
        }
        if (rate < 0) {
            throw new UsageException(
                    "there is no rate " + rate + "; it is searches a second, 0 for any number");
        }
        Address address = address();
        SiteBuilder.Opened opened = content.open(err);
        // An editor wants to know all that is wrong, a reader the first page.
        Site site = watch ? opened.completed() : opened.atOnce();
        DiagnosticPrinter printer =
                DiagnosticPrinter.colouredFor(spec.commandLine().getColorScheme());
        LiveSite live = new LiveSite(site);
        Optional<Reloads> reloads =
                watch ? Optional.of(watch(live, err, printer)) : Optional.empty();
        WebServer server = WebServer.start(live, host, port, address, reloads, rate);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        out.println(
                String.format(
                        Locale.ROOT,
                        "http://localhost:%d  %d articles, ready in %s",
                        server.port(),
                        site.library().articles().size(),
                        seconds(site.took())));
        out.flush();
        // Begun now, so that nothing competes with the first page.
        Site whole = watch ? site : opened.completed();
        live.swap(site, whole);
        printErrors(whole, printer, err);
        server.warm();
        new CountDownLatch(1).await();
        return Main.OK;
    }

    private static void printErrors(Site site, DiagnosticPrinter printer, PrintWriter err) {
        List<Diagnostic> errors = site.diagnostics().stream().filter(Diagnostic::isError).toList();
        errors.stream()
                .limit(MOST_SHOWN)
                .forEach(diagnostic -> printer.print(diagnostic, site.line(diagnostic), err));
        if (!errors.isEmpty()) {
            err.println(
                    errors.size()
                            + (errors.size() == 1 ? " error" : " errors")
                            + " in the articles; the rest of the wiki works. All of them: errorwiki check, or /status");
        }
    }

    private Reloads watch(LiveSite live, PrintWriter err, DiagnosticPrinter printer) {
        ContentFolder folder =
                content.folder()
                        .orElseThrow(
                                () ->
                                        new UsageException(
                                                "there is nothing to watch; name the folder with"
                                                        + " --content DIR"));
        Reloads reloads = new Reloads(ContentWatcher.Change.of(live.current(), folder));
        try {
            ContentWatcher.start(
                    folder,
                    content.dataFolder(),
                    live,
                    change -> {
                        change.problems().stream()
                                .limit(MOST_SHOWN)
                                .forEach(
                                        problem ->
                                                printer.print(
                                                        problem.diagnostic(), problem.line(), err));
                        err.flush();
                        reloads.announce(change);
                    });
        } catch (IOException e) {
            throw new UsageException("cannot watch " + folder.stock() + ": " + e.getMessage());
        }
        return reloads;
    }

    private Address address() {
        if (url.isBlank()) {
            return port == 0 ? Address.UNKNOWN : Address.of("http://localhost:" + port);
        }
        try {
            return Address.of(url);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
    }
}
