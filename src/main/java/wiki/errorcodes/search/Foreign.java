package wiki.errorcodes.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Errors that no browser printed, told by marks that only they have, so that a "no match" can say
 * what they are.
 */
enum Foreign {
    NPM(
            "this looks like an npm error",
            List.of("npm err!", "npm error code", "npm warn", "eresolve", "elifecycle")),
    PYTHON(
            "this looks like a Python traceback",
            List.of(
                    "traceback (most recent call last)",
                    "modulenotfounderror:",
                    "importerror:",
                    "indentationerror:")),
    SQL(
            "this looks like a database error",
            List.of(
                    "sqlstate[",
                    "ora-0",
                    "psycopg2.",
                    "pg::",
                    "syntax error at or near",
                    "mysql_",
                    "duplicate entry '")),
    JAVA(
            "this looks like a Java or Gradle error",
            List.of(
                    "exception in thread \"",
                    "org.gradle.",
                    "java.lang.",
                    "execution failed for task",
                    "build failed with an exception",
                    "caused by: java",
                    "org.springframework.")),
    PHP(
            "this looks like a PHP error",
            List.of(
                    "php fatal error",
                    "php warning",
                    ".php on line",
                    ".php:",
                    "guzzlehttp\\",
                    "call to undefined function")),
    DOCKER(
            "this looks like a Docker error",
            List.of(
                    "error response from daemon",
                    "docker: error",
                    "driver failed programming external connectivity")),
    NGINX(
            "this looks like a line of a web server's own log",
            List.of("#0: *", "upstream, client:", "connect() failed (111")),
    SERVER_LOG(
            "this looks like a line of a server program's log",
            List.of(
                    "[critical]",
                    "[fatal]",
                    "[notice]",
                    "[emerg]",
                    "level=error",
                    "level=fatal",
                    "systemd[",
                    " error 1 --- [")),
    CURL("this looks like a curl error", List.of("curl error ", "curl: (", "libcurl")),
    REACT(
            "this looks like a React error; its page is at react.dev/errors",
            List.of(
                    "minified react error",
                    "hydration failed because",
                    "text content does not match server-rendered",
                    "invalid hook call",
                    "too many re-renders",
                    "objects are not valid as a react child")),
    NODE_SYSTEM(
            "this looks like a system error of Node.js",
            List.of(
                    "connect econnrefused",
                    "connect etimedout",
                    "getaddrinfo enotfound",
                    "getaddrinfo eai_again",
                    "read econnreset",
                    "listen eaddrinuse",
                    "eacces: permission denied",
                    "enoent: no such file",
                    "errno: -")),
    NODE_MODULE(
            "this looks like a module resolution error of Node.js or a bundler",
            List.of(
                    "cannot find module '",
                    "module not found: error",
                    "err_module_not_found",
                    "can't resolve '",
                    "err_require_esm",
                    "error [err_")),
    TYPESCRIPT(
            "this looks like a TypeScript compiler error",
            List.of("error ts1", "error ts2", "error ts4", "error ts5", "error ts6", "error ts7")),
    GIT(
            "this looks like a git error",
            List.of(
                    "fatal: unable to access",
                    "fatal: not a git repository",
                    "error: failed to push some refs")),
    RUST_GO_C(
            "this looks like a compiler or runtime error of another language",
            List.of(
                    "panic: ",
                    "goroutine ",
                    "error[e0",
                    "segmentation fault",
                    "undefined reference to",
                    "unhandled exception. system.")),
    XCODE(
            "this looks like an Xcode or mobile build error",
            List.of("xcodebuild", "codesign", "cocoapods", "pod install")),
    ANGULAR(
            "this looks like an Angular error; its page is at angular.dev/errors",
            List.of("nullinjectorerror", "ng0100", "ng0200", "ng0300", "error: ng0"));

    private final String sentence;
    private final List<String> marks;

    Foreign(String sentence, List<String> marks) {
        this.sentence = sentence;
        this.marks = marks;
    }

    /** Returns what it is, as half a sentence. */
    String sentence() {
        return sentence;
    }

    static Optional<Foreign> of(String text) {
        String folded = text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('«', ' ');
        Foreign first = null;
        for (int i = 0; i + LEAST <= folded.length(); i++) {
            for (Mark mark : Mark.BEGINNING[Mark.key(folded, i)]) {
                if ((first == null || mark.of().compareTo(first) < 0)
                        && folded.startsWith(mark.text(), i)) {
                    first = mark.of();
                }
            }
        }
        return Optional.ofNullable(first);
    }

    /** Characters of the shortest mark that are looked at together. */
    private static final int LEAST = 3;

    /** A mark and what it tells. Found by its first characters: a text is looked at once. */
    private record Mark(String text, Foreign of) {

        private static final int KEYS = 1024;
        private static final Mark[][] BEGINNING = beginning();

        private static int key(String text, int at) {
            int hash = text.charAt(at) * 31 * 31 + text.charAt(at + 1) * 31 + text.charAt(at + 2);
            return (hash ^ hash >>> 10) & KEYS - 1;
        }

        private static Mark[][] beginning() {
            Mark[][] all = new Mark[KEYS][];
            Arrays.fill(all, new Mark[0]);
            for (Foreign foreign : values()) {
                for (String text : foreign.marks) {
                    int key = key(text, 0);
                    all[key] = Arrays.copyOf(all[key], all[key].length + 1);
                    all[key][all[key].length - 1] = new Mark(text, foreign);
                }
            }
            return all;
        }
    }
}
