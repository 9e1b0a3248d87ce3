package wiki.errorcodes.index;

/** The index file cannot be used: names the file or the query, and what SQLite said. */
public final class IndexException extends RuntimeException {

    public IndexException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
