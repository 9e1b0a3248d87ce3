package wiki.errorcodes.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wiki.errorcodes.source.Span;

/**
 * The YAML head of an article. All lists are immutable and may be empty, never null.
 *
 * @param title as the reader would name the error
 * @param summary one sentence
 * @param severity {@link Severity#ERROR} when the file says nothing
 * @param tags in the order of the file
 * @param codes identifiers this article answers
 * @param wordings what browsers print, newest first within a browser
 * @param examples pastes that must land here
 * @param defaults placeholder name → value for fixes
 * @param references related, consequence_of, tell_apart and aliases, in that order
 * @param decisions questions for a message that says almost nothing
 * @param sources where the claims come from
 * @param reviewed when somebody last checked them
 */
public record FrontMatter(
        String title,
        String summary,
        Severity severity,
        List<String> tags,
        List<Code> codes,
        List<Wording> wordings,
        List<Example> examples,
        Map<String, String> defaults,
        List<Reference> references,
        List<Decision> decisions,
        List<Source> sources,
        Optional<LocalDate> reviewed) {

    public FrontMatter {
        tags = List.copyOf(tags);
        codes = List.copyOf(codes);
        wordings = List.copyOf(wordings);
        examples = List.copyOf(examples);
        defaults = Map.copyOf(defaults);
        references = List.copyOf(references);
        decisions = List.copyOf(decisions);
        sources = List.copyOf(sources);
    }

    /** A paste that must land on the article. */
    public record Example(String text, Span span) {}

    /** A page that supports the claims. */
    public record Source(String title, String url) {}
}
