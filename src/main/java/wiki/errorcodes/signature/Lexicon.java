package wiki.errorcodes.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the words of all templates, so that texts are compared as numbers. Words are looked up
 * straight in a text, in any letter case, without making strings. Filled while an index is built,
 * only read afterwards.
 */
final class Lexicon {

    /** The number of a word that no template has. */
    static final int UNKNOWN = -1;

    private static final long EMPTY = UNKNOWN;

    private final List<String> words = new ArrayList<>();

    /** Hash and number of each word: other words are told apart without reading them. */
    private long[] slots = new long[1024];

    Lexicon() {
        Arrays.fill(slots, EMPTY);
    }

    int size() {
        return words.size();
    }

    String word(int id) {
        return words.get(id);
    }

    /** Returns the number of a word, or {@link #UNKNOWN}. */
    int find(CharSequence text, int from, int to) {
        return (int) slots[slot(hash(text, from, to), text, from, to)];
    }

    /** Returns the number of a word, a new one if need be. */
    int add(CharSequence text, int from, int to) {
        int hash = hash(text, from, to);
        int slot = slot(hash, text, from, to);
        if (slots[slot] != EMPTY) {
            return (int) slots[slot];
        }
        StringBuilder word = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            word.append(fold(text.charAt(i)));
        }
        words.add(word.toString());
        slots[slot] = (long) hash << 32 | words.size() - 1;
        if (words.size() * 2 > slots.length) {
            grow();
        }
        return words.size() - 1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        Arrays.fill(slots, EMPTY);
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != EMPTY) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != EMPTY) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    private static int hash(CharSequence text, int from, int to) {
        int hash = 17;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + fold(text.charAt(i));
        }
        return hash ^ hash >>> 15;
    }

    private int slot(int hash, CharSequence text, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != EMPTY
                && ((int) (slots[slot] >>> 32) != hash
                        || !same(words.get((int) slots[slot]), text, from, to))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static boolean same(String word, CharSequence text, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != fold(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }
}
