package wiki.errorcodes.check;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.content.Outline;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.Flaw;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Span;
import wiki.errorcodes.source.Suggestion;

/** Whether the links of files lead to pages of the wiki, and to places that these have. */
public final class Links {

    /** The pages that every wiki has. */
    public static final Set<String> PAGES =
            Set.of(
                    "/",
                    "/collections",
                    "/tags",
                    "/codes",
                    "/recent",
                    "/about",
                    "/status",
                    "/search",
                    "/offline",
                    "/sitemap.xml",
                    "/feed.atom",
                    "/opensearch.xml",
                    "/healthz");

    private static final String ARTICLE = "/errors/";
    private static final String COLLECTION = "/collections/";

    /** Headings that the page itself adds to an article. */
    private static final Set<String> ARTICLE_ANCHORS =
            Set.of("main", "decide", "what-browsers-print", "not-to-be-confused-with", "sources");

    private static final Set<String> COLLECTION_ANCHORS = Set.of("main", "map", "articles");
    private static final Pattern HEADING = Pattern.compile("<h[2-6] id=\"([^\"]++)\"");

    private final Library library;
    private final Map<String, Set<String>> anchors = new HashMap<>();

    public Links(Library library) {
        this.library = library;
        library.articles().forEach(one -> anchors.put(one.url(), anchors(one)));
        library.collections().forEach(one -> anchors.put(one.url(), anchors(one)));
    }

    private static Set<String> anchors(Article article) {
        Set<String> anchors = new TreeSet<>(ARTICLE_ANCHORS);
        Stream<Section> notes = article.notes().stream().flatMap(note -> note.sections().stream());
        Stream.concat(article.sections().stream(), notes)
                .filter(section -> section.kind() != SectionKind.QUICK_ANSWER)
                .forEach(
                        section -> {
                            anchors.add(section.anchor());
                            headings(section.html(), anchors);
                            for (Section.Part part : section.parts()) {
                                if (!part.anchor().isEmpty()) {
                                    anchors.add(part.anchor());
                                }
                                headings(part.html(), anchors);
                            }
                        });
        return anchors;
    }

    private static Set<String> anchors(Collection collection) {
        Set<String> anchors = new TreeSet<>(COLLECTION_ANCHORS);
        headings(collection.html(), anchors);
        return anchors;
    }

    private static void headings(String html, Set<String> anchors) {
        Matcher heading = HEADING.matcher(html);
        while (heading.find()) {
            anchors.add(heading.group(1));
        }
    }

    /**
     * Returns the links of a file that lead nowhere. Links to the Markdown files of articles are
     * not looked at, but for their places.
     *
     * @param page the address of the page that the file is shown on
     */
    public List<Flaw> of(SourceFile file, String page) {
        List<Flaw> flaws = new ArrayList<>();
        for (Outline.Link link : Outline.of(file).links()) {
            String href = link.href();
            int hash = href.indexOf('#');
            String path = hash < 0 ? href : href.substring(0, hash);
            if (!path.isEmpty() && !path.startsWith("/")) {
                continue;
            }
            Span span = file.span(link.from(), link.to());
            Optional<Diagnostic> broken =
                    link.url().startsWith("/") || path.startsWith(COLLECTION)
                            ? page(path).map(why -> why.at(file.path(), span))
                            : Optional.empty();
            if (broken.isPresent()) {
                flaws.add(new Flaw(broken.get(), List.of()));
            } else if (hash >= 0) {
                place(file, link, path.isEmpty() ? page : path, href.substring(hash + 1))
                        .ifPresent(flaws::add);
            }
        }
        return flaws;
    }

    /** Why a link leads nowhere. */
    private record Broken(String message, String hint) {

        Diagnostic at(String path, Span span) {
            return new Diagnostic(path, span, Rule.BROKEN_LINK, message, hint);
        }
    }

    /** Returns what is wrong with an address of this wiki; empty when it has such a page. */
    private Optional<Broken> page(String href) {
        int query = href.indexOf('?');
        String address = query < 0 ? href : href.substring(0, query);
        String path =
                address.length() > 1 && address.endsWith("/")
                        ? address.substring(0, address.length() - 1)
                        : address;
        if (PAGES.contains(path)) {
            return Optional.empty();
        }
        int slash = path.indexOf('/', 1);
        String folder = slash < 0 ? "" : path.substring(1, slash);
        String name = path.substring(slash + 1);
        return switch (folder) {
            case "errors" -> article(name);
            case "collections" ->
                    known(
                            "collection",
                            name,
                            library.collections().stream().map(Collection::slug).toList());
            case "tags" -> known("tag", name, library.tags().keySet());
            case "browsers" ->
                    known("browser", name, Stream.of(Browser.values()).map(Browser::id).toList());
            case "severities" ->
                    known(
                            "severity",
                            name,
                            Stream.of(Severity.values()).map(Severity::id).toList());
            case "code" ->
                    library.byCode(
                                            URLDecoder.decode(
                                                    name.replace("+", "%2B"),
                                                    StandardCharsets.UTF_8))
                                    .isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    new Broken(
                                            "no article has the identifier \"" + name + "\"", ""));
            default ->
                    Optional.of(
                            new Broken(
                                    "no page \"" + path + "\"",
                                    "link to https://…, to another article's .md file, or write [[slug]]"));
        };
    }

    private Optional<Broken> article(String slug) {
        String name = slug.endsWith(".md") ? slug.substring(0, slug.length() - 3) : slug;
        return library.renamed(name).isPresent() && library.article(name).isEmpty()
                ? Optional.of(
                        new Broken(
                                "\"" + name + "\" is an old name",
                                "use the article's present slug"))
                : known("article", name, library.articles().stream().map(Article::slug).toList());
    }

    private static Optional<Broken> known(
            String what, String name, java.util.Collection<String> names) {
        return names.contains(name)
                ? Optional.empty()
                : Optional.of(
                        new Broken(
                                "no " + what + " \"" + name + "\"",
                                Suggestion.didYouMean(name, new TreeSet<>(names), "")));
    }

    private Optional<Flaw> place(SourceFile file, Outline.Link link, String page, String id) {
        @Nullable Set<String> known = anchors.get(page);
        if (known == null || id.isEmpty() || known.contains(id)) {
            return Optional.empty();
        }
        Optional<String> near = Suggestion.only(id, known);
        int from = link.from() + link.url().indexOf('#') + 1;
        Diagnostic diagnostic =
                new Diagnostic(
                        file.path(),
                        file.span(from, link.to()),
                        Rule.ANCHOR,
                        "the page " + page + " has no heading \"#" + id + "\"",
                        near.map(found -> "did you mean \"#" + found + "\"?")
                                .orElse("the address of a heading is its words in kebab-case"));
        return Optional.of(
                new Flaw(
                        diagnostic,
                        near.map(found -> List.of(new Edit(from, link.to(), found)))
                                .orElse(List.of())));
    }
}
