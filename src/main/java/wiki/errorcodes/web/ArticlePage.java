package wiki.errorcodes.web;

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

/** An article with everything in its model. */
public record ArticlePage(Article article, Collection collection, Library library, Filling filling)
        implements Page {

    private static final int MORE = 6;

    /** An entry of the table of contents. */
    public record Heading(String anchor, String text) {}

    static ArticlePage of(Article article, Library library) {
        Collection collection = library.collection(article.collection()).orElseThrow();
        return new ArticlePage(article, collection, library, new Filling(Map.of(), article));
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
    public String jsonLd() {
        return StructuredData.of(article, collection);
    }

    /** Returns HTML of the article with its example values in place. */
    public String filled(String html) {
        return filling.html(html);
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

    /** Returns the table of contents, in the order of the template. */
    public List<Heading> contents() {
        List<Heading> contents = new ArrayList<>();
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
