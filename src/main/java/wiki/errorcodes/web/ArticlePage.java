package wiki.errorcodes.web;

import gg.jte.Content;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;
import wiki.errorcodes.article.Stack;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Browser;

/** An article with everything in its model. */
public record ArticlePage(Article article, Collection collection, Library library, Filling filling)
        implements Page {

    /** The first wordings of a browser are shown, the older and rarer ones folded. */
    public static final int WORDINGS = 4;

    private static final int MORE = 6;
    private static final String ENGLISH = "en";

    /** An entry of the table of contents. */
    public record Heading(String anchor, String text) {}

    static ArticlePage of(Article article, Library library) {
        return of(article, library, Map.of());
    }

    /** As {@link #of(Article, Library)}, with the reader's values in the fixes. */
    static ArticlePage of(Article article, Library library, Map<String, String> values) {
        Collection collection = library.collection(article.collection()).orElseThrow();
        return new ArticlePage(article, collection, library, new Filling(values, article));
    }

    /** Returns the values that the article's text has a place for, in the order of the text. */
    public List<Filling.Value> values() {
        return library.placeholders(article).stream().map(filling::value).toList();
    }

    /** Tells whether the reader brought one of them. */
    public boolean isPersonal() {
        return values().stream().anyMatch(Filling.Value::isOwn);
    }

    /**
     * Returns the address of an article with the values of a paste that it has a place for, so that
     * its fixes are filled in there too.
     *
     * @param values those to be seen in the address; what is not usable stays out
     */
    static String address(
            Article article, Library library, Map<String, String> values, Filling filling) {
        StringBuilder query = new StringBuilder();
        for (String name : library.placeholders(article)) {
            String value = values.get(name);
            if (value != null && filling.value(name).isOwn()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        return article.url() + query;
    }

    @Override
    public String title() {
        return article.title();
    }

    @Override
    public String description() {
        return article.summary();
    }

    @Override
    public String path() {
        return article.url();
    }

    @Override
    public String template() {
        return "article.jte";
    }

    @Override
    public String jsonLd(Address address) {
        return StructuredData.of(article, collection, address);
    }

    @Override
    public List<String> scripts() {
        return List.of("article.js");
    }

    @Override
    public String picture() {
        return "/cards/" + article.slug() + ".png";
    }

    /** Returns HTML of the article with its example values in place. */
    public String filled(String html) {
        return filling.html(html);
    }

    /** Returns the question that the quick answer is to. */
    public Content question() {
        return Fragment.fillable(article.quickAnswer().question()).with(filling);
    }

    /** Returns the quick answer, with the values in place. */
    public Content answer() {
        return Fragment.fillableHtml(article.quickAnswer().answerHtml()).with(filling);
    }

    public List<Article> related() {
        return library.follow(article, Relation.RELATED);
    }

    /** Returns the articles about errors that bring this one about. */
    public List<Article> causes() {
        return library.follow(article, Relation.CONSEQUENCE_OF);
    }

    /** Returns the articles that this one is confused with, and what to look at. */
    public List<Reference> tellApart() {
        return article.references(Relation.TELL_APART)
                .filter(reference -> library.article(reference.target()).isPresent())
                .toList();
    }

    public String titleOf(String slug) {
        return library.article(slug).map(Article::title).orElse(slug);
    }

    /** Tells whether there is something to say about how browsers call this error. */
    public boolean isPrinted() {
        return !article.head().wordings().isEmpty() || !article.head().codes().isEmpty();
    }

    /** Returns other articles of the collection, the next ones in reading order first. */
    public List<Article> more() {
        List<Article> all = library.in(collection.slug());
        int place = all.indexOf(article);
        List<Article> more = new ArrayList<>(all.subList(place + 1, all.size()));
        more.addAll(all.subList(0, Math.max(0, place)));
        return more.stream().limit(MORE).toList();
    }

    /** Returns the article before this one in reading order. */
    public Optional<Article> previous() {
        return beside(-1);
    }

    /** Returns the article after this one in reading order. */
    public Optional<Article> next() {
        return beside(1);
    }

    private Optional<Article> beside(int step) {
        List<Article> all = library.in(collection.slug());
        int place = all.indexOf(article) + step;
        return place >= 0 && place < all.size() ? Optional.of(all.get(place)) : Optional.empty();
    }

    /** Returns what a browser prints in English, newest first. */
    public List<Wording> wordings(Browser browser) {
        return article.wordings(browser).stream()
                .filter(wording -> wording.language().equals(ENGLISH))
                .toList();
    }

    /** Returns what a browser prints in other languages. */
    public List<Wording> translations(Browser browser) {
        return article.wordings(browser).stream()
                .filter(wording -> !wording.language().equals(ENGLISH))
                .toList();
    }

    /** Returns what a fix is for, by which a reader's choice is remembered. */
    public String stack(Section.Part part) {
        return Stack.of(part.heading()).map(Stack::title).orElse(part.heading());
    }

    /** Returns the table of contents, in the order of the template. */
    public List<Heading> contents() {
        List<Heading> contents = new ArrayList<>();
        if (!article.notes().isEmpty()) {
            contents.add(new Heading("from-your-team", "From your team"));
        }
        if (!article.head().decisions().isEmpty()) {
            contents.add(new Heading("decide", "Find the cause"));
        }
        if (isPrinted()) {
            contents.add(new Heading("what-browsers-print", "What browsers print"));
        }
        for (Section section : article.sections()) {
            if (section.kind() != SectionKind.QUICK_ANSWER) {
                contents.add(new Heading(section.anchor(), section.heading()));
            }
        }
        if (!tellApart().isEmpty()) {
            contents.add(new Heading("not-to-be-confused-with", "Not to be confused with"));
        }
        if (!article.head().sources().isEmpty()) {
            contents.add(new Heading("sources", "Sources"));
        }
        return contents;
    }
}
