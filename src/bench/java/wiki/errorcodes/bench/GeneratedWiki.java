package wiki.errorcodes.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.content.ContentFolder;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.ParsedFile;

/**
 * A wiki of any size that looks like a real one: wordings that share most of their words with
 * hundreds of others, as browsers' do, told apart by a few; prose of which some words stand
 * everywhere and most are rare, as Zipf's law has it. Each article is made from its number alone,
 * so a wiki of any size can be written without being held.
 */
final class GeneratedWiki {

    /** Articles of one collection. */
    private static final int COLLECTION = 250;

    /** Words that tell errors apart; two of them name one article, each is shared by many. */
    private static final int SUBJECTS = 1_200;

    private static final int VOCABULARY = 20_000;
    private static final int OWN_WORDS = 8;
    private static final int OWN_FIRST = 3_000;

    private static final List<String> COMMON =
            List.of(
                    ("the to of a is that and in request browser not be page it for server response when header this with value "
                                    + "origin resource script by because from was only an before code as on has error are same address if one no more "
                                    + "function called other network connection failed policy blocked cannot object which type undefined sent answer after "
                                    + "first loaded message module network call must site its every does time cookie console user file set at name read "
                                    + "but than then so still while until look check open shows says without own new old between some all each what who "
                                    + "certificate token signal worker service frame document storage cache timeout status property method allowed secure")
                            .split(" "));

    /** What browsers put around what is wrong; {@code @} stands for that. */
    private static final List<String> CHROME =
            List.of(
                    "Failed to execute '{function}' on '{interface}': The @ is not {value}.",
                    "Access to {initiator} at '{url}' from origin '{origin}' has been blocked by policy: The @ does not match {value}.",
                    "Refused to load '{url}' because it violates the following directive: the @ is not allowed.",
                    "Cannot read @ of {value} (reading '{property}')",
                    "{expression} is not a valid @ for this request",
                    "GET {url} failed because the @ was closed before the connection was established.",
                    "The @ provided to '{function}' is detached and cannot be used.",
                    "Mixed content: the page at '{url}' was loaded over a secure connection, but requested an insecure @ '{url2}'.");

    private static final List<String> FIREFOX =
            List.of(
                    "{interface}.{function}: The @ is invalid.",
                    "Cross-Origin Request Blocked: The policy disallows reading the remote resource at {url}. (Reason: @ did not succeed). Status code: {status}.",
                    "Content Security Policy: The page’s settings blocked the loading of a resource at {url} (“@”).",
                    "can't access @ of {expression}, {value} is undefined",
                    "Loading failed for the @ with source “{url}”.",
                    "The connection to {url} was interrupted while the @ was loading.");

    private static final List<String> SAFARI =
            List.of(
                    "{value} is not an object (evaluating the @ of '{expression}')",
                    "Origin {origin} is not allowed by the @. Status code: {status}",
                    "The @ is not supported by this document.",
                    "Unhandled Promise Rejection: {error}: the @ was aborted");

    private static final Map<String, String> VALUES =
            Map.ofEntries(
                    Map.entry("url", "https://api.example.com/v1/orders/7?x=1"),
                    Map.entry("url2", "http://cdn.example.net/a.png"),
                    Map.entry("origin", "https://app.example.com"),
                    Map.entry("function", "replaceState"),
                    Map.entry("interface", "History"),
                    Map.entry("initiator", "fetch"),
                    Map.entry("value", "null"),
                    Map.entry("property", "length"),
                    Map.entry("expression", "this.items[0]"),
                    Map.entry("status", "405"),
                    Map.entry("error", "AbortError"));

    private final int articles;
    private final long seed;
    private final List<String> vocabulary;
    private final double[] heap;

    /** What a reader pastes or asks, and the article that answers it. */
    record Paste(Kind kind, String text, String slug) {}

