package wiki.errorcodes.web;

import java.util.List;
import java.util.Locale;
import wiki.errorcodes.search.Hit;

/**
 * Nothing is at this address, or it cannot be answered; offers what is near.
 *
 * @param query the words of the address, when they may name an article
 */
public record MissingPage(String title, String detail, String query, List<Hit> near)
        implements Page {

    static MissingPage of(Problem problem) {
        return of(problem, "", List.of());
    }

    static MissingPage of(Problem problem, String query, List<Hit> near) {
        return new MissingPage(problem.title(), sentence(problem.detail()), query, near);
    }

    /** A detail is half a sentence, for JSON and logs; a page has whole ones. */
    private static String sentence(String detail) {
        return detail.isEmpty()
                ? ""
                : detail.substring(0, 1).toUpperCase(Locale.ROOT) + detail.substring(1) + ".";
    }

    @Override
    public String description() {
        return detail;
    }

    @Override
    public String path() {
        return "";
    }

    @Override
    public String template() {
        return "missing.jte";
    }
}
