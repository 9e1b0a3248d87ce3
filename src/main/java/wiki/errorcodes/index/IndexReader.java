package wiki.errorcodes.index;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Collection;
import wiki.errorcodes.article.Decision;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.SectionKind;
import wiki.errorcodes.article.Severity;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.signature.Browser;
import wiki.errorcodes.signature.MessageTemplate;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Rule;
import wiki.errorcodes.source.Span;

/**
 * Reads rows back as parsed files: one pass over each table, rows of a file in the order they were
 * written.
 */
final class IndexReader {

    private final Connection connection;

    IndexReader(Connection connection) {
        this.connection = connection;
    }

    /** Makes a value of a row; the first column, the file, is already taken. */
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    List<ParsedFile> files() throws SQLException {
        return files(true);
    }

    /** Files without their sections. */
    List<ParsedFile> heads() throws SQLException {
        return files(false);
    }

    private List<ParsedFile> files(boolean whole) throws SQLException {
        // One read transaction: all tables are seen as of the same moment.
        connection.setAutoCommit(false);
        String rows = whole ? " ORDER BY rowid" : " LIMIT 0";
        Map<Long, List<String>> tags =
                rows("SELECT file, name FROM tag ORDER BY rowid", row -> row.getString(2));
        Map<Long, List<Code>> codes =
                rows(
                        "SELECT file, identifier, number, line, col, end_col FROM code ORDER BY rowid",
                        IndexReader::code);
        Map<Long, List<Wording>> wordings =
                rows(
                        "SELECT file, browser, template, since, until, language, line, col, end_col FROM wording ORDER BY rowid",
                        IndexReader::wording);
        Map<Long, List<FrontMatter.Example>> examples =
                rows(
                        "SELECT file, paste, line, col, end_col FROM example ORDER BY rowid",
                        row -> new FrontMatter.Example(row.getString(2), span(row, 3)));
        Map<Long, List<Map.Entry<String, String>>> defaults =
                rows(
                        "SELECT file, name, value FROM fallback ORDER BY rowid",
                        row -> Map.entry(row.getString(2), row.getString(3)));
        Map<Long, List<Reference>> mentions =
                rows(
                        "SELECT file, relation, target, note, line, col, end_col FROM mention ORDER BY rowid",
                        row ->
                                new Reference(
                                        Reference.Relation.valueOf(row.getString(2)),
                                        row.getString(3),
                                        row.getString(4),
                                        span(row, 5)));
        Map<Long, List<AnswerRow>> answers =
                rows(
                        "SELECT file, question, ask, reply, target, line, col, end_col FROM answer ORDER BY rowid",
                        row ->
                                new AnswerRow(
                                        row.getInt(2),
                                        row.getString(3),
                                        new Decision.Answer(
                                                row.getString(4), row.getString(5), span(row, 6))));
        Map<Long, List<FrontMatter.Source>> sources =
                rows(
                        "SELECT file, title, url FROM source ORDER BY rowid",
                        row -> new FrontMatter.Source(row.getString(2), row.getString(3)));
        Map<Long, List<PartRow>> parts =
                rows(
                        "SELECT file, section, heading, anchor, html, body FROM part" + rows,
                        row ->
                                new PartRow(
                                        row.getInt(2),
                                        new Section.Part(
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5),
                                                row.getString(6))));
        Map<Long, List<SectionRow>> sections =
                rows(
                        "SELECT file, place, kind, heading, anchor, html, body FROM section" + rows,
                        row ->
                                new SectionRow(
                                        row.getInt(2),
                                        SectionKind.valueOf(row.getString(3)),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7)));
        Map<Long, List<ArticleRow>> articles =
                rows(
                        "SELECT file, slug, collection, title, summary, severity, reviewed FROM article",
                        row ->
                                new ArticleRow(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        Severity.valueOf(row.getString(6)),
                                        Optional.ofNullable(row.getString(7))
                                                .map(LocalDate::parse)));
        Map<Long, List<String>> ordered =
                rows(
                        "SELECT file, slug FROM collection_article ORDER BY rowid",
                        row -> row.getString(2));
        Map<Long, List<CollectionRow>> collections =
                rows(
                        "SELECT file, slug, title, summary, place, icon, fixes, html, body FROM collection",
                        row ->
                                new CollectionRow(
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getInt(5),
                                        row.getString(6),
                                        Collection.Fixes.valueOf(row.getString(7)),
                                        row.getString(8),
                                        row.getString(9)));
        Map<Long, List<Optional<LocalDate>>> notes =
                rows(
                        "SELECT file, reviewed FROM note",
                        row -> Optional.ofNullable(row.getString(2)).map(LocalDate::parse));
        Map<Long, List<FoundRow>> found =
                rows(
                        "SELECT file, rule, message, hint, line, col, end_col FROM diagnostic ORDER BY rowid",
                        row ->
                                new FoundRow(
                                        Rule.valueOf(row.getString(2)),
                                        row.getString(3),
                                        row.getString(4),
                                        span(row, 5)));

        List<ParsedFile> files = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT id, path, hash FROM file ORDER BY path")) {
            while (row.next()) {
                long id = row.getLong(1);
                String path = row.getString(2);
                String hash = row.getString(3);
                Optional<Article> article =
                        one(articles, id)
                                .map(
                                        head -> {
                                            List<Reference> all = of(mentions, id);
                                            FrontMatter frontMatter =
                                                    new FrontMatter(
                                                            head.title(),
                                                            head.summary(),
                                                            head.severity(),
                                                            of(tags, id),
                                                            of(codes, id),
                                                            of(wordings, id),
                                                            of(examples, id),
                                                            map(of(defaults, id)),
                                                            all.stream()
                                                                    .filter(
                                                                            reference ->
                                                                                    reference
                                                                                                    .relation()
                                                                                            != Reference
                                                                                                    .Relation
                                                                                                    .LINK)
                                                                    .toList(),
                                                            decisions(of(answers, id)),
                                                            of(sources, id),
                                                            head.reviewed());
                                            return new Article(
                                                    head.slug(),
                                                    head.collection(),
                                                    path,
                                                    hash,
                                                    frontMatter,
                                                    sections(of(sections, id), of(parts, id)),
                                                    all.stream()
                                                            .filter(
                                                                    reference ->
                                                                            reference.relation()
                                                                                    == Reference
                                                                                            .Relation
                                                                                            .LINK)
                                                            .toList());
                                        });
                Optional<Collection> collection =
                        one(collections, id)
                                .map(
                                        head ->
                                                new Collection(
                                                        head.slug(),
                                                        path,
                                                        hash,
                                                        head.title(),
                                                        head.summary(),
                                                        head.order(),
                                                        head.icon(),
                                                        head.fixes(),
                                                        head.html(),
                                                        head.text(),
                                                        of(ordered, id),
                                                        of(mentions, id)));
                Optional<Note> note =
                        one(notes, id)
                                .map(
                                        reviewed ->
                                                new Note(
                                                        path,
                                                        hash,
                                                        of(mentions, id).get(0),
                                                        reviewed,
                                                        sections(of(sections, id), of(parts, id)),
                                                        of(mentions, id).stream()
                                                                .skip(1)
                                                                .toList()));
                List<Diagnostic> diagnostics =
                        of(found, id).stream()
                                .map(
                                        each ->
                                                new Diagnostic(
                                                        path,
                                                        each.span(),
                                                        each.rule(),
                                                        each.message(),
                                                        each.hint()))
                                .toList();
                files.add(
                        new ParsedFile(
                                path, hash, "", article, collection, note, List.of(), diagnostics));
            }
        }
        connection.rollback();
        return files;
    }

    private record ArticleRow(
            String slug,
            String collection,
            String title,
            String summary,
            Severity severity,
            Optional<LocalDate> reviewed) {}

    private record CollectionRow(
            String slug,
            String title,
            String summary,
            int order,
            String icon,
            Collection.Fixes fixes,
            String html,
            String text) {}

    private record AnswerRow(int question, String ask, Decision.Answer answer) {}

    private record SectionRow(
            int place, SectionKind kind, String heading, String anchor, String html, String text) {}

    private record PartRow(int section, Section.Part part) {}

    private record FoundRow(Rule rule, String message, String hint, Span span) {}

    private <T> Map<Long, List<T>> rows(String sql, RowReader<T> reader) throws SQLException {
        Map<Long, List<T>> rows = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.computeIfAbsent(row.getLong(1), any -> new ArrayList<>())
                        .add(reader.read(row));
            }
        }
        return rows;
    }

    private static <T> List<T> of(Map<Long, List<T>> rows, long file) {
        return rows.getOrDefault(file, List.of());
    }

    private static <T> Optional<T> one(Map<Long, List<T>> rows, long file) {
        return of(rows, file).stream().findFirst();
    }

    private static Span span(ResultSet row, int column) throws SQLException {
        return new Span(row.getInt(column), row.getInt(column + 1), row.getInt(column + 2));
    }

    private static Code code(ResultSet row) throws SQLException {
        int number = row.getInt(3);
        OptionalInt given = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
        return new Code(row.getString(2), given, span(row, 4));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        try {
            return new Wording(
                    Browser.valueOf(row.getString(2)),
                    MessageTemplate.parse(row.getString(3)),
                    row.getInt(4),
                    row.getInt(5),
                    row.getString(6),
                    span(row, 7));
        } catch (MessageTemplate.SyntaxException e) {
            throw new SQLException("a stored template cannot be read: " + row.getString(3), e);
        }
    }

    private static Map<String, String> map(List<Map.Entry<String, String>> entries) {
        Map<String, String> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private static List<Decision> decisions(List<AnswerRow> rows) {
        Map<Integer, List<AnswerRow>> byQuestion = new LinkedHashMap<>();
        rows.forEach(
                row ->
                        byQuestion
                                .computeIfAbsent(row.question(), any -> new ArrayList<>())
                                .add(row));
        return byQuestion.values().stream()
                .map(
                        same ->
                                new Decision(
                                        same.get(0).ask(),
                                        same.stream().map(AnswerRow::answer).toList()))
                .toList();
    }

    private static List<Section> sections(List<SectionRow> rows, List<PartRow> parts) {
        return rows.stream()
                .map(
                        row ->
                                new Section(
                                        row.kind(),
                                        row.heading(),
                                        row.anchor(),
                                        row.html(),
                                        row.text(),
                                        parts.stream()
                                                .filter(part -> part.section() == row.place())
                                                .map(PartRow::part)
                                                .toList()))
                .toList();
    }
}
