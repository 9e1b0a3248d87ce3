package wiki.errorcodes.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import wiki.errorcodes.content.Image;
import wiki.errorcodes.content.ParsedFile;

/**
 * The SQLite file that holds the parsed content. Disposable: a file of another schema, or a damaged
 * one, is thrown away and filled anew. Every update is one transaction, so a process killed at any
 * moment leaves the old state or the new one, and readers never see half of one. Safe to share
 * between threads.
 */
public final class Index {

    /**
     * Changes with {@code schema.sql} and with anything that changes what is stored for the same
     * file.
     */
    static final int SCHEMA_VERSION = 7;

    private static final String FILE_NAME = "errorwiki.db";
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** Sections fit on it; they go over two of those that SQLite takes by itself. */
    private static final int PAGE_SIZE = 16 * 1024;

    private static final String HASHES =
            """
            SELECT path, hash
            FROM file""";

    private static final String MARKDOWN =
            """
            SELECT markdown
            FROM file
            WHERE path = ? AND hash = ?""";

    private static final String ALL_MARKDOWN =
            """
            SELECT path, markdown
            FROM file""";

    private static final String STAMP =
            """
            SELECT 1
            FROM content
            WHERE stamp = ?""";

    private static final String IMAGE =
            """
            SELECT type, bytes
            FROM image
            WHERE hash = ? AND name = ?
            LIMIT 1""";

    private final Path file;

    private Index(Path file) {
        this.file = file;
    }

    /** Hears how many files have been written. */
    public interface Progress {
        void written(int files);
    }

    /**
     * Opens the index in a data folder, an empty one if there is none or it is of no use.
     *
     * @throws UncheckedIOException if the folder cannot be made or written
     * @throws IndexException if SQLite cannot work there
     */
    public static Index open(Path dataFolder) {
        try {
            Files.createDirectories(dataFolder);
            NativeLibrary.keepIn(dataFolder);
            Index index = new Index(dataFolder.resolve(FILE_NAME));
            if (Files.exists(index.file) && !index.isUsable()) {
                index.delete();
            }
            if (!Files.exists(index.file) || index.isEmpty()) {
                index.create();
            }
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isEmpty() throws IOException {
        return Files.size(file) == 0;
    }

    /** A usable file has our schema version and passes SQLite's own check. */
    private boolean isUsable() throws IOException {
        if (isEmpty()) {
            return true;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
                if (!version.next() || version.getInt(1) != SCHEMA_VERSION) {
                    return false;
                }
            }
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                return check.next() && "ok".equals(check.getString(1));
            }
        } catch (SQLException e) {
            if (isBusy(e)) {
                throw new IndexException("cannot open " + file, e);
            }
            return false;
        }
    }

