package wiki.errorcodes.signature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all of many word sequences in one pass over a text: Aho and Corasick, "Efficient String
 * Matching", CACM 18(6), 1975, over word numbers instead of characters. Time grows with the text,
 * not with the number of sequences.
 */
final class Automaton {

    private static final int ROOT = 0;
    private static final int NONE = -1;
    private static final int[] NOTHING = {};

    private final Edges edges = new Edges();
    private int[] fail = {ROOT};

    /** Where each word leads from the root, where most words of a text begin and end. */
    private int[] first = {};

    /** Which sequences end in each state. */
    private final int[][] endings;

    /** Hears of each sequence that ends at a token. */
    interface Listener {
        void found(int sequence, int lastToken);
    }

    /** Builds the automaton of some sequences; their numbers are their places in the list. */
    Automaton(List<int[]> sequences) {
        List<int[]> ending = new ArrayList<>(List.of(NOTHING));
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            int state = ROOT;
            for (int id : sequences.get(sequence)) {
                int next = edges.target(state, id);
                if (next == NONE) {
                    next = ending.size();
                    ending.add(NOTHING);
                    edges.put(state, id, next);
                }
                state = next;
            }
            ending.set(state, append(ending.get(state), sequence));
        }
        endings = ending.toArray(int[][]::new);
        link();
        first = first();
    }

    private int[] first() {
        int[] words = {0};
        edges.forEach((state, id) -> words[0] = Math.max(words[0], id + 1));
        int[] targets = new int[words[0]];
        edges.forEach(
                (state, id) -> {
                    if (state == ROOT) {
                        targets[id] = edges.target(state, id);
                    }
                });
        return targets;
    }

    private void link() {
        fail = new int[endings.length];
        Map<Integer, List<Long>> children = new HashMap<>();
        edges.forEach(
                (state, id) ->
                        children.computeIfAbsent(state, any -> new ArrayList<>())
                                .add(Edges.key(state, id)));
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(ROOT);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (long edge : children.getOrDefault(state, List.of())) {
                int child = edges.target(state, (int) edge);
                fail[child] = state == ROOT ? ROOT : step(fail[state], (int) edge);
                for (int sequence : endings[fail[child]]) {
                    endings[child] = append(endings[child], sequence);
                }
                queue.add(child);
            }
        }
    }

    private static int[] append(int[] list, int value) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = value;
        return longer;
    }

    private int step(int state, int id) {
        int from = state;
        while (true) {
            int next = edges.target(from, id);
            if (next != NONE) {
                return next;
            }
            if (from == ROOT) {
                return ROOT;
            }
            from = fail[from];
        }
    }

    void scan(Tokens tokens, Listener listener) {
        int state = ROOT;
        for (int token = 0; token < tokens.size(); token++) {
            int id = tokens.id(token);
            if (id == Lexicon.UNKNOWN) {
                state = ROOT;
            } else if (state == ROOT) {
                state = id < first.length ? first[id] : ROOT;
            } else {
                state = step(state, id);
            }
            for (int sequence : endings[state]) {
                listener.found(sequence, token);
            }
        }
    }

    /**
     * From a state and a word to the next state: a table with open addressing, without objects, as
     * every word of every paste is looked up in it.
     */
    private static final class Edges {
        private long[] keys = new long[1024];
        private int[] targets = new int[1024];
        private int size;

        Edges() {
            Arrays.fill(targets, NONE);
        }

        /** Hears of every edge. */
        interface Listener {
            void edge(int state, int id);
        }

        static long key(int state, int id) {
            return (long) state << 32 | id;
        }

        /** Returns where an edge leads, or {@link #NONE}. */
        int target(int state, int id) {
            return targets[slot(key(state, id))];
        }

        void put(int state, int id, int target) {
            if (++size * 2 > keys.length) {
                grow();
            }
            int slot = slot(key(state, id));
            keys[slot] = key(state, id);
            targets[slot] = target;
        }

        void forEach(Listener listener) {
            for (int slot = 0; slot < keys.length; slot++) {
                if (targets[slot] != NONE) {
                    listener.edge((int) (keys[slot] >>> 32), (int) keys[slot]);
                }
            }
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldTargets = targets;
            keys = new long[oldKeys.length * 2];
            targets = new int[keys.length];
            Arrays.fill(targets, NONE);
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldTargets[i] != NONE) {
                    int slot = slot(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    targets[slot] = oldTargets[i];
                }
            }
        }

        /** Returns the place of a key, or the empty one where it would be. */
        private int slot(long key) {
            // Fibonacci hashing: Knuth, "The Art of Computer Programming", volume 3, 6.4.
            int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 40) & keys.length - 1;
            while (targets[slot] != NONE && keys[slot] != key) {
                slot = slot + 1 & keys.length - 1;
            }
            return slot;
        }
    }
}
