package wiki.errorcodes.web;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What takes about as long to get ready as to use, and serves one user at a time: as many are kept
 * as were ever busy at once. Safe to share between threads.
 */
final class Pool<T> {

    private final Supplier<T> ready;
    private final Queue<T> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param ready gets another one ready
     */
    Pool(Supplier<T> ready) {
        this.ready = ready;
    }

    /** Returns what one of them was used for. */
    <R> R with(Function<T, R> use) {
        T kept = idle.poll();
        T one = kept == null ? ready.get() : kept;
        try {
            return use.apply(one);
        } finally {
            idle.add(one);
        }
    }
}
