package wiki.errorcodes.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Alignment;
import wiki.errorcodes.signature.PastedText;
import wiki.errorcodes.signature.SignatureIndex;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;

/**
 * Lays every wording over the filled wordings of all others: two that fit the same text equally
 * well leave it to chance which article a reader sees, and one that fits everybody's text says
 * nothing.
 */
final class Rivalry {

    /** A wording that fits the messages of this many other articles is too general. */
    static final int MANY = 8;

    private Rivalry() {}

    private record Claim(Article article, Wording wording) {

        String place() {
            return article.path() + ":" + wording.span().line() + ":" + wording.span().column();
        }
    }

    /** What one filled wording shows. */
    private record Fit(Claim general, Claim special) {}

    static List<Diagnostic> check(Library library) {
        List<Claim> claims = new ArrayList<>();
        SignatureIndex.Builder<Claim> builder = new SignatureIndex.Builder<>();
        for (Article article : library.articles()) {
            for (Wording wording : article.head().wordings()) {
                Claim claim = new Claim(article, wording);
                claims.add(claim);
                builder.add(wording.template(), claim);
            }
        }
        SignatureIndex<Claim> index = builder.build();
        List<Fit> fits =
                claims.parallelStream().flatMap(claim -> fits(claim, index).stream()).toList();
        List<Diagnostic> diagnostics = new ArrayList<>(ambiguous(fits));
        diagnostics.addAll(tooGeneral(fits));
        return diagnostics;
    }

    /** Returns the wordings of other articles that fit a message as a whole. */
    private static List<Fit> fits(Claim claim, SignatureIndex<Claim> index) {
        String message = Landing.filled(claim.wording().template(), Map.of());
        List<Fit> fits = new ArrayList<>();
        for (Alignment<Claim> alignment : index.find(PastedText.of(message))) {
            Claim other = alignment.entry();
            if (other.article() != claim.article() && alignment.isWhole()) {
                fits.add(new Fit(other, claim));
            }
        }
        return fits;
    }

    private static List<Diagnostic> ambiguous(List<Fit> fits) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fit fit : fits) {
            boolean inOrder = fit.general().place().compareTo(fit.special().place()) < 0;
            Claim first = inOrder ? fit.general() : fit.special();
            Claim second = inOrder ? fit.special() : fit.general();
            if (isEven(first.wording(), second.wording())
                    && !Landing.tellApart(first.article(), second.article())
                    && !isDuplicate(first.wording(), second.wording())
                    && seen.add(first.place() + ' ' + second.place())) {
                diagnostics.add(
                        new Diagnostic(
                                second.article().path(),
                                second.wording().span(),
                                Rule.AMBIGUOUS,
                                "the same text fits this message and that at " + first.place(),
                                "say under tell_apart what to look at to decide between the two, or make one more precise"));
            }
        }
        return diagnostics;
    }

    /** Whether the search has no reason to prefer one of the two. */
    private static boolean isEven(Wording one, Wording other) {
        return one.template().specificity() == other.template().specificity()
                && vague(one) == vague(other);
    }

    private static long vague(Wording wording) {
        return wording.template().holes().stream()
                .filter(hole -> hole.placeholder().isVague())
                .count();
    }

    /** That rule reports it. */
    private static boolean isDuplicate(Wording one, Wording other) {
        return one.browser() == other.browser()
                && one.template().shape().equals(other.template().shape());
    }

    private static List<Diagnostic> tooGeneral(List<Fit> fits) {
        Map<Claim, Map<String, Claim>> victims = new HashMap<>();
        for (Fit fit : fits) {
            // An article with decide is about a message that says almost nothing.
            if (fit.general().article().head().decisions().isEmpty()
                    && fit.general().wording().template().specificity()
                            < fit.special().wording().template().specificity()) {
                victims.computeIfAbsent(fit.general(), any -> new TreeMap<>())
                        .putIfAbsent(fit.special().article().slug(), fit.special());
            }
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        victims.forEach(
                (claim, articles) -> {
                    if (articles.size() >= MANY) {
                        diagnostics.add(
                                new Diagnostic(
                                        claim.article().path(),
                                        claim.wording().span(),
                                        Rule.TOO_GENERAL,
                                        "this message fits those of "
                                                + articles.size()
                                                + " other articles, such as "
                                                + articles.values().iterator().next().place(),
                                        "add words that only this error has"));
                    }
                });
        return diagnostics;
    }
}
