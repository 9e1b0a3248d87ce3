package wiki.errorcodes.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Secrets;
import wiki.errorcodes.search.Verdict;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.site.Site;
import wiki.errorcodes.source.Diagnostic;

/** A page: what its template needs, and nothing else. One record, one template of the same name. */
public sealed interface Page {

    /** The title of the page, without the name of the wiki. */
    String title();

    /** One or two sentences for search engines and previews. */
    String description();

    /** The address of the page without host, or empty when it has none of its own. */
    String path();

    /** The file under {@code src/main/jte}. */
    String template();

    /** What the search field shows. */
    default String query() {
        return "";
    }

    /** Structured data for search engines, ready to stand in a script element; empty for none. */
    default String jsonLd() {
        return "";
    }

    /** The start: the paste box, the collections, what was reviewed last. */
    record Home(Library library, List<Article> recent, List<String> samples) implements Page {
        static Home of(Site site) {
            // One of each of the first collections.
            List<String> samples = site.library().collections().stream()
                    .flatMap(collection -> site.library().in(collection.slug()).stream().limit(1))
                    .flatMap(article -> article.head().examples().stream().limit(1))
                    .map(example -> example.text().lines().findFirst().orElse(""))
                    .filter(line -> line.length() > 24 && line.length() < 240)
                    .limit(3)
                    .toList();
            return new Home(site.library(), site.library().recentlyReviewed(6), samples);
        }

        @Override
        public String title() {
            return "Error Codes Wiki";
        }

        @Override
        public String description() {
            return "Paste what the browser printed and land on the cause and the fix.";
        }

        @Override
        public String path() {
            return "/";
        }

        @Override
        public String template() {
            return "home.jte";
        }
    }

    /** An article with everything in its model. */
    record ArticlePage(Article article, Collection collection, Library library, Filling filling) implements Page {
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

        public List<Section.Part> parts(SectionKind kind) {
            return article.parts(kind);
        }

        public Optional<Section> section(SectionKind kind) {
            return article.section(kind);
        }

        public List<Article> related() {
            return library.follow(article, Relation.RELATED);
        }

        public List<Article> causes() {
            return library.follow(article, Relation.CONSEQUENCE_OF);
        }

        /** Returns the articles that this one is confused with, and what to look at. */
        public List<Reference> tellApart() {
            return article.references(Relation.TELL_APART).filter(reference -> library.article(reference.target()).isPresent()).toList();
        }

        public String titleOf(String slug) {
            return library.article(slug).map(Article::title).orElse(slug);
        }

        public boolean exists(String slug) {
            return library.article(slug).isPresent();
        }

        /** Returns other articles of the collection, the next ones in reading order first. */
        public List<Article> more() {
            List<Article> all = library.in(collection.slug());
            int place = all.indexOf(article);
            List<Article> more = new ArrayList<>(all.subList(place + 1, all.size()));
            more.addAll(all.subList(0, place));
            return more.stream().limit(6).toList();
        }

        public Optional<Article> previous() {
            List<Article> all = library.in(collection.slug());
            int place = all.indexOf(article);
            return place > 0 ? Optional.of(all.get(place - 1)) : Optional.empty();
        }

        public Optional<Article> next() {
            List<Article> all = library.in(collection.slug());
            int place = all.indexOf(article);
            return place + 1 < all.size() ? Optional.of(all.get(place + 1)) : Optional.empty();
        }

        public List<Wording> wordings(Browser browser) {
            return article.wordings(browser);
        }

        /** An entry of the table of contents. */
        public record Heading(String anchor, String text) {}

