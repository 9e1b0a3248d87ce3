package wiki.errorcodes.cli;

/**
 * Something the operator has to change: one line that says what, where and what to do; exit code 2.
 */
final class UsageException extends RuntimeException {

    UsageException(String message) {
        super(message);
    }
}
