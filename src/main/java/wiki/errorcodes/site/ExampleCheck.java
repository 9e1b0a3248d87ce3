package wiki.errorcodes.site;

import java.util.ArrayList;
import java.util.List;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Searcher;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;

/** Runs the examples of all articles through the search: each must land on its own article. */
final class ExampleCheck {

    private ExampleCheck() {}

    static List<Diagnostic> check(Library library, Searcher searcher) {
        return library.articles().parallelStream()
                .flatMap(article -> check(article, searcher).stream())
                .sorted()
                .toList();
    }

    private static List<Diagnostic> check(Article article, Searcher searcher) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (FrontMatter.Example example : article.head().examples()) {
            Explanation explanation = searcher.explain(example.text());
            boolean found =
                    explanation.findings().stream()
                            .filter(finding -> finding.verdict() != Verdict.NONE)
                            .flatMap(finding -> finding.hits().stream())
                            .anyMatch(hit -> hit.article().slug().equals(article.slug()));
            if (!found) {
                diagnostics.add(
                        new Diagnostic(
                                article.path(),
                                example.span(),
                                Rule.EXAMPLE,
                                "this example does not land here but on " + landing(explanation),
                                "give the wording it shows as a message, or remove the example"));
            }
        }
        return diagnostics;
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
