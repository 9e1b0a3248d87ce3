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

    private final List<String> words = new ArrayList<>();
    private int[] slots = new int[1024];

    Lexicon() {
        Arrays.fill(slots, UNKNOWN);
    }

    int size() {
        return words.size();
    }

    String word(int id) {
        return words.get(id);
    }

    /** Returns the number of a word, or {@link #UNKNOWN}. */
    int find(CharSequence text, int from, int to) {
        int slot = slot(text, from, to);
        return slots[slot];
    }

    /** Returns the number of a word, a new one if need be. */
    int add(CharSequence text, int from, int to) {
        int slot = slot(text, from, to);
        if (slots[slot] != UNKNOWN) {
            return slots[slot];
        }
        StringBuilder word = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            word.append(fold(text.charAt(i)));
        }
        words.add(word.toString());
        slots[slot] = words.size() - 1;
        if (words.size() * 2 > slots.length) {
            grow();
        }
        return words.size() - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, UNKNOWN);
        for (int id = 0; id < words.size(); id++) {
            String word = words.get(id);
            slots[slot(word, 0, word.length())] = id;
        }
    }

    private int slot(CharSequence text, int from, int to) {
        int hash = 17;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + fold(text.charAt(i));
        }
        hash ^= hash >>> 15;
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != UNKNOWN && !same(words.get(slots[slot]), text, from, to)) {
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
