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
    private static final int[] NOTHING = {};

    private final Map<Long, Integer> edges = new HashMap<>();
    private int[] fail = {ROOT};
    private final List<int[]> endings = new ArrayList<>(List.of(NOTHING));

    /** Hears of each sequence that ends at a token. */
    interface Listener {
        void found(int sequence, int lastToken);
    }

    /** Builds the automaton of some sequences; their numbers are their places in the list. */
    Automaton(List<int[]> sequences) {
        for (int sequence = 0; sequence < sequences.size(); sequence++) {
            int state = ROOT;
            for (int id : sequences.get(sequence)) {
                Integer next = edges.get(edge(state, id));
                if (next == null) {
                    next = endings.size();
                    endings.add(NOTHING);
                    edges.put(edge(state, id), next);
                }
                state = next;
            }
            endings.set(state, append(endings.get(state), sequence));
        }
        link();
    }

    private void link() {
        fail = new int[endings.size()];
        Map<Integer, List<Long>> children = new HashMap<>();
        edges.keySet()
                .forEach(
                        edge ->
                                children.computeIfAbsent(
                                                (int) (edge >>> 32), any -> new ArrayList<>())
                                        .add(edge));
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(ROOT);
        while (!queue.isEmpty()) {
            int state = queue.remove();
            for (long edge : children.getOrDefault(state, List.of())) {
                int child = edges.getOrDefault(edge, ROOT);
                fail[child] = state == ROOT ? ROOT : step(fail[state], (int) edge);
                for (int sequence : endings.get(fail[child])) {
                    endings.set(child, append(endings.get(child), sequence));
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

    private static long edge(int state, int id) {
        return (long) state << 32 | id;
    }

    private int step(int state, int id) {
        int from = state;
        while (true) {
            Integer next = edges.get(edge(from, id));
            if (next != null) {
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
            state = id == Lexicon.UNKNOWN ? ROOT : step(state, id);
            for (int sequence : endings.get(state)) {
                listener.found(sequence, token);
            }
        }
    }
}