        public List<Heading> contents() {
            List<Heading> contents = new ArrayList<>();
            if (!article.head().wordings().isEmpty() || !article.head().codes().isEmpty()) {
                contents.add(new Heading("what-browsers-print", "What browsers print"));
            }
            if (!article.head().decisions().isEmpty()) {
                contents.add(new Heading("decide", "Find the cause"));
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

    /** All collections. */
    record Collections(Library library) implements Page {
        @Override
        public String title() {
            return "Collections";
        }

        @Override
        public String description() {
            return "All collections of browser errors in this wiki.";
        }

        @Override
        public String path() {
            return "/collections/";
        }

        @Override
        public String template() {
            return "collections.jte";
        }
    }

    /** One collection: its introduction and its articles. */
    record CollectionPage(Collection collection, List<Article> articles) implements Page {
        @Override
        public String title() {
            return collection.title();
        }

        @Override
        public String description() {
            return collection.summary().isEmpty() ? "Browser errors about " + collection.title() + "." : collection.summary();
        }

        @Override
        public String path() {
            return collection.url();
        }

        @Override
        public String template() {
            return "collection.jte";
        }
    }

    /** All tags with the number of their articles. */
    record Tags(Map<String, List<Article>> tags) implements Page {
        @Override
        public String title() {
            return "Tags";
        }

        @Override
        public String description() {
            return "All tags of this wiki.";
        }

        @Override
        public String path() {
            return "/tags/";
        }

        @Override
        public String template() {
            return "tags.jte";
        }
    }

    /** The articles of a tag. */
    record Tag(String name, List<Article> articles) implements Page {
        @Override
        public String title() {
            return "Tag: " + name;
        }

        @Override
        public String description() {
            return "Browser errors tagged " + name + ".";
        }

        @Override
        public String path() {
            return "/tags/" + name;
        }

        @Override
        public String template() {
            return "tag.jte";
        }
    }

    /** Every identifier, A to Z, by browser. */
    record Codes(List<Group> groups) implements Page {

        /** The identifiers of a browser; those of several stand under "All browsers". */
        public record Group(String id, String title, List<Entry> entries) {}

        /** An identifier and its article. */
        public record Entry(Code code, Article article) {}

        static Codes of(Library library) {
            List<Group> groups = new ArrayList<>();
            for (Browser browser : Browser.values()) {
                groups.add(group(library, browser.id(), browser.title(), Optional.of(browser)));
            }
            groups.add(group(library, "all", "All browsers", Optional.empty()));
            return new Codes(groups.stream().filter(group -> !group.entries().isEmpty()).toList());
        }

        private static Group group(Library library, String id, String title, Optional<Browser> browser) {
            List<Entry> entries = library.articles().stream()
                    .flatMap(article -> article.head().codes().stream().map(code -> new Entry(code, article)))
                    .filter(entry -> entry.code().browser().equals(browser))
                    .sorted((a, b) -> Library.codeKey(a.code().identifier()).compareTo(Library.codeKey(b.code().identifier())))
                    .toList();
            return new Group(id, title, entries);
        }

        @Override
        public String title() {
            return "Error codes A–Z";
        }

        @Override
        public String description() {
            return "Every browser error identifier this wiki answers, by browser.";
        }

        @Override
        public String path() {
            return "/codes";
        }

        @Override
        public String template() {
            return "codes.jte";
        }
    }

    /** The answer to a paste or a query. */
    record Search(String query, Explanation explanation, List<Hit> others, Library library, Secrets.Masked masked) implements Page {
        static Search of(Site site, String query, Explanation explanation, List<Hit> hits, Secrets.Masked masked) {
            List<String> shown = explanation.findings().stream().flatMap(finding -> finding.hits().stream()).map(hit -> hit.article().slug()).toList();
            return new Search(query, explanation, hits.stream().filter(hit -> !shown.contains(hit.article().slug())).toList(), site.library(), masked);
        }

        @Override
        public String title() {
            return explanation.isAnswered() ? explanation.findings().get(0).hits().get(0).article().title() : "No article matches";
        }

        @Override
        public String description() {
            return "What the error means and how to fix it.";
        }

        @Override
        public String path() {
            return "";
        }

        @Override
        public String template() {
            return "search.jte";
        }

        public boolean isMatch(Finding finding) {
            return finding.verdict() == Verdict.MATCH;
        }

        public boolean isNone(Finding finding) {
            return finding.verdict() == Verdict.NONE;
        }

        public Filling filling(Hit hit) {
            return new Filling(hit.captures(), hit.article());
        }

        /** Returns what the browser says today instead of an older wording that matched. */
        public Optional<String> today(Hit hit) {
            return hit.wording().filter(wording -> wording.until() > 0)
                    .flatMap(wording -> hit.article().wordings(wording.browser()).stream().filter(other -> other.until() == 0).findFirst())
                    .map(wording -> wording.template().text());
        }

        /** Returns the note that tells a hit from its rivals, if the articles have one. */
        public List<String> tellApart(Finding finding) {
            List<String> notes = new ArrayList<>();
            for (Hit hit : finding.hits()) {
                for (Hit rival : finding.hits()) {
                    hit.article().references(Relation.TELL_APART)
                            .filter(reference -> reference.target().equals(rival.article().slug()))
                            .forEach(reference -> notes.add(rival.article().title() + ": " + reference.note()));
                }
            }
            return notes;
        }

        public String titleOf(String slug) {
            return library.article(slug).map(Article::title).orElse(slug);
        }

        public boolean exists(String slug) {
            return library.article(slug).isPresent();
        }
    }

    /** What this is. */
    record About(int articles, int collections) implements Page {
        @Override
        public String title() {
            return "About";
        }

        @Override
        public String description() {
            return "What Error Codes Wiki is, how it finds errors, and how to use its API.";
        }

        @Override
        public String path() {
            return "/about";
        }

        @Override
        public String template() {
            return "about.jte";
        }
    }

    /** How the content is: for editors. */
    record Status(Site site) implements Page {
        @Override
        public String title() {
            return "Status";
        }

        @Override
        public String description() {
            return "What is wrong with the articles of this wiki, if anything.";
        }

        @Override
        public String path() {
            return "/status";
        }

        @Override
        public String template() {
            return "status.jte";
        }

        public List<Diagnostic> diagnostics() {
            return site.diagnostics();
        }

        public long errors() {
            return site.diagnostics().stream().filter(Diagnostic::isError).count();
        }

        public String took() {
            Duration took = site.took();
            return took.toMillis() + " ms";
        }
    }

    /** Nothing is at this address, or it cannot be answered; offers what is near. */
    record Missing(int status, String title, String detail, String query, List<Hit> near) implements Page {
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
}
