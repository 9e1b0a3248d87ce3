package wiki.errorcodes.content;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Decision;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Reference.Relation;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.article.Slug;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.signature.Placeholder;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.Span;
import wiki.errorcodes.source.Suggestion;

/** Reads the head of an article. Everything wrong is reported; what is right is kept. */
final class FrontMatterParser {

    private static final List<String> WORDING_KEYS = List.of("text", "since", "until");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*");

    private final Yaml yaml;
    private final Map<String, Yaml.Entry> entries;

    FrontMatterParser(Yaml yaml, Map<String, Yaml.Entry> entries) {
        this.yaml = yaml;
        this.entries = entries;
    }

    FrontMatter parse() {
        yaml.onlyKeys(entries, FrontMatterKey.keys());
        String title = required(FrontMatterKey.TITLE);
        String summary = required(FrontMatterKey.SUMMARY);
        List<Reference> references = new ArrayList<>();
        references.addAll(slugs("related", Relation.RELATED));
        references.addAll(slugs("consequence_of", Relation.CONSEQUENCE_OF));
        references.addAll(tellApart());
        references.addAll(slugs("aliases", Relation.ALIAS));
        return new FrontMatter(
                title,
                summary,
                severity(),
                tags(),
                codes(),
                wordings(),
                examples(),
                defaults(),
                references,
                decisions(),
                sources(),
                reviewed());
    }

