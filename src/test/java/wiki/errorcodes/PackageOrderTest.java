package wiki.errorcodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package may see only those before it, and each library has one room. */
class PackageOrderTest {

    private static final List<String> ORDER =
            List.of(
                    "source",
                    "signature",
                    "article",
                    "content",
                    "check",
                    "index",
                    "search",
                    "site",
                    "web",
                    "cli");
    private static final Map<String, Set<String>> ROOMS =
            Map.of(
                    "java.sql", Set.of("index", "search"),
                    "org.sqlite", Set.of("index"),
                    "com.vladsch.flexmark", Set.of("content"),
                    "org.snakeyaml", Set.of("content", "check"),
                    "org.mozilla", Set.of("check"),
                    "io.javalin", Set.of("web"),
                    "gg.jte", Set.of("web"),
                    "picocli", Set.of("cli"));
    private static final Pattern IMPORT =
            Pattern.compile(
                    "(?m)^import (?:static )?([\\w.]+);|\\bwiki\\.errorcodes\\.(\\w+)\\.[A-Z]");

    @Test
    void packagesSeeOnlyThoseBeforeThem() throws IOException {
        List<String> wrong = new ArrayList<>();
        Path root = Path.of("src/main/java/wiki/errorcodes");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String here = root.relativize(file).getName(0).toString();
                Matcher imports = IMPORT.matcher(Files.readString(file));
                while (imports.find()) {
                    String name =
                            imports.group(1) != null
                                    ? imports.group(1)
                                    : "wiki.errorcodes." + imports.group(2) + ".X";
                    if (name.startsWith("wiki.errorcodes.")
                            && ORDER.indexOf(name.split("\\.")[2]) > ORDER.indexOf(here)) {
                        wrong.add(file + " sees " + name);
                    }
                    ROOMS.forEach(
                            (library, rooms) -> {
                                if (name.startsWith(library + ".") && !rooms.contains(here)) {
                                    wrong.add(file + " sees " + name);
                                }
                            });
                }
            }
        }
        assertEquals(List.of(), wrong);
    }
}
