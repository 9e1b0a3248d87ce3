package wiki.errorcodes.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.content.ContentFolder.ContentFile;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.content.SlugList;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Edit;
import wiki.errorcodes.source.Flaw;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.SourceFile;

/**
 * Mends what needs no thinking, and nothing else: every character that no edit is about stays. A
 * change after which a file reads otherwise than intended is not made.
 */
public final class Fixer {

    /** What it mends, in the order in which it does. */
    private static final List<Rule> RULES =
            List.of(
                    Rule.RELATED,
                    Rule.KEY_ORDER,
                    Rule.TEMPLATE_QUOTES,
                    Rule.LIST_MARKER,
                    Rule.ANCHOR);

    private static final Pattern PLACE = Pattern.compile("Span\\[[^]]*+]");

    private final Library library;
    private final Links links;
    private final Set<Rule> wanted = EnumSet.noneOf(Rule.class);

    /** Mends files of a wiki, but for the rules that it has turned off. */
    public Fixer(Library library, Levels levels) {
        this.library = library;
        this.links = new Links(library);
        RULES.stream().filter(rule -> levels.of(rule).isPresent()).forEach(wanted::add);
    }

    /** Tells whether files that break a rule can be mended without thinking. */
    public static boolean mends(Rule rule) {
        return RULES.contains(rule);
    }

    /**
     * A file after its mending.
     *
     * @param bytes of the whole file
     * @param rules that it keeps now
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Mended(byte[] bytes, List<Rule> rules) {}

    /** Mends a file; empty when there is nothing to mend. */
    public Optional<Mended> mended(ContentFile file) {
        ParsedFile current = ParsedFile.of(file);
        List<Rule> rules = new ArrayList<>();
        for (Rule rule : RULES) {
            if (!wanted.contains(rule) || current.page().isEmpty()) {
                continue;
            }
            SourceFile text = new SourceFile(file.path(), current.markdown());
            List<Edit> edits = edits(rule, text, current.page().get());
            ParsedFile next = ParsedFile.of(file.with(Edit.applied(text.text(), edits)));
            if (!edits.isEmpty() && saysTheSame(rule, current, next)) {
                current = next;
                rules.add(rule);
            }
        }
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mended(file.with(current.markdown()).bytes(), rules));
    }

    private List<Edit> edits(Rule rule, SourceFile file, String page) {
        if (rule == Rule.RELATED) {
            List<String> missing = missing(file.path());
            return missing.isEmpty()
                    ? List.of()
                    : SlugList.related(file).flatMap(list -> list.adding(missing)).stream()
                            .toList();
        }
        List<Flaw> flaws = rule == Rule.ANCHOR ? links.of(file, page) : Form.of(file);
        return flaws.stream()
                .filter(flaw -> flaw.diagnostic().rule() == rule)
                .flatMap(flaw -> flaw.edits().stream())
                .toList();
    }

    /** Returns whom an article has to name in return, as far as there is room. */
    private List<String> missing(String path) {
        return library.articles().stream()
                .filter(article -> article.path().equals(path))
                .findFirst()
                .map(this::missing)
                .orElse(List.of());
    }

    private List<String> missing(Article article) {
        Set<String> named = new HashSet<>();
        article.references(Relation.RELATED).map(Reference::target).forEach(named::add);
        return library.articles().stream()
                // The wiki's own articles know nothing of a team's.
                .filter(other -> article.isLocal() || !other.isLocal())
                .filter(other -> other != article && !named.contains(other.slug()))
                .filter(
                        other ->
                                other.references(Relation.RELATED)
                                        .anyMatch(one -> one.target().equals(article.slug())))
                .sorted(Comparator.comparing(Article::path))
                .map(Article::slug)
                .limit(Math.max(0, Standards.MOST_RELATED - named.size()))
                .toList();
    }

    private static boolean saysTheSame(Rule rule, ParsedFile before, ParsedFile after) {
        return after.page().equals(before.page())
                && after.diagnostics().stream().filter(Diagnostic::isError).findAny().isEmpty()
                && (rule == Rule.ANCHOR || shown(before).equals(shown(after)))
                && (rule != Rule.KEY_ORDER || head(before).equals(head(after)));
    }

    private static List<String> shown(ParsedFile file) {
        Stream<Section> sections =
                Stream.concat(
                        file.article().stream().flatMap(one -> one.sections().stream()),
                        file.note().stream().flatMap(one -> one.sections().stream()));
        return Stream.concat(
                        file.collection().stream().map(Collection::html),
                        sections.flatMap(
                                section ->
                                        Stream.concat(
                                                Stream.of(section.html()),
                                                section.parts().stream().map(Section.Part::html))))
                .toList();
    }

    /** The head but for its places, which may change. */
    private static String head(ParsedFile file) {
        return PLACE.matcher(file.article().map(one -> one.head().toString()).orElse(""))
                .replaceAll("");
    }
}
