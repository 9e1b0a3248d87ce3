package wiki.errorcodes.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Searcher;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;

/**
 * Runs what articles say of themselves through the search: examples and wordings must land on their
 * own article, or beside one that says how to tell the two apart.
 */
final class Landing {

    private Landing() {}

    static List<Diagnostic> examples(Library library, Searcher searcher) {
        return library.articles().parallelStream()
                .flatMap(article -> examples(article, searcher).stream())
                .sorted()
                .toList();
    }

    private static List<Diagnostic> examples(Article article, Searcher searcher) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (FrontMatter.Example example : article.head().examples()) {
            Explanation explanation = searcher.explain(example.text());
            if (!landsOn(article, explanation)) {
                diagnostics.add(
                        new Diagnostic(
                                article.path(),
                                example.span(),
                                Rule.EXAMPLE,
                                "this example does not land here but on " + landing(explanation),
                                "give the wording it shows as a message, or remove the example"));
                thieves(explanation)
                        .forEach(thief -> diagnostics.add(theft(thief, article, example)));
            }
        }
        return diagnostics;
    }

    /** Returns the hits that come first with a wording of theirs. */
    private static List<Hit> thieves(Explanation explanation) {
        return explanation.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.NONE)
                .flatMap(finding -> finding.hits().stream().limit(1))
                .filter(hit -> hit.wording().isPresent())
                .toList();
    }

    private static Diagnostic theft(Hit thief, Article article, FrontMatter.Example example) {
        return new Diagnostic(
                thief.article().path(),
                thief.wording().orElseThrow().span(),
                Rule.STEALS,
                "this message takes the example at "
                        + article.path()
                        + ":"
                        + example.span().line()
                        + ":"
                        + example.span().column(),
                "make it more precise, or say under tell_apart how to decide between the two");
    }

    /** A wording that lands elsewhere is covered by a more telling one of another article. */
    static List<Diagnostic> wordings(Library library, Searcher searcher) {
        return library.articles().parallelStream()
                .flatMap(article -> wordings(article, searcher).stream())
                .sorted()
                .toList();
    }

    private static List<Diagnostic> wordings(Article article, Searcher searcher) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Wording wording : article.head().wordings()) {
            String message = filled(wording.template(), article.head().defaults());
            Explanation explanation = searcher.explain(message);
            if (!landsOn(article, explanation)) {
                diagnostics.add(
                        new Diagnostic(
                                article.path(),
                                wording.span(),
                                Rule.WORDING,
                                "\"" + message + "\" lands on " + landing(explanation),
                                "make the wording more precise, or say under tell_apart how to decide"));
            }
        }
        return diagnostics;
    }

    /** Returns a message as it may be printed, with the defaults of its article. */
    static String filled(MessageTemplate template, Map<String, String> defaults) {
        return template.parts().stream()
                .map(
                        part ->
                                part instanceof MessageTemplate.Hole hole
                                        ? value(hole, defaults)
                                        : ((MessageTemplate.Literal) part).text())
                .collect(Collectors.joining());
    }

    /** What a message quotes decides where it lands; here it must be something nobody knows. */
    private static String value(MessageTemplate.Hole hole, Map<String, String> defaults) {
        return switch (hole.placeholder()) {
            case CODE -> "ERR_EXAMPLE";
            case STATUS -> "299";
            default -> defaults.getOrDefault(hole.name(), hole.placeholder().fallback());
        };
    }

    private static boolean landsOn(Article article, Explanation explanation) {
        return explanation.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.NONE)
                .anyMatch(finding -> landsOn(article, finding.hits()));
    }

    private static boolean landsOn(Article article, List<Hit> hits) {
        Article first = hits.get(0).article();
        return first.slug().equals(article.slug())
                || hits.stream().anyMatch(hit -> hit.article().slug().equals(article.slug()))
                        && tellApart(first, article);
    }

    /** Tells whether one of two articles says how to decide between them. */
    static boolean tellApart(Article one, Article other) {
        return tellsApart(one, other) || tellsApart(other, one);
    }

    private static boolean tellsApart(Article article, Article other) {
        return article.references(Relation.TELL_APART)
                .anyMatch(reference -> reference.target().equals(other.slug()));
    }

    private static String landing(Explanation explanation) {
        List<String> slugs =
                explanation.findings().stream()
                        .filter(finding -> finding.verdict() != Verdict.NONE)
                        .map(Finding::hits)
                        .flatMap(hits -> hits.stream().limit(1))
                        .map(Hit::article)
                        .map(Article::slug)
                        .toList();
        return slugs.isEmpty() ? "nothing" : String.join(", ", slugs);
    }
}
