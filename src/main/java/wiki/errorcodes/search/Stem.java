package wiki.errorcodes.search;

/**
 * The stem of an English word: Porter, "An algorithm for suffix stripping", Program 14(3), 1980, as
 * FTS5 and most search engines have it. {@code requests}, {@code requested} and {@code requesting}
 * are one word. Words of fewer than three letters, and those with anything but a to z in them, stay
 * as they are.
 */
final class Stem {

    private static final int SHORTEST = 3;

    // Each suffix, and what takes its place.
    private static final String[] DOUBLE_SUFFIXES = {
        "ational", "ate", "tional", "tion", "enci", "ence", "anci", "ance", "izer", "ize", "bli",
        "ble", "alli", "al", "entli", "ent", "eli", "e", "ousli", "ous", "ization", "ize", "ation",
        "ate", "ator", "ate", "alism", "al", "iveness", "ive", "fulness", "ful", "ousness", "ous",
        "aliti", "al", "iviti", "ive", "biliti", "ble", "logi", "log"
    };

    private static final String[] SINGLE_SUFFIXES = {
        "icate", "ic", "ative", "", "alize", "al", "iciti", "ic", "ical", "ic", "ful", "", "ness",
        ""
    };

    private static final String[] LAST_SUFFIXES = {
        "al", "", "ance", "", "ence", "", "er", "", "ic", "", "able", "", "ible", "", "ant", "",
        "ement", "", "ment", "", "ent", "", "ou", "", "ism", "", "ate", "", "iti", "", "ous", "",
        "ive", "", "ize", ""
    };

    private final char[] word;
    private int end;

    private Stem(String word) {
        this.word = word.toCharArray();
        end = this.word.length;
    }

    /** Returns the stem of a lower-case word. */
    static String of(String word) {
        if (word.length() < SHORTEST || !isPlain(word)) {
            return word;
        }
        Stem stem = new Stem(word);
        stem.plurals();
        stem.pastAndProgressive();
        stem.finalY();
        stem.doubleSuffixes();
        stem.singleSuffixes();
        stem.lastSuffixes();
        stem.finalE();
        stem.finalDouble();
        return stem.end == word.length() && new String(stem.word).equals(word)
                ? word
                : new String(stem.word, 0, stem.end);
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private boolean isConsonant(int at) {
        return switch (word[at]) {
            case 'a', 'e', 'i', 'o', 'u' -> false;
            case 'y' -> at == 0 || !isConsonant(at - 1);
            default -> true;
        };
    }

    /** Porter's m: how often a consonant follows a vowel in the first letters. */
    private int measure(int length) {
        int measure = 0;
        for (int i = 1; i < length; i++) {
            if (isConsonant(i) && !isConsonant(i - 1)) {
                measure++;
            }
        }
        return measure;
    }

    private boolean hasVowel(int length) {
        for (int i = 0; i < length; i++) {
            if (!isConsonant(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsInDouble(int length) {
        return length >= 2 && word[length - 1] == word[length - 2] && isConsonant(length - 1);
    }

    /** Consonant, vowel, consonant, the last not w, x or y: {@code hop}, not {@code snow}. */
    private boolean endsShort(int length) {
        return length >= 3
                && isConsonant(length - 3)
                && !isConsonant(length - 2)
                && isConsonant(length - 1)
                && "wxy".indexOf(word[length - 1]) < 0;
    }

    private boolean endsWith(String suffix) {
        int from = end - suffix.length();
        if (from < 0) {
            return false;
        }
        for (int i = 0; i < suffix.length(); i++) {
            if (word[from + i] != suffix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Puts other letters, never more, in place of a suffix. */
    private void replace(String suffix, String by) {
        int from = end - suffix.length();
        by.getChars(0, by.length(), word, from);
        end = from + by.length();
    }

    /** Replaces the first suffix that fits, if what is left is long enough. */
    private void replaceFirst(int leastMeasure, String[] pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (endsWith(pairs[i])) {
                if (measure(end - pairs[i].length()) >= leastMeasure) {
                    replace(pairs[i], pairs[i + 1]);
                }
                return;
            }
        }
    }

    private void plurals() {
        if (endsWith("sses")) {
            replace("sses", "ss");
        } else if (endsWith("ies")) {
            replace("ies", "i");
        } else if (endsWith("s") && !endsWith("ss")) {
            replace("s", "");
        }
    }

    private void pastAndProgressive() {
        if (endsWith("eed")) {
            if (measure(end - 3) > 0) {
                replace("eed", "ee");
            }
        } else if (endsWith("ed") && hasVowel(end - 2)) {
            replace("ed", "");
            mend();
        } else if (endsWith("ing") && hasVowel(end - 3)) {
            replace("ing", "");
            mend();
        }
    }

    /** {@code fil} from {@code filing} gets its e back, {@code hopp} loses a letter. */
    private void mend() {
        if (endsWith("at") || endsWith("bl") || endsWith("iz")) {
            word[end++] = 'e';
        } else if (endsInDouble(end) && "lsz".indexOf(word[end - 1]) < 0) {
            end--;
        } else if (measure(end) == 1 && endsShort(end)) {
            word[end++] = 'e';
        }
    }

    private void finalY() {
        if (endsWith("y") && hasVowel(end - 1)) {
            replace("y", "i");
        }
    }

    private void doubleSuffixes() {
        replaceFirst(1, DOUBLE_SUFFIXES);
    }

    private void singleSuffixes() {
        replaceFirst(1, SINGLE_SUFFIXES);
    }

    private void lastSuffixes() {
        if (endsWith("ion")
                && end > 3
                && (word[end - 4] == 's' || word[end - 4] == 't')
                && measure(end - 3) > 1) {
            replace("ion", "");
            return;
        }
        replaceFirst(2, LAST_SUFFIXES);
    }

    private void finalE() {
        if (endsWith("e")) {
            int measure = measure(end - 1);
            if (measure > 1 || measure == 1 && !endsShort(end - 1)) {
                end--;
            }
        }
    }

    private void finalDouble() {
        if (endsWith("ll") && measure(end) > 1) {
            end--;
        }
    }
}
