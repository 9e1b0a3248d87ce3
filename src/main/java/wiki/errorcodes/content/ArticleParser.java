package wiki.errorcodes.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.Slug;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Placeholder;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Span;
import wiki.errorcodes.source.Suggestion;

/**
 * Reads one Markdown file. Reports everything that is wrong in one run. Holds no state; safe to
 * share.
 */
public final class ArticleParser {

    /** The name of the file that describes a collection. */
    public static final String COLLECTION_FILE = "_collection.md";

    private static final List<String> COLLECTION_KEYS =
            List.of("title", "summary", "order", "icon", "fixes", "articles");
    private static final Pattern MARK = Pattern.compile("\\{\\{([a-z0-9_.]{1,40})}}");

    private ArticleParser() {}

    /**
     * What became of a file.
     *
     * @param value the article or collection; empty when the file has errors
     * @param diagnostics what is wrong, in the order found
     */
    public record Parsed<T>(Optional<T> value, List<Diagnostic> diagnostics) {}

    /**
     * Where the parts of a file lie: the head between its two lines of {@code ---}, and the body
     * after them.
     */
    private record Layout(int headStart, int headEnd, int bodyStart) {}

    /** Reads an article; the path must be {@code <collection>/<slug>.md}. */
    public static Parsed<Article> article(SourceFile file, String hash) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Yaml yaml = new Yaml(file, diagnostics);
        Names names = names(file, diagnostics);
        Optional<Layout> layout = layout(file, yaml);
        if (layout.isEmpty()) {
            return new Parsed<>(Optional.empty(), diagnostics);
        }
        Optional<Map<String, Yaml.Entry>> entries =
                yaml.head(layout.get().headStart(), layout.get().headEnd());
        BodyParser body = new BodyParser(file, diagnostics);
        List<Section> sections = body.sections(layout.get().bodyStart());
        if (entries.isEmpty()) {
            return new Parsed<>(Optional.empty(), diagnostics);
        }
        FrontMatter head = new FrontMatterParser(yaml, entries.get()).parse();
        checkMarks(file, layout.get().bodyStart(), head, diagnostics);
        Article article =
                new Article(
                        names.slug(),
                        names.collection(),
                        file.path(),
                        hash,
                        head,
                        sections,
                        body.links());
        return finished(article, diagnostics);
    }

    /** Reads a {@code _collection.md}. */
    public static Parsed<Collection> collection(SourceFile file, String hash) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Yaml yaml = new Yaml(file, diagnostics);
        Optional<Layout> layout = layout(file, yaml);
        if (layout.isEmpty()) {
            return new Parsed<>(Optional.empty(), diagnostics);
        }
        Optional<Map<String, Yaml.Entry>> head =
                yaml.head(layout.get().headStart(), layout.get().headEnd());
        if (head.isEmpty()) {
            return new Parsed<>(Optional.empty(), diagnostics);
        }
        Map<String, Yaml.Entry> entries = head.get();
        yaml.onlyKeys(entries, COLLECTION_KEYS);
        String slug = names(file, diagnostics).collection();
        Yaml.Text title = text(yaml, entries, "title").orElseGet(() -> missing(yaml, "title"));
        if (!title.value().isEmpty() && !Slug.of(title.value()).equals(slug)) {
            yaml.report(
                    Rule.FILE_NAME,
                    title.span(),
                    "the folder of \"" + title.value() + "\" is called \"" + slug + "\"",
                    "rename it to \"" + Slug.of(title.value()) + "\"");
        }
        Yaml.Text summary =
                text(yaml, entries, "summary").orElseGet(() -> missing(yaml, "summary"));
        OptionalInt order =
                entry(entries, "order")
                        .map(entry -> yaml.number(entry.value(), "order"))
                        .orElse(OptionalInt.empty());
        Yaml.Text icon =
                text(yaml, entries, "icon")
                        .orElse(new Yaml.Text(Collection.ICONS.get(0), Span.START));
        if (!Collection.ICONS.contains(icon.value())) {
            yaml.report(
                    Rule.BAD_VALUE,
                    icon.span(),
                    "no icon \"" + icon.value() + "\"",
                    Suggestion.didYouMean(
                            icon.value(),
                            Collection.ICONS,
                            "the icons are " + String.join(", ", Collection.ICONS)));
        }
        Collection.Fixes fixes =
                text(yaml, entries, "fixes")
                        .map(text -> fixes(yaml, text))
                        .orElse(Collection.Fixes.PAGE);
        List<Yaml.Text> articles =
                entry(entries, "articles")
                        .map(entry -> yaml.texts(entry.value(), "articles"))
                        .orElse(List.of());
        var document = Markdown.parse(file, layout.get().bodyStart());
        BodyParser body = new BodyParser(file, diagnostics);
        body.inspect(document);
        List<Reference> links = new ArrayList<>(body.links());
        articles.forEach(
                text ->
                        links.add(
                                new Reference(
                                        Reference.Relation.LINK, text.value(), "", text.span())));
        Collection collection =
                new Collection(
                        slug,
                        file.path(),
                        hash,
                        title.value(),
                        summary.value(),
                        order.orElse(Collection.LAST),
                        icon.value(),
                        fixes,
                        Markdown.html(document.getChildren()),
                        PlainText.of(document),
                        articles.stream().map(Yaml.Text::value).toList(),
                        links);
        return finished(collection, diagnostics);
    }

    private static Collection.Fixes fixes(Yaml yaml, Yaml.Text text) {
        for (Collection.Fixes fixes : Collection.Fixes.values()) {
            if (fixes.id().equals(text.value())) {
                return fixes;
            }
        }
        yaml.report(
                Rule.BAD_VALUE,
                text.span(),
                "no place of fixes \"" + text.value() + "\"",
                "write server where the usual cure is on the server, page otherwise");
        return Collection.Fixes.PAGE;
    }

    private static <T> Parsed<T> finished(T value, List<Diagnostic> diagnostics) {
        boolean good = diagnostics.stream().noneMatch(Diagnostic::isError);
        return new Parsed<>(good ? Optional.of(value) : Optional.empty(), List.copyOf(diagnostics));
    }

    private static Optional<Yaml.Entry> entry(Map<String, Yaml.Entry> entries, String key) {
        return Optional.ofNullable(entries.get(key));
    }

    private static Optional<Yaml.Text> text(
            Yaml yaml, Map<String, Yaml.Entry> entries, String key) {
        return entry(entries, key).flatMap(entry -> yaml.text(entry.value(), key));
    }

    private static Yaml.Text missing(Yaml yaml, String key) {
        yaml.report(
                Rule.MISSING_KEY,
                Span.START,
                "no " + key + " in the front matter",
                "add " + key + ": …");
        return new Yaml.Text("", Span.START);
    }

    private record Names(String collection, String slug) {}

    private static Names names(SourceFile file, List<Diagnostic> diagnostics) {
        int slash = file.path().lastIndexOf('/');
        String folder = slash < 0 ? "" : file.path().substring(0, slash);
        String name = file.path().substring(slash + 1);
        String slug =
                name.endsWith(".md") ? name.substring(0, name.length() - ".md".length()) : name;
        if (!Slug.isValid(folder)) {
            diagnostics.add(
                    new Diagnostic(
                            file.path(),
                            Span.START,
                            Rule.FILE_NAME,
                            folder.isEmpty()
                                    ? "the file stands in no collection"
                                    : "the folder \"" + folder + "\" is not in kebab-case",
                            "articles are content/<collection>/<slug>.md"));
        }
        if (!name.equals(COLLECTION_FILE) && !Slug.isValid(slug)) {
            diagnostics.add(
                    new Diagnostic(
                            file.path(),
                            Span.START,
                            Rule.FILE_NAME,
                            "the file name \"" + slug + "\" is not in kebab-case",
                            "rename it to \"" + Slug.of(slug) + ".md\""));
        }
        return new Names(folder, slug);
    }

    private static Optional<Layout> layout(SourceFile file, Yaml yaml) {
        if (!file.line(1).stripTrailing().equals("---")) {
            yaml.report(
                    Rule.YAML,
                    file.span(0, 0),
                    "the file does not start with front matter",
                    "start it with a line of ---, the keys, and another line of ---");
            return Optional.empty();
        }
        int headStart = file.offset(1, 0);
        for (int line = 2; file.offset(line - 1, 0) < file.text().length(); line++) {
            if (file.line(line).stripTrailing().equals("---")) {
                return Optional.of(
                        new Layout(headStart, file.offset(line - 1, 0), file.offset(line, 0)));
            }
        }
        yaml.report(
                Rule.YAML,
                file.span(0, 3),
                "the front matter never ends",
                "close it with a line of ---");
        return Optional.empty();
    }

    /** Double braces in the text must name what a message captures or a default gives. */
    private static void checkMarks(
            SourceFile file, int bodyStart, FrontMatter head, List<Diagnostic> diagnostics) {
        Set<String> known = new HashSet<>(head.defaults().keySet());
        for (Wording wording : head.wordings()) {
            known.addAll(wording.template().names());
        }
        Matcher marks = MARK.matcher(file.text());
        marks.region(bodyStart, file.text().length());
        while (marks.find()) {
            String name = marks.group(1);
            String base = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
            Span span = file.span(marks.start(1), marks.end(1));
            if (!Filling.isName(name)) {
                diagnostics.add(
                        new Diagnostic(
                                file.path(),
                                span,
                                Rule.PLACEHOLDER,
                                "no placeholder \"" + name + "\" in the vocabulary",
                                Suggestion.didYouMean(
                                        base,
                                        Placeholder.names(),
                                        "put spaces inside the braces to show them as they are")));
            } else if (!known.contains(base)) {
                diagnostics.add(
                        new Diagnostic(
                                file.path(),
                                span,
                                Rule.UNFILLED_PLACEHOLDER,
                                "no message captures \""
                                        + base
                                        + "\" and defaults has no value for it",
                                "add it to defaults"));
            }
        }
    }
}
