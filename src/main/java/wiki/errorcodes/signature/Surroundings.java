package wiki.errorcodes.signature;

/**
 * Tells whether a matched stretch is a message by itself, or a few words in somebody's sentence.
 * Consoles put time stamps, source links, {@code Uncaught}, {@code (in promise)} and the kind of
 * error before it, and punctuation, links and {@code [Learn More]} after it.
 */
final class Surroundings {

    private Surroundings() {}

    static boolean isWhole(String text, int start, int end) {
        return beginsMessage(text, start) && endsMessage(text, end);
    }

    private static boolean beginsMessage(String text, int start) {
        int at = start;
        while (at > 0
                && (text.charAt(at - 1) == ' '
                        || text.charAt(at - 1) == '\t'
                        || text.charAt(at - 1) == '(')) {
            at--;
        }
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        if (before == '\n'
                || before == '\r'
                || before == ':'
                || before == ']'
                || before == '>'
                || before == ')'
                || Tokens.isQuote(before)
                || before == '»'
                || before == '*'
                || before == '|'
                || before == '→'
                || before == '✖'
                || before == '×'
                || before == '⚠') {
            return true;
        }
        int word = at;
        while (word > 0 && Tokens.isWord(text.charAt(word - 1))) {
            word--;
        }
        String previous = text.substring(word, at);
        return previous.equals("Uncaught")
                || previous.endsWith("Error")
                || previous.endsWith("Exception")
                || previous.equals("ERROR")
                || isSourceLink(text, at);
    }

    /** {@code app.js:12:5 message}: the word before ends in a line number. */
    private static boolean isSourceLink(String text, int end) {
        int digits = end;
        while (digits > 0 && Character.isDigit(text.charAt(digits - 1))) {
            digits--;
        }
        return digits < end && digits > 0 && text.charAt(digits - 1) == ':';
    }

    private static boolean endsMessage(String text, int end) {
        int at = end;
        while (at < text.length() && isClosing(text.charAt(at))) {
            at++;
        }
        int blanks = 0;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
            blanks++;
        }
        if (at == text.length()) {
            return true;
        }
        char next = text.charAt(at);
        if (next == '\n'
                || next == '\r'
                || next == '['
                || next == '('
                || next == '\\'
                || next == '@'
                || next == '<'
                || blanks > 1) {
            return true;
        }
        return blanks > 0 && (text.startsWith("at ", at) || startsWithSourceLink(text, at));
    }

    private static boolean isClosing(char c) {
        return c == '.'
                || c == ','
                || c == ')'
                || c == ']'
                || c == ';'
                || c == ':'
                || c == '!'
                || c == '…'
                || Tokens.isQuote(c);
    }

    private static boolean startsWithSourceLink(String text, int at) {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        boolean digit = end > at && Character.isDigit(text.charAt(end - 1));
        return digit && text.substring(at, end).indexOf(':') > 0;
    }
}
