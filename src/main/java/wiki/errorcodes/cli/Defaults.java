package wiki.errorcodes.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option comes from when it is not on the command line: {@code --port} from the
 * environment's {@code ERRORWIKI_PORT}, then from the system property {@code errorwiki.port}, then
 * from here.
 */
final class Defaults implements IDefaultValueProvider {

    static final int PORT = 7070;

    private final Map<String, String> environment;

    Defaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.arity().max() == 0) {
            return null;
        }
        String name = option.longestName().replaceFirst("^--", "");
        String fromEnvironment =
                environment.get("ERRORWIKI_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
        if (fromEnvironment != null && !fromEnvironment.isBlank()) {
            return fromEnvironment;
        }
        String fromProperty = System.getProperty("errorwiki." + name);
        if (fromProperty != null) {
            return fromProperty;
        }
        return name.equals("data") ? cacheFolder() : null;
    }

    /** The XDG Base Directory Specification's place for what can be made again. */
    private String cacheFolder() {
        String cache = environment.get("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache);
        return base.resolve("errorwiki").toString();
    }
}
