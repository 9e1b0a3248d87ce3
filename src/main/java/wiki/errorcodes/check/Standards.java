package wiki.errorcodes.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;
import wiki.errorcodes.article.Stack;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;
import wiki.errorcodes.source.Span;
import wiki.errorcodes.source.Suggestion;

/**
 * What a finished article has, beyond what makes it readable: {@code errorwiki check} asks for it,
 * the server does not.
 */
public final class Standards {

    /** Words of a quick answer, without its question. */
    static final int LONGEST_ANSWER = 60;

    static final int FEWEST_EXAMPLES = 2;
    static final int FEWEST_RELATED = 3;
    static final int MOST_RELATED = 6;
    static final int FEWEST_QUESTIONS = 2;
    static final int MOST_QUESTIONS = 5;

    /** A review counts this long. */
    static final int FRESH_MONTHS = 12;

    private final Library library;
    private final Function<Article, String> sources;
    private final LocalDate today;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Standards(Library library, Function<Article, String> sources, LocalDate today) {
        this.library = library;
        this.sources = sources;
        this.today = today;
    }

    /**
     * Returns what is missing for a finished wiki, sorted.
     *
     * @param sources gives the Markdown of an article
     * @param today decides which reviews are old
     */
    public static List<Diagnostic> check(
            Library library, Function<Article, String> sources, LocalDate today) {
        Standards standards = new Standards(library, sources, today);
        Map<String, Collection.Fixes> fixes = new HashMap<>();
        library.collections().forEach(one -> fixes.put(one.slug(), one.fixes()));
        for (Article article : library.articles()) {
            standards.answer(article);
            standards.fixes(
                    article, fixes.getOrDefault(article.collection(), Collection.Fixes.PAGE));
            standards.questions(article);
            standards.related(article);
            standards.head(article);
            standards.review(article);
            TemplateText.check(article).forEach(standards.diagnostics::add);
        }
        standards.orphans();
        standards.diagnostics.addAll(NearDuplicates.check(library.articles()));
        Stream<Diagnostic> code =
                library.articles().parallelStream()
                        .flatMap(
                                article ->
                                        new CodeCheck(article, standards.file(article))
                                                .run().stream());
        return Stream.concat(standards.diagnostics.stream(), code).sorted().toList();
    }

    private SourceFile file(Article article) {
        return new SourceFile(article.path(), sources.apply(article));
    }

    private void report(Article article, Span span, Rule rule, String message, String hint) {
        diagnostics.add(new Diagnostic(article.path(), span, rule, message, hint));
    }

    /** Returns where a line of the file begins with some text; the file's start if none does. */
    private Span line(Article article, String beginning) {
        SourceFile file = file(article);
        int at = file.text().indexOf('\n' + beginning);
        return at < 0 ? Span.START : file.span(at + 1, at + 1 + beginning.length());
    }

    private Span heading(Article article, SectionKind kind) {
        return line(article, "## " + kind.heading());
    }

    private void answer(Article article) {
        String text = article.quickAnswer().answerText().strip();
        int words = text.isEmpty() ? 0 : text.split("\\s+").length;
        if (words > LONGEST_ANSWER) {
            report(
                    article,
                    heading(article, SectionKind.QUICK_ANSWER),
                    Rule.ANSWER_LENGTH,
                    "the quick answer has " + words + " words",
                    "keep the decisive fact, at most " + LONGEST_ANSWER + " words");
        }
    }

    private void fixes(Article article, Collection.Fixes where) {
        List<Section.Part> parts = article.parts(SectionKind.FIXES);
        if (parts.isEmpty()) {
            report(
                    article,
                    Span.START,
                    Rule.FIXES,
                    "there is no Fixes section",
                    "show the cure as code or as exact steps, one level-3 heading for each stack");
            return;
        }
        Set<Stack> shown = new HashSet<>();
        for (Section.Part part : parts) {
            Stack.of(part.heading())
                    .ifPresentOrElse(
                            shown::add,
                            () ->
                                    report(
                                            article,
                                            line(article, "### " + part.heading()),
                                            Rule.FIXES,
                                            "\"" + part.heading() + "\" is no stack of the list",
                                            Suggestion.didYouMean(
                                                    part.heading(),
                                                    Stack.titles(),
                                                    "begin with a name of the list in"
                                                            + " writing-articles.md, go on after a colon")));
        }
        if (where == Collection.Fixes.SERVER && shown.stream().anyMatch(Stack::isServer)) {
            List<String> missing =
                    new ArrayList<>(
                            Stack.USUAL_SERVERS.stream()
                                    .filter(stack -> !shown.contains(stack))
                                    .map(Stack::title)
                                    .toList());
            if (Stack.FURTHER_SERVERS.stream().noneMatch(shown::contains)) {
                missing.add(
                        Stack.FURTHER_SERVERS.stream()
                                .map(Stack::title)
                                .collect(Collectors.joining(", ", "one of ", "")));
            }
            if (!missing.isEmpty()) {
                report(
                        article,
                        heading(article, SectionKind.FIXES),
                        Rule.FIXES,
                        "the fix is missing for " + String.join(", ", missing),
                        "readers of this collection have one of the usual servers; add it for each");
            }
        }
    }