    private Optional<Node> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(Yaml.Entry::value);
    }

    private Optional<Yaml.Text> text(String key) {
        return value(key).flatMap(node -> yaml.text(node, key));
    }

    private String required(FrontMatterKey of) {
        String key = of.key();
        int longest = of.longest();
        if (value(key).isEmpty()) {
            yaml.report(
                    Rule.MISSING_KEY,
                    Span.START,
                    "no " + key + " in the front matter",
                    "add " + key + ": …");
            return "";
        }
        return text(key)
                .map(
                        text -> {
                            if (text.value().isBlank()) {
                                yaml.report(Rule.MISSING_KEY, text.span(), key + " is empty", "");
                            } else if (text.value().length() > longest) {
                                yaml.report(
                                        Rule.BAD_VALUE,
                                        text.span(),
                                        key
                                                + " has "
                                                + text.value().length()
                                                + " characters, at most "
                                                + longest
                                                + " fit",
                                        "say it shorter");
                            }
                            return text.value().strip();
                        })
                .orElse("");
    }

    private Severity severity() {
        return text("severity")
                .map(
                        text ->
                                Severity.of(text.value())
                                        .orElseGet(
                                                () -> {
                                                    yaml.report(
                                                            Rule.BAD_VALUE,
                                                            text.span(),
                                                            "severity must be info, warning or error, not \""
                                                                    + text.value()
                                                                    + "\"",
                                                            "");
                                                    return Severity.ERROR;
                                                }))
                .orElse(Severity.ERROR);
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        for (Yaml.Text tag :
                value("tags").map(node -> yaml.texts(node, "tags")).orElse(List.of())) {
            if (!Slug.isValid(tag.value())) {
                yaml.report(
                        Rule.BAD_VALUE,
                        tag.span(),
                        "the tag \"" + tag.value() + "\" is not in kebab-case",
                        "write \"" + Slug.of(tag.value()) + "\"");
            } else if (!tags.contains(tag.value())) {
                tags.add(tag.value());
            }
        }
        return tags;
    }

    private List<Code> codes() {
        List<Code> codes = new ArrayList<>();
        for (Node item : value("codes").map(node -> yaml.items(node, "codes")).orElse(List.of())) {
            if (item instanceof MappingNode) {
                Map<String, Yaml.Entry> pair = yaml.mapping(item, "a code");
                pair.values()
                        .forEach(
                                entry ->
                                        codes.add(
                                                new Code(
                                                        entry.key(),
                                                        yaml.number(
                                                                entry.value(),
                                                                "the number of " + entry.key()),
                                                        entry.span())));
            } else {
                yaml.text(item, "a code")
                        .ifPresent(
                                text ->
                                        codes.add(
                                                new Code(
                                                        text.value().strip(),
                                                        OptionalInt.empty(),
                                                        text.span())));
            }
        }
        return codes;
    }

    private List<Wording> wordings() {
        List<Wording> wordings = new ArrayList<>();
        Map<String, Yaml.Entry> browsers =
                value("messages").map(node -> yaml.mapping(node, "messages")).orElse(Map.of());
        for (Yaml.Entry entry : browsers.values()) {
            Optional<Browser> browser = Browser.of(entry.key());
            if (browser.isEmpty()) {
                yaml.report(
                        Rule.UNKNOWN_KEY,
                        entry.span(),
                        "unknown browser \"" + entry.key() + "\"",
                        Suggestion.didYouMean(
                                entry.key(),
                                List.of("chrome", "firefox", "safari"),
                                "the browsers are chrome, firefox, safari"));
                continue;
            }
            List<Node> items =
                    entry.value() instanceof MappingNode
                            ? List.of(entry.value())
                            : yaml.items(entry.value(), "the messages of " + entry.key());
            items.forEach(item -> wordings.addAll(wording(browser.get(), item)));
        }
        return wordings;
    }

    private List<Wording> wording(Browser browser, Node item) {
        if (!(item instanceof MappingNode)) {
            return yaml.text(item, "a message")
                    .flatMap(text -> template(text, item))
                    .map(
                            template ->
                                    List.of(
                                            new Wording(
                                                    browser,
                                                    template,
                                                    0,
                                                    0,
                                                    "en",
                                                    yaml.span(item))))
                    .orElse(List.of());
        }
        Map<String, Yaml.Entry> keys = yaml.mapping(item, "a message");
        if (!keys.containsKey("text")
                && keys.keySet().stream().allMatch(key -> LANGUAGE.matcher(key).matches())) {
            List<Wording> translated = new ArrayList<>();
            keys.values()
                    .forEach(
                            entry ->
                                    yaml.text(entry.value(), "a message")
                                            .flatMap(text -> template(text, entry.value()))
                                            .ifPresent(
                                                    template ->
                                                            translated.add(
                                                                    new Wording(
                                                                            browser,
                                                                            template,
                                                                            0,
                                                                            0,
                                                                            entry.key(),
                                                                            yaml.span(
                                                                                    entry
                                                                                            .value())))));
            return translated;
        }
        yaml.onlyKeys(keys, WORDING_KEYS);
        Yaml.Entry text = keys.get("text");
        if (text == null) {
            yaml.report(Rule.MISSING_KEY, yaml.span(item), "a message needs text:", "");
            return List.of();
        }
        int since = version(keys, "since");
        int until = version(keys, "until");
        return yaml.text(text.value(), "a message")
                .flatMap(found -> template(found, text.value()))
                .map(
                        template ->
                                List.of(
                                        new Wording(
                                                browser,
                                                template,
                                                since,
                                                until,
                                                "en",
                                                yaml.span(text.value()))))
                .orElse(List.of());
    }

    private int version(Map<String, Yaml.Entry> keys, String key) {
        Yaml.Entry entry = keys.get(key);
        return entry == null ? 0 : yaml.number(entry.value(), key).orElse(0);
    }

    private Optional<MessageTemplate> template(Yaml.Text text, Node node) {
        try {
            return Optional.of(MessageTemplate.parse(text.value()));
        } catch (MessageTemplate.SyntaxException e) {
            Span place = yaml.within(text, node, e.offset());
            if (e.isUnknownName()) {
                String rest = text.value().substring(e.offset());
                String name = rest.substring(0, rest.indexOf('}'));
                yaml.report(
                        Rule.PLACEHOLDER,
                        place,
                        String.valueOf(e.getMessage()),
                        Suggestion.didYouMean(
                                name,
                                Placeholder.names(),
                                "the vocabulary is in src/docs/writing-articles.md"));
            } else {
                yaml.report(Rule.TEMPLATE, place, String.valueOf(e.getMessage()), "");
            }
            return Optional.empty();
        }
    }

    private List<FrontMatter.Example> examples() {
        return value("examples")
                .map(node -> yaml.texts(node, "examples"))
                .orElse(List.of())
                .stream()
                .map(text -> new FrontMatter.Example(text.value().stripTrailing(), text.span()))
                .toList();
    }

    private Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (Yaml.Entry entry :
                value("defaults")
                        .map(node -> yaml.mapping(node, "defaults"))
                        .orElse(Map.of())
                        .values()) {
            if (Placeholder.named(entry.key()).isEmpty()) {
                yaml.report(
                        Rule.PLACEHOLDER,
                        entry.span(),
                        "no placeholder \"" + entry.key() + "\" in the vocabulary",
                        Suggestion.didYouMean(
                                entry.key(),
                                Placeholder.names(),
                                "the vocabulary is in src/docs/writing-articles.md"));
            } else {
                yaml.text(entry.value(), "the default of " + entry.key())
                        .ifPresent(text -> defaults.put(entry.key(), text.value()));
            }
        }
        return defaults;
    }

    private List<Reference> slugs(String key, Relation relation) {
        List<Reference> references = new ArrayList<>();
        for (Yaml.Text slug : value(key).map(node -> yaml.texts(node, key)).orElse(List.of())) {
            slug(slug.value(), slug.span())
                    .ifPresent(
                            valid ->
                                    references.add(
                                            new Reference(relation, valid, "", slug.span())));
        }
        return references;
    }

    private List<Reference> tellApart() {
        List<Reference> references = new ArrayList<>();
        for (Yaml.Entry entry :
                value("tell_apart")
                        .map(node -> yaml.mapping(node, "tell_apart"))
                        .orElse(Map.of())
                        .values()) {
            Optional<Yaml.Text> note = yaml.text(entry.value(), "the note on " + entry.key());
            slug(entry.key(), entry.span())
                    .ifPresent(
                            slug ->
                                    references.add(
                                            new Reference(
                                                    Relation.TELL_APART,
                                                    slug,
                                                    note.map(text -> text.value().strip())
                                                            .orElse(""),
                                                    entry.span())));
        }
        return references;
    }

    private Optional<String> slug(String text, Span span) {
        if (Slug.isValid(text)) {
            return Optional.of(text);
        }
        yaml.report(
                Rule.BAD_VALUE,
                span,
                "\"" + text + "\" is not a slug",
                "a slug is the file name without .md, in kebab-case");
        return Optional.empty();
    }

    private List<Decision> decisions() {
        List<Decision> decisions = new ArrayList<>();
        for (Node item :
                value("decide").map(node -> yaml.items(node, "decide")).orElse(List.of())) {
            Map<String, Yaml.Entry> keys = yaml.mapping(item, "a question of decide");
            yaml.onlyKeys(keys, List.of("ask", "answers"));
            Yaml.Entry ask = keys.get("ask");
            Yaml.Entry answers = keys.get("answers");
            if (ask == null || answers == null) {
                yaml.report(
                        Rule.MISSING_KEY,
                        yaml.span(item),
                        "a question of decide needs ask: and answers:",
                        "");
                continue;
            }
            List<Decision.Answer> read = new ArrayList<>();
            for (Yaml.Entry answer : yaml.mapping(answers.value(), "answers").values()) {
                yaml.text(answer.value(), "the article of an answer")
                        .flatMap(
                                target ->
                                        slug(target.value(), target.span())
                                                .map(
                                                        slug ->
                                                                new Decision.Answer(
                                                                        answer.key(),
                                                                        slug,
                                                                        target.span())))
                        .ifPresent(read::add);
            }
            yaml.text(ask.value(), "ask")
                    .ifPresent(question -> decisions.add(new Decision(question.value(), read)));
        }
        return decisions;
    }

    private List<FrontMatter.Source> sources() {
        List<FrontMatter.Source> sources = new ArrayList<>();
        for (Node item :
                value("sources").map(node -> yaml.items(node, "sources")).orElse(List.of())) {
            Map<String, Yaml.Entry> keys = yaml.mapping(item, "a source");
            yaml.onlyKeys(keys, List.of("title", "url"));
            Yaml.Entry title = keys.get("title");
            Yaml.Entry url = keys.get("url");
            if (title == null || url == null) {
                yaml.report(
                        Rule.MISSING_KEY, yaml.span(item), "a source needs title: and url:", "");
                continue;
            }
            Optional<Yaml.Text> address = yaml.text(url.value(), "url");
            address.filter(text -> !isWebAddress(text.value()))
                    .ifPresent(
                            text ->
                                    yaml.report(
                                            Rule.BAD_VALUE,
                                            text.span(),
                                            "\"" + text.value() + "\" is not a web address",
                                            "it starts with https://"));
            yaml.text(title.value(), "title")
                    .ifPresent(
                            text ->
                                    address.filter(found -> isWebAddress(found.value()))
                                            .ifPresent(
                                                    found ->
                                                            sources.add(
                                                                    new FrontMatter.Source(
                                                                            text.value(),
                                                                            found.value()))));
        }
        return sources;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    Optional<LocalDate> reviewed() {
        return text("reviewed")
                .flatMap(
                        text -> {
                            try {
                                return Optional.of(LocalDate.parse(text.value()));
                            } catch (DateTimeParseException e) {
                                yaml.report(
                                        Rule.BAD_VALUE,
                                        text.span(),
                                        "reviewed must be a date such as 2026-11-23, not \""
                                                + text.value()
                                                + "\"",
                                        "");
                                return Optional.empty();
                            }
                        });
    }
}
