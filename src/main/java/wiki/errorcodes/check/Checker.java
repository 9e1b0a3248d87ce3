package wiki.errorcodes.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Decision;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.Span;
import wiki.errorcodes.source.Suggestion;

/** Checks what one file alone cannot show. Reports; changes nothing. */
public final class Checker {

    /** Names that say what kind an error is, not which one. */
    private static final Set<String> KINDS =
            Set.of(
                    "Error",
                    "TypeError",
                    "ReferenceError",
                    "SyntaxError",
                    "RangeError",
                    "EvalError",
                    "URIError",
                    "AggregateError",
                    "InternalError",
                    "DOMException",
                    "SecurityError",
                    "NotAllowedError",
                    "NotFoundError",
                    "InvalidStateError",
                    "NotSupportedError");

    private final List<Article> articles;
    private final List<Collection> collections;
    private final List<Note> notes;
    private final Map<String, Article> bySlug = new LinkedHashMap<>();
    private final Set<String> aliases = new HashSet<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private Checker(List<Article> articles, List<Collection> collections, List<Note> notes) {
        this.articles =
                articles.stream()
                        .sorted(Comparator.comparing(Article::isLocal).thenComparing(Article::path))
                        .toList();
        this.collections =
                collections.stream()
                        .sorted(
                                Comparator.comparing(Collection::isLocal)
                                        .thenComparing(Collection::path))
                        .toList();
        this.notes = notes;
        for (Article article : this.articles) {
            bySlug.putIfAbsent(article.slug(), article);
            article.references(Relation.ALIAS).forEach(alias -> aliases.add(alias.target()));
        }
    }

    /** Returns what is wrong between articles, sorted. */
    public static List<Diagnostic> check(
            List<Article> articles, List<Collection> collections, List<Note> notes) {
        Checker checker = new Checker(articles, collections, notes);
        checker.slugs();
        checker.codes();
        checker.messages();
        checker.relations();
        checker.collections();
        return checker.diagnostics.stream().sorted().toList();
    }

    private void report(String path, Span span, Rule rule, String message, String hint) {
        diagnostics.add(new Diagnostic(path, span, rule, message, hint));
    }

    private void slugs() {
        for (Article article : articles) {
            Article first = bySlug.getOrDefault(article.slug(), article);
            if (first != article) {
                report(
                        article.path(),
                        Span.START,
                        Rule.DUPLICATE_SLUG,
                        "the slug \"" + article.slug() + "\" belongs to " + first.path(),
                        article.isLocal()
                                ? "to add to that article, write extends: " + article.slug()
                                : "rename one of the two files");
            }
        }
        Map<String, Article> owners = new HashMap<>();
        for (Article article : articles) {
            article.references(Relation.ALIAS).forEach(alias -> alias(article, alias, owners));
        }
    }

    private void alias(Article article, Reference alias, Map<String, Article> owners) {
        Article other = bySlug.get(alias.target());
        Article owner = other == null ? owners.putIfAbsent(alias.target(), article) : other;
        if (owner != null) {
            String what = "the alias \"" + alias.target() + "\" ";
            report(
                    article.path(),
                    alias.span(),
                    Rule.DUPLICATE_SLUG,
                    what
                            + (owner != article
                                    ? (other == null ? "belongs to " : "is the slug of ")
                                            + owner.path()
                                    : other == null ? "stands twice" : "is the article's own slug"),
                    other != null ? "remove the alias" : "remove one of the two");
        }
    }

    private void codes() {
        Map<String, Article> owners = new HashMap<>();
        for (Article article : articles) {
            for (Code code : article.head().codes()) {
                if (KINDS.contains(code.identifier())) {
                    report(
                            article.path(),
                            code.span(),
                            Rule.BAD_VALUE,
                            "\""
                                    + code.identifier()
                                    + "\" names a kind of error and is nobody's code",
                            "remove it; the messages tell errors of a kind apart");
                    continue;
                }
                Article owner = owners.putIfAbsent(Library.codeKey(code.identifier()), article);
                if (owner != null) {
                    report(
                            article.path(),
                            code.span(),
                            Rule.DUPLICATE_CODE,
                            owner == article
                                    ? "the identifier \"" + code.identifier() + "\" stands twice"
                                    : "the identifier \""
                                            + code.identifier()
                                            + "\" belongs to "
                                            + owner.path(),
                            "one identifier leads to one article");
                }
            }
        }
    }