    /** How a reader comes. */
    enum Kind {
        /** A message as the browser printed it. */
        MESSAGE,
        /** The same among the lines of a console. */
        STACK,
        /** A message with mistakes in it. */
        TYPO,
        /** An identifier. */
        CODE,
        /** Words of the article's text. */
        QUESTION
    }

    GeneratedWiki(int articles, long seed) {
        this.articles = articles;
        this.seed = seed;
        this.vocabulary = vocabulary();
        heap = new double[VOCABULARY];
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += 1.0 / (i + 2.7);
            heap[i] = sum;
        }
    }

    /** Common words first, then made-up ones that can be spoken. */
    private static List<String> vocabulary() {
        String[] onsets =
                "b br c cl d dr f fl g gr h j k l m n p pl pr qu r s sl st t tr v w z".split(" ");
        String[] nuclei = "a e i o u ai ea ou".split(" ");
        String[] codas = {"", "l", "m", "n", "nd", "nt", "r", "rt", "sk", "t", "x"};
        List<String> words = new ArrayList<>(COMMON.stream().distinct().toList());
        Random random = new Random(42);
        Set<String> seen = new HashSet<>(words);
        while (words.size() < VOCABULARY + SUBJECTS) {
            StringBuilder word = new StringBuilder();
            int syllables = 2 + random.nextInt(2);
            for (int i = 0; i < syllables; i++) {
                word.append(onsets[random.nextInt(onsets.length)])
                        .append(nuclei[random.nextInt(nuclei.length)]);
            }
            word.append(codas[random.nextInt(codas.length)]);
            if (seen.add(word.toString())) {
                words.add(word.toString());
            }
        }
        return List.copyOf(words);
    }

    /** One article: its words, before they become text. */
    private final class Draft {
        private final int number;
        private final Random random;
        private final String first;
        private final String second;
        private final List<String> own = new ArrayList<>();
        private final List<String> chrome = new ArrayList<>();
        private final List<String> firefox = new ArrayList<>();
        private final List<String> safari = new ArrayList<>();
        private final List<String> causes = new ArrayList<>();

        Draft(int number) {
            this.number = number;
            random = new Random(seed * 1_000_003 + number);
            int left = number % SUBJECTS;
            // Another partner in every round, so that no two articles have both words.
            int right = (left + 1 + number / SUBJECTS * 7 + left * 13) % SUBJECTS;
            first = vocabulary.get(VOCABULARY + left);
            second = vocabulary.get(VOCABULARY + right);
            for (int i = 0; i < OWN_WORDS; i++) {
                own.add(vocabulary.get(OWN_FIRST + random.nextInt(VOCABULARY - OWN_FIRST)));
            }
            chrome.add(wording(CHROME));
            chrome.add(wording(CHROME));
            firefox.add(wording(FIREFOX));
            firefox.add(wording(FIREFOX));
            safari.add(wording(SAFARI));
            for (int i = 0; i < 4; i++) {
                causes.add(sentence(16));
            }
        }

        private String wording(List<String> frames) {
            String frame = frames.get(random.nextInt(frames.size()));
            String what =
                    switch (random.nextInt(4)) {
                        case 0 -> first + " " + second + " " + word();
                        case 1 -> word() + " " + first + " of the " + second;
                        case 2 -> first + " " + word() + " " + second + " " + word();
                        default -> second + " " + first;
                    };
            return frame.replace("@", what);
        }

        /** A word as common as its rank says. */
        private String word() {
            double at = random.nextDouble() * heap[heap.length - 1];
            int found = Arrays.binarySearch(heap, at);
            return vocabulary.get(Math.min(VOCABULARY - 1, found < 0 ? -found - 1 : found));
        }

        private String sentence(int words) {
            StringBuilder sentence = new StringBuilder();
            for (int i = 0; i < words; i++) {
                String word =
                        switch (random.nextInt(12)) {
                            case 0 -> own.get(random.nextInt(own.size()));
                            case 1 -> random.nextBoolean() ? first : second;
                            default -> word();
                        };
                sentence.append(i == 0 ? "" : " ").append(word);
            }
            return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
        }

        private String paragraph(int sentences) {
            StringBuilder paragraph = new StringBuilder();
            for (int i = 0; i < sentences; i++) {
                paragraph.append(i == 0 ? "" : " ").append(sentence(10 + random.nextInt(10)));
            }
            return paragraph.toString();
        }

        String slug() {
            return first + "-" + second + "-" + number;
        }

        String path() {
            return folder(number / COLLECTION) + "/" + slug() + ".md";
        }

        String code() {
            return "ERR_" + (first + "_" + second).toUpperCase(Locale.ROOT);
        }

        String markdown() {
            StringBuilder text = new StringBuilder(6_000);
            text.append("---\ntitle: The ")
                    .append(first)
                    .append(' ')
                    .append(second)
                    .append(" is wrong");
            text.append("\nsummary: ").append(sentence(14));
            text.append("\ntags: [").append(first).append(", ").append(second).append(']');
            text.append("\ncodes: [\"net::").append(code()).append("\"]\nmessages:\n");
            messages(text, "chrome", chrome);
            messages(text, "firefox", firefox);
            messages(text, "safari", safari);
            text.append("reviewed: 2026-11-23\n---\n\n## Quick answer\n\n**Why is the ");
            text.append(first).append(' ').append(second).append(" wrong?**\n\n");
            text.append(paragraph(3))
                    .append(" Use `")
                    .append(word())
                    .append("` for `{{url.host}}`.\n\n## Overview\n\n");
            for (int i = 0; i < 3; i++) {
                text.append(paragraph(5)).append("\n\n");
            }
            text.append("| where | what |\n| --- | --- |\n");
            for (int i = 0; i < 4; i++) {
                text.append("| ").append(word()).append(" | ").append(sentence(6)).append(" |\n");
            }
            text.append("\n## Key details\n\n");
            items(text, "- ", 5);
            text.append("\n## Common causes\n\n");
            causes.forEach(cause -> text.append("- ").append(cause).append('\n'));
            text.append("\n## Steps\n\n");
            items(text, "1. ", 6);
            text.append("\n## Fixes\n\n### JavaScript\n\n```js\nconst ")
                    .append(first)
                    .append(" = await fetch(\"{{url}}\");\nconsole.log(")
                    .append(first)
                    .append(".status);\n```\n\n## FAQ\n\n");
            for (int i = 0; i < 3; i++) {
                String question = sentence(8);
                text.append("### ").append(question, 0, question.length() - 1).append("?\n\n");
                text.append(paragraph(2)).append("\n\n");
            }
            return text.toString();
        }

        private void items(StringBuilder text, String mark, int count) {
            for (int i = 0; i < count; i++) {
                text.append(mark).append("**").append(word()).append("**: ");
                text.append(sentence(12)).append('\n');
            }
        }

        private static void messages(StringBuilder text, String browser, List<String> wordings) {
            text.append("  ").append(browser).append(":\n");
            wordings.stream()
                    .distinct()
                    .forEach(
                            wording ->
                                    text.append("    - \"")
                                            .append(wording.replace("\"", "\\\""))
                                            .append("\"\n"));
        }

        Paste paste(Kind kind) {
            List<String> wordings = new ArrayList<>(chrome);
            wordings.addAll(firefox);
            wordings.addAll(safari);
            String message = filled(wordings.get(random.nextInt(wordings.size())));
            String text =
                    switch (kind) {
                        case MESSAGE -> "Uncaught TypeError: " + message;
                        case STACK -> console(message);
                        case TYPO -> misspelt(message);
                        case CODE -> "Failed to load resource: net::" + code();
                        case QUESTION -> question();
                    };
            return new Paste(kind, text, slug());
        }

        private String console(String message) {
            StringBuilder lines = new StringBuilder();
            lines.append("app.js:12 GET https://cdn.example.com/logo.png 200 (OK)\n");
            lines.append("12:04:31.112 started in 31 ms\n");
            lines.append("app.js:40 Uncaught (in promise) TypeError: ")
                    .append(message)
                    .append('\n');
            for (int i = 0; i < 12; i++) {
                lines.append("    at ")
                        .append(vocabulary.get(random.nextInt(VOCABULARY)))
                        .append(" (https://app.example.com/static/main.3f2a.js:")
                        .append(1 + random.nextInt(900))
                        .append(":17)\n");
            }
            return lines.append("app.js:44 done\n").toString();
        }

        /** Two letters of the words that tell errors apart change places, or one is missing. */
        private String misspelt(String message) {
            int middle = first.length() / 2;
            String swapped =
                    first.substring(0, middle)
                            + first.charAt(middle + 1)
                            + first.charAt(middle)
                            + first.substring(middle + 2);
            String shorter = second.substring(0, 2) + second.substring(3);
            return message.replace(first, swapped).replace(second, shorter);
        }

        private String question() {
            String cause = causes.get(random.nextInt(causes.size()));
            List<String> words =
                    new ArrayList<>(
                            List.of(
                                    cause.substring(0, cause.length() - 1)
                                            .toLowerCase(Locale.ROOT)
                                            .split(" ")));
            Collections.shuffle(words, random);
            return "why does " + String.join(" ", words.subList(0, 7));
        }
    }

    private static String filled(String template) {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', done)) {
            int close = template.indexOf('}', open);
            out.append(template, done, open)
                    .append(VALUES.get(template.substring(open + 1, close)));
            done = close + 1;
        }
        return out.append(template.substring(done)).toString();
    }

    private static String folder(int collection) {
        return "part-" + collection;
    }

    private static String collection(int number) {
        return "---\ntitle: Part "
                + number
                + "\nsummary: Generated.\norder: "
                + (number + 1)
                + "\nicon: shield\n---\n";
    }

    private int collections() {
        return (articles + COLLECTION - 1) / COLLECTION;
    }

    /** Writes the wiki as Markdown files. */
    void write(Path content) throws IOException {
        for (int i = 0; i < collections(); i++) {
            Path folder = Files.createDirectories(content.resolve(folder(i)));
            Files.writeString(folder.resolve("_collection.md"), collection(i));
        }
        IntStream.range(0, articles)
                .parallel()
                .forEach(
                        number -> {
                            Draft draft = new Draft(number);
                            try {
                                Files.writeString(content.resolve(draft.path()), draft.markdown());
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }

    /** Returns the wiki as it is after parsing, without a file. */
    Library library() {
        List<Article> parsed =
                IntStream.range(0, articles)
                        .parallel()
                        .mapToObj(Draft::new)
                        .map(draft -> article(parsed(draft.path(), draft.markdown())))
                        .toList();
        List<Collection> described =
                IntStream.range(0, collections())
                        .mapToObj(
                                number ->
                                        collectionOf(
                                                parsed(
                                                        folder(number) + "/_collection.md",
                                                        collection(number))))
                        .toList();
        return Library.of(parsed, described);
    }

    private static Article article(ParsedFile file) {
        return file.article()
                .orElseThrow(() -> new IllegalStateException(file.diagnostics().toString()));
    }

    private static Collection collectionOf(ParsedFile file) {
        return file.collection()
                .orElseThrow(() -> new IllegalStateException(file.diagnostics().toString()));
    }

    private static ParsedFile parsed(String path, String markdown) {
        byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
        return ParsedFile.of(new ContentFile(path, bytes, ContentFolder.hash(bytes)));
    }

    /** Returns as many pastes of each kind, about articles from all over the wiki. */
    Map<Kind, List<Paste>> pastes(int each) {
        Map<Kind, List<Paste>> pastes = new HashMap<>();
        for (Kind kind : Kind.values()) {
            Random random = new Random(seed + kind.ordinal());
            pastes.put(
                    kind,
                    IntStream.range(0, each)
                            .mapToObj(i -> new Draft(random.nextInt(articles)).paste(kind))
                            .toList());
        }
        return pastes;
    }
}
