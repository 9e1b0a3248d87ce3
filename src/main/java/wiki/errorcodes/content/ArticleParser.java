package wiki.errorcodes.content;

import java.time.LocalDate;
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
import wiki.errorcodes.article.Note;
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

    /** Steps of the path of one of the wiki's own articles; those of an overlay have one more. */
    private static final int ARTICLE_STEPS = 2;

    /** The name of the file that describes a collection. */
    public static final String COLLECTION_FILE = "_collection.md";

    /** The key under which a collection names its articles. */
    static final String ARTICLES = "articles";

    static final List<String> COLLECTION_KEYS =
            List.of("title", "summary", "order", "icon", "fixes", ARTICLES);

    /** The key of a note. */
    static final String EXTENDS = "extends";

    static final List<String> NOTE_KEYS = List.of(EXTENDS, "reviewed");
    private static final Pattern NOTE = Pattern.compile("^extends\\s*+:");
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
    record Layout(int headStart, int headEnd, int bodyStart) {}

    /** Reads an article that has no pictures. */
    public static Parsed<Article> article(SourceFile file, String hash) {
        return article(file, hash, new Images(folder(file), Map.of()));
    }

    /** Reads an article; the path must be {@code <collection>/<slug>.md}. */
    static Parsed<Article> article(SourceFile file, String hash, Images images) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Yaml yaml = new Yaml(file, diagnostics);
        Names names = names(file, diagnostics);
        Optional<Layout> layout = layout(file, yaml);
        if (layout.isEmpty()) {
            return new Parsed<>(Optional.empty(), diagnostics);
        }
        Optional<Map<String, Yaml.Entry>> entries =
                yaml.head(layout.get().headStart(), layout.get().headEnd());
        BodyParser body = new BodyParser(file, images, diagnostics);
        List<Section> sections = body.sections(layout.get().bodyStart());
        if (entries.isEmpty()) {
            return new Parsed<>(Optional.empty(), diagnostics);
        }
        FrontMatter head = new FrontMatterParser(yaml, entries.get()).parse();
        diagnostics.addAll(images.unused(file.path()));
        checkMarks(file, layout.get().bodyStart(), captured(head), diagnostics);
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

    /**
     * Reads an article that is still being written: its front matter counts, whatever is wrong with
     * the rest.
     *
     * @return empty when the front matter itself cannot be read
     */
    public static Optional<Article> draft(SourceFile file) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Yaml yaml = new Yaml(file, diagnostics);
        Names names = names(file, diagnostics);
        return layout(file, yaml)
                .flatMap(layout -> yaml.head(layout.headStart(), layout.headEnd()))
                .map(
                        entries ->
                                new Article(
                                        names.slug(),
                                        names.collection(),
                                        file.path(),
                                        "",
                                        new FrontMatterParser(yaml, entries).parse(),
                                        List.of(),
                                        List.of()));
    }

    /** Tells whether the front matter says that the file adds to an article. */
    public static boolean isNote(SourceFile file) {
        for (int line = 2; file.offset(line - 1, 0) < file.text().length(); line++) {
            String text = file.line(line);
            if (text.stripTrailing().equals("---")) {
                return false;
            }
            if (NOTE.matcher(text).find()) {
                return true;
            }
        }
        return false;
    }

    /** Reads what a team adds to an article; the path is that of an overlay. */
    static Parsed<Note> note(SourceFile file, String hash, Images images) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Yaml yaml = new Yaml(file, diagnostics);
        Names names = names(file, diagnostics);
        Optional<Layout> layout = layout(file, yaml);
        if (layout.isEmpty()) {
            return new Parsed<>(Optional.empty(), diagnostics);
        }
        Optional<Map<String, Yaml.Entry>> head =
                yaml.head(layout.get().headStart(), layout.get().headEnd());
        BodyParser body = new BodyParser(file, images, diagnostics);
        List<Section> sections =
                body.freeSections(layout.get().bodyStart(), "note-" + names.slug() + "-");
        if (head.isEmpty()) {
            return new Parsed<>(Optional.empty(), diagnostics);
        }
        Map<String, Yaml.Entry> entries = head.get();
        yaml.onlyKeys(entries, NOTE_KEYS);
        Yaml.Text target = text(yaml, entries, EXTENDS).orElse(new Yaml.Text("", Span.START));
        if (!Slug.isValid(target.value())) {
            yaml.report(
                    Rule.BAD_VALUE,
                    target.span(),
                    "\"" + target.value() + "\" is not a slug",
                    "write the file name of the article without .md");
        }
        if (!names.isLocal()) {
            yaml.report(
                    Rule.UNKNOWN_KEY,
                    entries.containsKey(EXTENDS) ? entries.get(EXTENDS).span() : Span.START,
                    "a note among the wiki's own articles",
                    "write it into the article, or keep it in an overlay folder");
        }
        Optional<LocalDate> reviewed = new FrontMatterParser(yaml, entries).reviewed();
        diagnostics.addAll(images.unused(file.path()));
        checkMarks(file, layout.get().bodyStart(), Set.copyOf(Placeholder.names()), diagnostics);
        Note note =
                new Note(
                        file.path(),
                        hash,
                        new Reference(
                                Reference.Relation.EXTENDS, target.value(), "", target.span()),
                        reviewed,
                        sections,
                        body.links());
        return finished(note, diagnostics);
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
                entry(entries, ARTICLES)
                        .map(entry -> yaml.texts(entry.value(), ARTICLES))
                        .orElse(List.of());
        Images none = new Images(folder(file), Map.of());
        var document = Markdown.parse(file, layout.get().bodyStart(), none);
        BodyParser body = new BodyParser(file, none, diagnostics);
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

    /** Returns where the pictures of a file are: its path without the ending. */
    static String folder(SourceFile file) {
        int dot = file.path().lastIndexOf('.');
        return dot < 0 ? file.path() : file.path().substring(0, dot);
    }

    private record Names(String collection, String slug, boolean isLocal) {}

    private static Names names(SourceFile file, List<Diagnostic> diagnostics) {
        String[] steps = file.path().split("/");
        String name = steps[steps.length - 1];
        String folder = steps.length < 2 ? "" : steps[steps.length - 2];
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
        return new Names(folder, slug, steps.length > ARTICLE_STEPS);
    }

    static Optional<Layout> layout(SourceFile file, Yaml yaml) {
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

    /** Returns the names for which a message or a default gives a value. */
    private static Set<String> captured(FrontMatter head) {
        Set<String> known = new HashSet<>(head.defaults().keySet());
        for (Wording wording : head.wordings()) {
            known.addAll(wording.template().names());
        }
        return known;
    }

    /** Double braces in the text must name what something gives a value for. */
    private static void checkMarks(
            SourceFile file, int bodyStart, Set<String> known, List<Diagnostic> diagnostics) {
        Matcher marks = MARK.matcher(file.text());
        int open = file.text().indexOf("{{", bodyStart);
        for (; open >= 0; open = file.text().indexOf("{{", open + 1)) {
            if (!marks.region(open, file.text().length()).lookingAt()) {
                continue;
            }
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
