package wiki.errorcodes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Wording;

/**
 * The stock wiki with more articles: bodies of the stock, heads with generated wordings in the
 * words of real messages. The same on every machine.
 */
final class GrownWiki {

    private static final String[] WORDS =
            ("failed to load blocked by policy the resource at because it violates request header response origin cannot read property of undefined null is not a function object "
                            + "valid expected token unexpected in script module import export network connection refused reset closed timeout certificate invalid authority date name storage quota exceeded worker "
                            + "service registration scope permission denied device media play interrupted signal aborted cookie rejected cross site frame ancestor")
                    .split(" ");
    private static final int WORDINGS = 5;

    private GrownWiki() {}

    /** Writes a content folder with so many articles, the stock's first. */
    static void write(Path folder, int articles) throws IOException {
        Path stock = Path.of("content");
        List<Path> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(stock)) {
            for (Path file : files.sorted().toList()) {
                Path to = folder.resolve(stock.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                    if (file.toString().endsWith(".md")
                            && !file.getFileName().toString().startsWith("_")) {
                        bodies.add(file);
                    }
                }
            }
        }
        Path generated = Files.createDirectories(folder.resolve("generated"));
        Files.writeString(
                generated.resolve("_collection.md"),
                "---\ntitle: Generated\nsummary: Made for measuring.\n---\n");
        Random random = new Random(7);
        for (int i = 0; i < articles - bodies.size(); i++) {
            String body = Files.readString(bodies.get(i % bodies.size()));
            Files.writeString(
                    generated.resolve("generated-" + i + ".md"),
                    head(i, random)
                            + body.substring(body.indexOf("\n---\n", 4) + 5)
                                    .replaceAll("\\{\\{\\s*([a-z_]+)\\s*}}", "$1")
                                    .replaceAll("(?m)^!\\[.*$", ""));
        }
    }

    private static String head(int number, Random random) {
        StringBuilder head =
                new StringBuilder("---\ntitle: Generated error " + number)
                        .append("\nsummary: It is number ")
                        .append(number)
                        .append(".\ncodes: [net::ERR_GENERATED_")
                        .append(number)
                        .append("]\nmessages:\n  chrome:\n");
        for (int i = 0; i < WORDINGS; i++) {
            head.append("    - \"")
                    .append(sentence(random, 4))
                    .append(" '{url}' ")
                    .append(sentence(random, 5))
                    .append(" kind")
                    .append(number)
                    .append(" {value} ")
                    .append(sentence(random, 3))
                    .append("\"\n");
        }
        return head.append("---\n").toString();
    }

    private static String sentence(Random random, int words) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < words; i++) {
            sentence.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence.toString();
    }

    /** Returns different pastes, each a message as a console shows it, with its stack. */
    static List<String> pastes(Library library, int count) {
        List<Wording> wordings =
                library.articles().stream()
                        .map(Article::head)
                        .flatMap(head -> head.wordings().stream())
                        .toList();
        List<String> pastes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String message =
                    wordings.get(i * 7 % wordings.size())
                            .template()
                            .text()
                            .replace("{url}", "https://api.example.com/orders/" + i)
                            .replace("{origin}", "https://app" + i + ".example.com")
                            .replaceAll("\\{([A-Za-z_]+)}", "$1" + i);
            pastes.add(
                    "app.js:"
                            + i
                            + " Uncaught (in promise) TypeError: "
                            + message
                            + "\n    at load (https://app.example.com/app.js:"
                            + i
                            + ":13)");
        }
        return pastes;
    }
}
