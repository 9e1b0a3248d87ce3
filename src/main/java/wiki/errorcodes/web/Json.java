package wiki.errorcodes.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Decision;
import wiki.errorcodes.article.Filling;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.article.QuickAnswer;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.search.Completion;
import wiki.errorcodes.search.Explanation;
import wiki.errorcodes.search.Finding;
import wiki.errorcodes.search.Hit;
import wiki.errorcodes.search.Snippet;

/** The shapes of {@code /api/v1}: keys in snake_case, stable. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts are always JSON", e);
        }
    }

    static Map<String, Object> results(String query, List<Hit> hits) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("query", query);
        json.put("results", hits.stream().map(Json::hit).toList());
        return json;
    }

    static Map<String, Object> explanation(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("errors", explanation.findings().stream().map(Json::finding).toList());
        List<Map<String, Object>> unexplained = new ArrayList<>();
        for (Explanation.Unexplained one : explanation.unexplained()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("text", one.text());
            line.put("line", one.line());
            line.put("count", one.count());
            unexplained.add(line);
        }
        json.put("unexplained", unexplained);
        return json;
    }

    static Map<String, Object> completions(String typed, List<Completion> completions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("query", typed);
        List<Map<String, Object>> suggestions = new ArrayList<>();
        for (Completion completion : completions) {
            Map<String, Object> suggestion = new LinkedHashMap<>();
            suggestion.put("kind", completion.kind().name().toLowerCase(Locale.ROOT));
            suggestion.put("text", completion.text());
            suggestion.put("slug", completion.article().slug());
            suggestion.put("title", completion.article().title());
            suggestion.put("url", completion.article().url());
            suggestions.add(suggestion);
        }
        json.put("suggestions", suggestions);
        return json;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", finding.text());
        json.put("line", finding.line());
        json.put("count", finding.count());
        json.put("verdict", finding.verdict().id());
        finding.consequenceOf().ifPresent(slug -> json.put("consequence_of", slug));
        finding.recognised().ifPresent(sentence -> json.put("recognised", sentence));
        json.put("matches", finding.hits().stream().map(Json::hit).toList());
        return json;
    }

    private static Map<String, Object> hit(Hit hit) {
        Article article = hit.article();
        Filling filling = new Filling(hit.captures(), article);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("slug", article.slug());
        json.put("title", article.title());
        json.put("url", article.url());
        json.put("collection", article.collection());
        json.put("severity", article.head().severity().id());
        json.put("evidence", hit.evidence().id());
        json.put("confidence", Math.round(hit.confidence() * 1000) / 1000.0);
        json.put("snippet_html", html(hit.snippet()));
        json.put("quick_answer", quickAnswer(article.quickAnswer(), filling));
        json.put("captures", hit.captures());
        hit.wording().ifPresent(wording -> json.put("wording", wording(wording)));
        if (!article.head().decisions().isEmpty()) {
            json.put("decide", article.head().decisions().stream().map(Json::decision).toList());
        }
        return json;
    }

    private static Map<String, Object> decision(Decision decision) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ask", decision.ask());
        List<Map<String, Object>> answers = new ArrayList<>();
        for (Decision.Answer answer : decision.answers()) {
            Map<String, Object> reply = new LinkedHashMap<>();
            reply.put("text", answer.text());
            reply.put("slug", answer.target());
            answers.add(reply);
        }
        json.put("answers", answers);
        return json;
    }

    private static Map<String, Object> quickAnswer(QuickAnswer answer, Filling filling) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("question", filling.text(answer.question()));
        json.put("answer_html", filling.html(answer.answerHtml()));
        json.put("answer_text", filling.text(answer.answerText()));
        return json;
    }

    private static Map<String, Object> wording(Wording wording) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("browser", wording.browser().id());
        json.put("template", wording.template().text());
        if (wording.since() > 0) {
            json.put("since", wording.since());
        }
        if (wording.until() > 0) {
            json.put("until", wording.until());
        }
        if (!wording.language().equals("en")) {
            json.put("language", wording.language());
        }
        return json;
    }

    /** Returns a snippet as HTML: escaped text, what matters in {@code mark} elements. */
    static String html(Snippet snippet) {
        StringBuilder html = new StringBuilder();
        boolean open = false;
        for (Snippet.Run run : snippet.runs()) {
            if (run.marked() != open) {
                html.append(open ? "</mark>" : "<mark>");
                open = run.marked();
            }
            html.append(Filling.escaped(run.text()));
        }
        return html.append(open ? "</mark>" : "").toString();
    }

    static Map<String, Object> article(Article article) {
        FrontMatter head = article.head();
        Filling filling = new Filling(Map.of(), article);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("slug", article.slug());
        json.put("title", head.title());
        json.put("summary", head.summary());
        json.put("url", article.url());
        json.put("source_url", article.url() + ".md");
        json.put("collection", article.collection());
        json.put("severity", head.severity().id());
        json.put("tags", head.tags());
        json.put("codes", head.codes().stream().map(Json::code).toList());
        json.put("messages", head.wordings().stream().map(Json::wording).toList());
        json.put("quick_answer", quickAnswer(article.quickAnswer(), filling));
        json.put(
                "sections",
                article.sections().stream().map(section -> section(section, filling)).toList());
        json.put("local", article.isLocal());
        json.put("notes", article.notes().stream().map(note -> note(note, filling)).toList());
        json.put("decide", head.decisions().stream().map(Json::decision).toList());
        json.put("related", targets(article, Reference.Relation.RELATED));
        json.put("consequence_of", targets(article, Reference.Relation.CONSEQUENCE_OF));
        Map<String, String> notes = new LinkedHashMap<>();
        article.references(Reference.Relation.TELL_APART)
                .forEach(reference -> notes.put(reference.target(), reference.note()));
        json.put("tell_apart", notes);
        json.put(
                "sources",
                head.sources().stream()
                        .map(source -> Map.of("title", source.title(), "url", source.url()))
                        .toList());
        head.reviewed().ifPresent(date -> json.put("reviewed", date.toString()));
        return json;
    }

    private static Map<String, Object> note(Note note, Filling filling) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", note.path());
        note.reviewed().ifPresent(date -> json.put("reviewed", date.toString()));
        json.put(
                "sections",
                note.sections().stream().map(section -> section(section, filling)).toList());
        return json;
    }

    private static List<String> targets(Article article, Reference.Relation relation) {
        return article.references(relation).map(Reference::target).toList();
    }

    private static Map<String, Object> code(Code code) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("identifier", code.identifier());
        code.number().ifPresent(number -> json.put("number", number));
        code.browser().ifPresent(browser -> json.put("browser", browser.id()));
        return json;
    }

    private static Map<String, Object> section(Section section, Filling filling) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", section.kind().name().toLowerCase(Locale.ROOT));
        json.put("heading", section.heading());
        json.put("anchor", section.anchor());
        json.put("html", filling.html(section.html()));
        json.put("text", filling.text(section.text()));
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Section.Part part : section.parts()) {
            Map<String, Object> piece = new LinkedHashMap<>();
            if (!part.heading().isEmpty()) {
                piece.put("heading", part.heading());
            }
            piece.put("html", filling.html(part.html()));
            piece.put("text", filling.text(part.text()));
            parts.add(piece);
        }
        json.put("parts", parts);
        return json;
    }
}
