package wiki.errorcodes.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All articles and collections of a wiki, in their order. Immutable. */
public final class Library {

    private final List<Collection> collections;
    private final Map<String, List<Article>> byCollection;
    private final Map<String, Article> bySlug;
    private final Map<String, Article> byAlias;
    private final Map<String, Article> byCode;
    private final Map<String, List<Article>> byTag;

    /** Found when first asked for: every answer asks, and the whole text has to be read for it. */
    private final Map<Article, Set<String>> placeholders = new ConcurrentHashMap<>();

    private Library(List<Article> articles, List<Collection> collections) {
        Set<String> described =
                collections.stream().map(Collection::slug).collect(Collectors.toSet());
        Stream<Collection> undescribed =
                articles.stream()
                        .map(Article::collection)
                        .distinct()
                        .filter(slug -> !described.contains(slug))
                        .map(Collection::undescribed);
        this.collections =
                Stream.concat(collections.stream(), undescribed)
                        .sorted(
                                Comparator.comparingInt(Collection::order)
                                        .thenComparing(Collection::slug))
                        .toList();
        this.byCollection = new LinkedHashMap<>();
        this.bySlug = new LinkedHashMap<>();
        this.byAlias = new HashMap<>();
        this.byCode = new HashMap<>();
        this.byTag = new TreeMap<>();
        Map<String, List<Article>> folders = new HashMap<>();
        for (Article article : articles) {
            folders.computeIfAbsent(article.collection(), any -> new ArrayList<>()).add(article);
        }
        for (Collection collection : this.collections) {
            List<Article> folder = folders.getOrDefault(collection.slug(), new ArrayList<>());
            folder.sort(readingOrder(collection));
            byCollection.put(collection.slug(), List.copyOf(folder));
            folder.forEach(this::add);
        }
    }

    /**
     * @param articles in any order
     * @param collections in any order
     */
    public static Library of(List<Article> articles, List<Collection> collections) {
        return new Library(articles, collections);
    }

    private static Comparator<Article> readingOrder(Collection collection) {
        Map<String, Integer> places = new HashMap<>();
        collection.articles().forEach(slug -> places.putIfAbsent(slug, places.size()));
        return Comparator.<Article>comparingInt(
                        article -> places.getOrDefault(article.slug(), Integer.MAX_VALUE))
                .thenComparing(Article::title)
                .thenComparing(Article::slug);
    }

    private void add(Article article) {
        bySlug.putIfAbsent(article.slug(), article);
        article.references(Reference.Relation.ALIAS)
                .forEach(alias -> byAlias.putIfAbsent(alias.target(), article));
        for (Code code : article.head().codes()) {
            byCode.putIfAbsent(codeKey(code.identifier()), article);
            code.number()
                    .ifPresent(number -> byCode.putIfAbsent(Integer.toString(number), article));
        }
        article.head()
                .tags()
                .forEach(tag -> byTag.computeIfAbsent(tag, any -> new ArrayList<>()).add(article));
    }

    /** Returns every article, collection by collection. */
    public List<Article> articles() {
        return List.copyOf(bySlug.values());
    }

    public List<Collection> collections() {
        return collections;
    }

    public Optional<Collection> collection(String slug) {
        return collections.stream()
                .filter(collection -> collection.slug().equals(slug))
                .findFirst();
    }

    /**
     * Returns the articles of a collection in reading order; empty when there is no such
     * collection.
     */
    public List<Article> in(String collection) {
        return byCollection.getOrDefault(collection, List.of());
    }

    public Optional<Article> article(String slug) {
        return Optional.ofNullable(bySlug.get(slug));
    }

    /** Returns the article that once had this slug. */
    public Optional<Article> renamed(String oldSlug) {
        return Optional.ofNullable(byAlias.get(oldSlug));
    }

    /**
     * Returns the article of an identifier, in any letter case, with or without {@code net::}, or
     * of its number.
     */
    public Optional<Article> byCode(String identifier) {
        return Optional.ofNullable(byCode.get(codeKey(identifier)));
    }

    /** Returns the articles of each tag, tags in alphabetical order. */
    public Map<String, List<Article>> tags() {
        Map<String, List<Article>> copy = new LinkedHashMap<>();
        byTag.forEach((tag, articles) -> copy.put(tag, List.copyOf(articles)));
        return copy;
    }

    public List<Article> tagged(String tag) {
        return List.copyOf(byTag.getOrDefault(tag, List.of()));
    }

    /** Returns the existing articles that a reference of this relation leads to. */
    public List<Article> follow(Article article, Reference.Relation relation) {
        List<Article> found = new ArrayList<>();
        for (Reference reference : article.head().references()) {
            if (reference.relation() == relation) {
                article(reference.target()).ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * Returns the names of the values that an article has places for, in the order of its text.
     *
     * @param article one of this library
     */
    public Set<String> placeholders(Article article) {
        // Asked for before it is made: computeIfAbsent alone locks even when there is a value.
        Set<String> known = placeholders.get(article);
        return known != null
                ? known
                : placeholders.computeIfAbsent(article, Library::placeholdersOf);
    }

    private static Set<String> placeholdersOf(Article article) {
        Set<String> names = new LinkedHashSet<>();
        article.sections().forEach(section -> names.addAll(Filling.names(section.html())));
        for (Section section : article.sections()) {
            section.parts().forEach(part -> names.addAll(Filling.names(part.html())));
        }
        for (Note note : article.notes()) {
            note.sections().forEach(section -> names.addAll(Filling.names(section.html())));
        }
        return Collections.unmodifiableSet(names);
    }

    /** Returns the articles with the latest review first; those never reviewed are left out. */
    public List<Article> recentlyReviewed(int limit) {
        Comparator<Article> latest =
                Comparator.comparing(
                                (Article article) ->
                                        article.head().reviewed().orElse(LocalDate.MIN))
                        .reversed();
        return bySlug.values().stream()
                .filter(article -> article.head().reviewed().isPresent())
                .sorted(latest.thenComparing(Article::title))
                .limit(limit)
                .toList();
    }

    /** Returns the spelling under which an identifier is looked up. */
    public static String codeKey(String identifier) {
        String key = identifier.strip().toLowerCase(Locale.ROOT);
        return key.startsWith("net::") ? key.substring("net::".length()) : key;
    }
}