    private void messages() {
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        for (Article article : articles) {
            for (Wording wording : article.head().wordings()) {
                claims.computeIfAbsent(
                                wording.browser().id() + ' ' + wording.template().shape(),
                                any -> new ArrayList<>())
                        .add(new Claim(article, wording));
            }
        }
        for (List<Claim> same : claims.values()) {
            Claim first = same.get(0);
            for (Claim other : same.subList(1, same.size())) {
                if (other.article() == first.article()) {
                    report(
                            other.article().path(),
                            other.wording().span(),
                            Rule.DUPLICATE_MESSAGE,
                            "this wording stands twice",
                            "remove one of the two");
                } else if (!tellsApart(first.article(), other.article())
                        && !tellsApart(other.article(), first.article())) {
                    report(
                            other.article().path(),
                            other.wording().span(),
                            Rule.DUPLICATE_MESSAGE,
                            "this wording also belongs to " + first.article().path(),
                            "say under tell_apart what to look at to decide between the two, or remove it here");
                }
            }
        }
    }

    private record Claim(Article article, Wording wording) {}

    private static boolean tellsApart(Article article, Article other) {
        return article.references(Relation.TELL_APART)
                .anyMatch(reference -> reference.target().equals(other.slug()));
    }

    private void relations() {
        for (Article article : articles) {
            for (Reference reference : article.head().references()) {
                if (reference.relation() != Relation.ALIAS) {
                    slug(article.path(), reference, Rule.UNKNOWN_SLUG);
                    if (reference.target().equals(article.slug())) {
                        report(
                                article.path(),
                                reference.span(),
                                Rule.UNKNOWN_SLUG,
                                "the article names itself",
                                "remove it");
                    }
                }
            }
            for (Decision decision : article.head().decisions()) {
                for (Decision.Answer answer : decision.answers()) {
                    slug(
                            article.path(),
                            new Reference(Relation.LINK, answer.target(), "", answer.span()),
                            Rule.UNKNOWN_SLUG);
                }
            }
            article.links().forEach(link -> slug(article.path(), link, Rule.BROKEN_LINK));
        }
        for (Note note : notes) {
            slug(note.path(), note.target(), Rule.UNKNOWN_SLUG);
            note.links().forEach(link -> slug(note.path(), link, Rule.BROKEN_LINK));
        }
    }

    private void slug(String path, Reference reference, Rule rule) {
        if (bySlug.containsKey(reference.target())) {
            return;
        }
        if (aliases.contains(reference.target())) {
            report(
                    path,
                    reference.span(),
                    rule,
                    "\"" + reference.target() + "\" is an old name",
                    "use the article's present slug");
            return;
        }
        report(
                path,
                reference.span(),
                rule,
                "no article \"" + reference.target() + "\"",
                Suggestion.didYouMean(
                        reference.target(),
                        new TreeSet<>(bySlug.keySet()),
                        "write the file name of an article without .md"));
    }

    private void collections() {
        Set<String> described = new HashSet<>();
        for (Collection collection : collections) {
            if (!described.add(collection.slug())) {
                report(
                        collection.path(),
                        Span.START,
                        Rule.DUPLICATE_SLUG,
                        "the wiki has a collection \"" + collection.slug() + "\" already",
                        "remove this file; articles beside it join that collection");
            }
            collection.links().forEach(link -> slug(collection.path(), link, Rule.BROKEN_LINK));
        }
        Set<String> reported = new HashSet<>();
        for (Article article : articles) {
            if (!described.contains(article.collection()) && reported.add(article.collection())) {
                report(
                        article.path(),
                        Span.START,
                        Rule.MISSING_COLLECTION,
                        "the folder \""
                                + article.collection()
                                + "\" has no readable _collection.md",
                        "add "
                                + article.collection()
                                + "/_collection.md with title, summary, order and icon");
            }
        }
    }
}