    private void questions(Article article) {
        int questions = article.parts(SectionKind.FAQ).size();
        if (questions < FEWEST_QUESTIONS || questions > MOST_QUESTIONS) {
            report(
                    article,
                    heading(article, SectionKind.FAQ),
                    Rule.FAQ,
                    "the FAQ has " + questions + (questions == 1 ? " question" : " questions"),
                    "answer " + FEWEST_QUESTIONS + " to " + MOST_QUESTIONS + " that people ask");
        }
    }

    private void related(Article article) {
        List<Reference> related = article.references(Relation.RELATED).toList();
        if (related.size() < FEWEST_RELATED || related.size() > MOST_RELATED) {
            report(
                    article,
                    line(article, "related:"),
                    Rule.RELATED,
                    related.size() + " related articles",
                    "name " + FEWEST_RELATED + " to " + MOST_RELATED);
        }
        for (Reference reference : related) {
            library.article(reference.target())
                    .filter(
                            other ->
                                    other.references(Relation.RELATED)
                                            .noneMatch(
                                                    back -> back.target().equals(article.slug())))
                    .ifPresent(
                            other ->
                                    report(
                                            article,
                                            reference.span(),
                                            Rule.RELATED,
                                            other.path() + " does not name this article in return",
                                            "relations go both ways; add \""
                                                    + article.slug()
                                                    + "\" there"));
        }
    }

    private void head(Article article) {
        int examples = article.head().examples().size();
        if (examples < FEWEST_EXAMPLES) {
            report(
                    article,
                    line(article, "examples:"),
                    Rule.EXAMPLES,
                    examples + (examples == 1 ? " example" : " examples"),
                    "give at least " + FEWEST_EXAMPLES + " whole pastes from different browsers");
        }
        if (article.head().sources().isEmpty()) {
            report(
                    article,
                    Span.START,
                    Rule.SOURCES,
                    "no sources",
                    "name the specification section and the browser documentation behind the claims");
        }
        if (article.head().reviewed().isEmpty()) {
            report(
                    article,
                    Span.START,
                    Rule.SOURCES,
                    "no date of review",
                    "write reviewed: and the day on which somebody last checked every claim");
        }
    }

    private void review(Article article) {
        if (article.head().reviewed().isEmpty()) {
            return;
        }
        LocalDate reviewed = article.head().reviewed().get();
        boolean future = reviewed.isAfter(today);
        if (future || reviewed.isBefore(today.minusMonths(FRESH_MONTHS))) {
            Diagnostic diagnostic =
                    new Diagnostic(
                            article.path(),
                            line(article, "reviewed: " + reviewed),
                            Rule.REVIEW_DATE,
                            future
                                    ? "a review in the future, " + reviewed
                                    : "the last review is of " + reviewed,
                            future
                                    ? "write the day on which somebody checked every claim"
                                    : "check the claims against today's browsers and write the new date");
            diagnostics.add(future ? diagnostic.with(Rule.Severity.WARNING) : diagnostic);
        }
    }

    /** Reports the articles that no other one and no collection names. */
    private void orphans() {
        Set<String> reached = new HashSet<>();
        for (Article article : library.articles()) {
            Set<String> named = new HashSet<>();
            article.head().references().stream()
                    .filter(reference -> reference.relation() != Relation.ALIAS)
                    .forEach(reference -> named.add(reference.target()));
            article.head()
                    .decisions()
                    .forEach(
                            decision -> decision.answers().forEach(one -> named.add(one.target())));
            article.links().forEach(link -> named.add(link.target()));
            named.remove(article.slug());
            reached.addAll(named);
        }
        library.collections()
                .forEach(one -> one.links().forEach(link -> reached.add(link.target())));
        for (Article article : library.articles()) {
            if (!reached.contains(article.slug())) {
                report(
                        article,
                        Span.START,
                        Rule.ORPHAN,
                        "no article and no collection leads here",
                        "name it in articles: of its _collection.md, and in related: of its neighbours");
            }
        }
    }
}