    private static boolean isBusy(SQLException e) {
        return e instanceof SQLiteException sqlite
                && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_BUSY
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_LOCKED);
    }

    private void delete() throws IOException {
        for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    private void create() {
        // The size of a page is settled before the journal is.
        SQLiteConfig config = writing();
        config.setPageSize(PAGE_SIZE);
        try (Connection connection =
                DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String ddl : schema().split(";\\s*\\n")) {
                    if (!ddl.isBlank()) {
                        statement.executeUpdate(ddl);
                    }
                }
                // The version comes last: a file without it was never finished.
                statement.executeUpdate("PRAGMA user_version = " + SCHEMA_VERSION);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IndexException("cannot create " + file, e);
        }
    }

    private static String schema() {
        try (InputStream in = Index.class.getResourceAsStream("schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("schema.sql is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection writer() throws SQLException {
        SQLiteConfig config = writing();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
    }

    private static SQLiteConfig writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        // Otherwise the driver asks for the key after every single insert.
        config.setGetGeneratedKeys(false);
        return config;
    }

    /** Opens a connection that can only read. The caller closes it. */
    public Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        return DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
    }

    /** Returns the hash of every file in the index, by path. */
    public Map<String, String> hashes() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HASHES)) {
            Map<String, String> hashes = new HashMap<>();
            while (rows.next()) {
                hashes.put(rows.getString(1), rows.getString(2));
            }
            return hashes;
        } catch (SQLException e) {
            throw new IndexException("cannot read " + file, e);
        }
    }

    /**
     * Tells whether the index is the same as some content.
     *
     * @param stamp as in {@link Update#stamp}
     */
    public boolean isOf(String stamp) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(STAMP)) {
            statement.setString(1, stamp);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IndexException("cannot read " + file, e);
        }
    }

    /**
     * A picture as it is served.
     *
     * @param type what it is
     * @param bytes never changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Picture(Image.Type type, byte[] bytes) {}

    /** Returns the picture of an address; empty when no article shows it. */
    public Optional<Picture> picture(String hash, String name) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(IMAGE)) {
            statement.setString(1, hash);
            statement.setString(2, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Picture(Image.Type.valueOf(row.getString(1)), row.getBytes(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IndexException("cannot read a picture from " + file, e);
        }
    }

    /**
     * Puts changed files in place of what the index has for them, and takes removed ones out, all
     * or nothing.
     *
     * @param changed new and changed files
     * @param removed paths of files that are gone
     */
    public void update(List<ParsedFile> changed, Collection<String> removed, Progress progress) {
        if (changed.isEmpty() && removed.isEmpty()) {
            return;
        }
        try (Update update = update()) {
            removed.forEach(update::remove);
            int written = 0;
            for (ParsedFile file : changed) {
                update.put(file);
                progress.written(++written);
            }
            update.commit();
        }
    }

    /**
     * Returns an update that has not begun: nobody is kept from writing before its first change.
     */
    public Update update() {
        return new Update();
    }

    /** Changes that become visible together, or not at all when closed before. For one thread. */
    public final class Update implements AutoCloseable {
        private @Nullable Connection connection;
        private @Nullable IndexWriter writer;

        private Update() {}

        /** Puts a file in place of what the index has for it. */
        public void put(ParsedFile parsed) {
            try {
                writer().remove(parsed.path());
                writer().add(parsed);
            } catch (SQLException e) {
                throw new IndexException("cannot write " + file, e);
            }
        }

        /** Takes a file out; nothing happens when it is not there. */
        public void remove(String path) {
            try {
                writer().remove(path);
            } catch (SQLException e) {
                throw new IndexException("cannot write " + file, e);
            }
        }

        /**
         * Remembers that the index is now the same as some content, until the next change.
         *
         * @param stamp what tells all of it apart from any other content
         */
        public void stamp(String stamp) {
            try {
                writer().stamp(stamp);
            } catch (SQLException e) {
                throw new IndexException("cannot write " + file, e);
            }
        }

        private IndexWriter writer() throws SQLException {
            if (writer == null) {
                connection = Index.this.writer();
                connection.setAutoCommit(false);
                writer = new IndexWriter(connection);
                writer.unstamp();
            }
            return writer;
        }

        /** Makes the changes visible. */
        public void commit() {
            try {
                if (connection != null) {
                    connection.commit();
                }
            } catch (SQLException e) {
                throw new IndexException("cannot write " + file, e);
            }
        }

        @Override
        public void close() {
            try (Connection open = connection;
                    IndexWriter statements = writer) {
                // Closed in this order: the statements, then the connection.
                return;
            } catch (SQLException e) {
                throw new IndexException("cannot close " + file, e);
            }
        }
    }

    /**
     * Returns the Markdown of a file; empty when the index has no such file, or has it otherwise by
     * now.
     *
     * @param hash of the file that is meant
     */
    public Optional<String> markdown(String path, String hash) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(MARKDOWN)) {
            statement.setString(1, path);
            statement.setString(2, hash);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IndexException("cannot read " + path + " from " + file, e);
        }
    }

    /** Returns the Markdown of every file, by path. */
    public Map<String, String> markdown() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ALL_MARKDOWN)) {
            Map<String, String> markdown = new HashMap<>();
            while (rows.next()) {
                markdown.put(rows.getString(1), rows.getString(2));
            }
            return markdown;
        } catch (SQLException e) {
            throw new IndexException("cannot read " + file, e);
        }
    }

    /**
     * Returns everything that pages and searches need, sorted by path: what {@link #update} was
     * given, without Markdown and pictures.
     */
    public List<ParsedFile> files() {
        try (Connection connection = connect()) {
            return new IndexReader(connection).files();
        } catch (SQLException e) {
            throw new IndexException("cannot read " + file, e);
        }
    }

    /** As {@link #files}, without the sections: a tenth of it. */
    public List<ParsedFile> heads() {
        try (Connection connection = connect()) {
            return new IndexReader(connection).heads();
        } catch (SQLException e) {
            throw new IndexException("cannot read " + file, e);
        }
    }
}
