package wiki.errorcodes.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.site.SiteBuilder;

/** A progress bar that appears on a terminal when indexing takes longer than a second. */
final class ProgressLine implements SiteBuilder.Progress, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PrintWriter err;
    private final Instant start = Instant.now();
    private @Nullable ProgressBar bar;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void step(int done, int of) {
        if (bar == null
                && System.console() != null
                && Duration.between(start, Instant.now()).compareTo(PATIENCE) > 0) {
            bar =
                    new ProgressBarBuilder()
                            .setTaskName("Indexing")
                            .setInitialMax(of)
                            .setStyle(ProgressBarStyle.ASCII)
                            .build();
        }
        if (bar != null) {
            bar.stepTo(Math.max(bar.getCurrent(), done));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            err.flush();
        }
    }
}
