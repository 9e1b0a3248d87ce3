package wiki.errorcodes.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.Library;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.content.LinkTitles;
import wiki.errorcodes.content.ParsedFile;

/**
 * Makes a library of parsed files: one article for each slug, notes with their articles, titles in
 * links. Takes over from the site before what cannot have changed.
 */
final class Shelving {

    private final SortedMap<String, ParsedFile> files;
    private final Optional<Site> before;
    private final Map<String, Article> shelved = new HashMap<>();
    private final Map<String, List<Note>> notes = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();

    Shelving(SortedMap<String, ParsedFile> files, Optional<Site> before) {
        this.files = files;
        this.before = before;
        before.ifPresent(
                site ->
                        site.library()
                                .articles()
                                .forEach(article -> shelved.put(article.path(), article)));
        for (ParsedFile file : files.values()) {
            file.note()
                    .ifPresent(
                            note ->
                                    notes.computeIfAbsent(
                                                    note.target().target(),
                                                    any -> new ArrayList<>())
                                            .add(note));
        }
    }

    Library library() {
        List<Article> articles = articles();
        articles.forEach(article -> titles.put(article.slug(), Filling.escaped(article.title())));
        boolean sameTitles =
                before.isPresent()
                        && before.get().library().articles().size() == articles.size()
                        && before.get().library().articles().stream()
                                .allMatch(
                                        old ->
                                                Filling.escaped(old.title())
                                                        .equals(titles.get(old.slug())));
        List<Article> linked =
                articles.stream()
                        .map(article -> sameTitles ? kept(article) : resolved(article))
                        .toList();
        List<Collection> introductions =
                described(files.values().stream().flatMap(file -> file.collection().stream()))
                        .stream()
                        .map(one -> one.withHtml(resolved(one.html())))
                        .toList();
        return Library.of(linked, introductions);
    }

    /** Returns the article of each slug; the wiki's own comes before one of an overlay. */
    private List<Article> articles() {
        List<Article> articles = new ArrayList<>();
        Set<String> slugs = new HashSet<>();
        files.values().stream()
                .flatMap(file -> file.article().or(() -> lastGood(file)).stream())
                .sorted(Comparator.comparing(Article::isLocal).thenComparing(Article::path))
                .filter(article -> slugs.add(article.slug()))
                .forEach(articles::add);
        return articles;
    }

    /** A file that has an error now is served as it was. */
    private Optional<Article> lastGood(ParsedFile file) {
        return file.diagnostics().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(shelved.get(file.path()));
    }

    /** Returns one description for each collection; the wiki's own where there are two. */
    private static List<Collection> described(Stream<Collection> collections) {
        Set<String> slugs = new HashSet<>();
        return collections
                .sorted(Comparator.comparing(Collection::isLocal).thenComparing(Collection::path))
                .filter(collection -> slugs.add(collection.slug()))
                .toList();
    }

    private Article kept(Article article) {
        Article known = shelved.get(article.path());
        return known != null
                        && known.hash().equals(article.hash())
                        && known.notes().isEmpty()
                        && !notes.containsKey(article.slug())
                ? known
                : resolved(article);
    }

    private Article resolved(Article article) {
        return article.with(
                resolved(article.sections()),
                notes.getOrDefault(article.slug(), List.of()).stream()
                        .map(note -> note.with(resolved(note.sections())))
                        .toList());
    }

    private List<Section> resolved(List<Section> sections) {
        return sections.stream().map(this::resolved).toList();
    }

    private Section resolved(Section section) {
        List<Section.Part> parts =
                section.parts().stream()
                        .map(
                                part ->
                                        new Section.Part(
                                                part.heading(),
                                                part.anchor(),
                                                resolved(part.html()),
                                                part.text()))
                        .toList();
        return new Section(
                section.kind(),
                section.heading(),
                section.anchor(),
                resolved(section.html()),
                section.text(),
                parts);
    }

    /** Puts titles where the text has {@code [[slug]]}. */
    private String resolved(String html) {
        return LinkTitles.resolved(
                html, slug -> Optional.ofNullable(titles.get(slug)).orElse(slug));
    }
}
