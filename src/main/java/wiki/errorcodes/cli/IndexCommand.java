package wiki.errorcodes.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import wiki.errorcodes.site.SiteBuilder;
import wiki.errorcodes.source.Diagnostic;

/** {@code errorwiki index}: brings the index up to date and says what it holds. */
@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Bring the index up to date without serving.")
final class IndexCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ContentOptions content = new ContentOptions();

    @Override
    public Integer call() {
        SiteBuilder.Indexed indexed = content.index(spec.commandLine().getErr());
        long errors = indexed.diagnostics().stream().filter(Diagnostic::isError).count();
        spec.commandLine()
                .getOut()
                .printf(
                        "%d articles in %d collections, %d errors, %s%n",
                        indexed.articles(),
                        indexed.collections(),
                        errors,
                        ServeCommand.seconds(indexed.took()));
        return errors == 0 ? Main.OK : Main.FAILED;
    }
}
