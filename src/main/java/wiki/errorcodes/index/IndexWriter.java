package wiki.errorcodes.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import wiki.errorcodes.article.Article;
import wiki.errorcodes.article.Code;
import wiki.errorcodes.article.Decision;
import wiki.errorcodes.article.FrontMatter;
import wiki.errorcodes.article.Note;
import wiki.errorcodes.article.Reference;
import wiki.errorcodes.article.Section;
import wiki.errorcodes.article.Wording;
import wiki.errorcodes.content.Image;
import wiki.errorcodes.content.ParsedFile;
import wiki.errorcodes.source.Diagnostic;
import wiki.errorcodes.source.Span;

/** Writes parsed files as rows, inside somebody else's transaction. For one thread. */
final class IndexWriter implements AutoCloseable {

    private static final String FIND_FILE = "SELECT id FROM file WHERE path = ?";
    private static final String DELETE_FILE = "DELETE FROM file WHERE id = ?";
    private static final String ADD_FILE =
            "INSERT INTO file (path, hash, markdown) VALUES (?, ?, ?) RETURNING id";

    private static final String UNSTAMP = "DELETE FROM content";
    private static final String STAMP = "INSERT INTO content (stamp) VALUES (?)";

    private final Connection connection;

    /** By the name of the table they insert into, or by their text. */
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    IndexWriter(Connection connection) {
        this.connection = connection;
    }

    /** Takes a file and everything that belongs to it out; nothing happens when it is not there. */
    void remove(String path) throws SQLException {
        PreparedStatement find = bound(query(FIND_FILE), path);
        try (ResultSet row = find.executeQuery()) {
            if (row.next()) {
                long id = row.getLong(1);
                bound(query(DELETE_FILE), id).executeUpdate();
            }
        }
    }

    void unstamp() throws SQLException {
        query(UNSTAMP).executeUpdate();
    }

    void stamp(String stamp) throws SQLException {
        bound(query(STAMP), stamp).executeUpdate();
    }

    void add(ParsedFile file) throws SQLException {
        long id;
        try (ResultSet row =
                bound(query(ADD_FILE), file.path(), file.hash(), file.markdown()).executeQuery()) {
            row.next();
            id = row.getLong(1);
        }
        for (Diagnostic diagnostic : file.diagnostics()) {
            insert(
                    "diagnostic",
                    id,
                    diagnostic.span(),
                    diagnostic.rule().name(),
                    diagnostic.message(),
                    diagnostic.hint());
        }
        if (file.article().isPresent()) {
            article(id, file.article().get());
        }
        if (file.collection().isPresent()) {
            collection(id, file.collection().get());
        }
        if (file.note().isPresent()) {
            note(id, file.note().get());
        }
        images(id, file.images());
    }

    private void images(long id, List<Image> images) throws SQLException {
        for (Image image : images) {
            insert(
                    "image",
                    id,
                    null,
                    image.hash(),
                    image.name(),
                    image.type().name(),
                    image.bytes());
        }
    }

    private void note(long id, Note note) throws SQLException {
        insert(
                "note",
                id,
                null,
                note.target().target(),
                note.reviewed().map(Object::toString).orElse(null));
        mentions(id, List.of(note.target()));
        mentions(id, note.links());
        sections(id, note.sections());
    }

    private void collection(long id, wiki.errorcodes.article.Collection collection)
            throws SQLException {
        insert(
                "collection",
                id,
                null,
                collection.slug(),
                collection.title(),
                collection.summary(),
                collection.order(),
                collection.icon(),
                collection.fixes().name(),
                collection.html(),
                collection.text());
        for (String slug : collection.articles()) {
            insert("collection_article", id, null, slug);
        }
        mentions(id, collection.links());
    }

    private void article(long id, Article article) throws SQLException {
        FrontMatter head = article.head();
        insert(
                "article",
                id,
                null,
                article.slug(),
                article.collection(),
                head.title(),
                head.summary(),
                head.severity().name(),
                head.reviewed().map(Object::toString).orElse(null));
        for (String tag : head.tags()) {
            insert("tag", id, null, tag);
        }
        for (Code code : head.codes()) {
            insert("code", id, code.span(), code.identifier(), number(code.number()));
        }
        for (Wording wording : head.wordings()) {
            insert(
                    "wording",
                    id,
                    wording.span(),
                    wording.browser().name(),
                    wording.template().text(),
                    wording.since(),
                    wording.until(),
                    wording.language());
        }
        for (FrontMatter.Example example : head.examples()) {
            insert("example", id, example.span(), example.text());
        }
        for (Map.Entry<String, String> value : head.defaults().entrySet()) {
            insert("fallback", id, null, value.getKey(), value.getValue());
        }
        mentions(id, head.references());
        mentions(id, article.links());
        int question = 0;
        for (Decision decision : head.decisions()) {
            for (Decision.Answer answer : decision.answers()) {
                insert(
                        "answer",
                        id,
                        answer.span(),
                        question,
                        decision.ask(),
                        answer.text(),
                        answer.target());
            }
            question++;
        }
        for (FrontMatter.Source source : head.sources()) {
            insert("source", id, null, source.title(), source.url());
        }
        sections(id, article.sections());
    }

    private void sections(long id, List<Section> sections) throws SQLException {
        int place = 0;
        for (Section section : sections) {
            insert(
                    "section",
                    id,
                    null,
                    place,
                    section.kind().name(),
                    section.heading(),
                    section.anchor(),
                    section.html(),
                    section.text());
            for (Section.Part part : section.parts()) {
                insert(
                        "part",
                        id,
                        null,
                        place,
                        part.heading(),
                        part.anchor(),
                        part.html(),
                        part.text());
            }
            place++;
        }
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private void mentions(long id, List<Reference> references) throws SQLException {
        for (Reference reference : references) {
            insert(
                    "mention",
                    id,
                    reference.span(),
                    reference.relation().name(),
                    reference.target(),
                    reference.note());
        }
    }

    /**
     * Inserts a row whose first column is the file and whose last three, when given a span, are its
     * place.
     */
    private void insert(String table, long file, @Nullable Span span, @Nullable Object... values)
            throws SQLException {
        @Nullable Object[] row = new Object[values.length + (span == null ? 1 : 4)];
        row[0] = file;
        int columns = 1;
        for (Object value : values) {
            row[columns++] = value;
        }
        if (span != null) {
            row[columns++] = span.line();
            row[columns++] = span.column();
            row[columns] = span.endColumn();
        }
        bound(insertInto(table, row.length), row).executeUpdate();
    }

    /** Returns the statement of a table; made once, because there are millions of rows. */
    private PreparedStatement insertInto(String table, int columns) throws SQLException {
        PreparedStatement statement = statements.get(table);
        // Table names are ours, values are bound.
        return statement != null
                ? statement
                : prepared(
                        table,
                        "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(columns - 1) + ")");
    }

    private PreparedStatement query(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        return statement != null ? statement : prepared(sql, sql);
    }

    private PreparedStatement prepared(String key, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statements.put(key, statement);
        return statement;
    }

    private static PreparedStatement bound(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
