package wiki.errorcodes.web;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A token bucket for each client: bursts pass, floods do not. Remembers a bounded number of
 * clients, the ones seen last. Safe to share between threads.
 */
public final class RateLimit {

    private static final int MOST_CLIENTS = 10_000;
    private static final double NANOS = 1e9;

    /**
     * Searches a second: far above what a reader or an editor's tool needs, far below what hurts.
     */
    public static final int PER_SECOND = 50;

    private static final int BURST_SECONDS = 4;

    private final double burst;
    private final double perSecond;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets =
            new LinkedHashMap<>(256, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                    return size() > MOST_CLIENTS;
                }
            };

    private record Bucket(double tokens, long at) {}

    /**
     * @param burst requests at once
     * @param perSecond requests a second in the long run
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    RateLimit(double burst, double perSecond, LongSupplier nanoTime) {
        this.burst = burst;
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
    }

    /**
     * Returns the limit of searching. A client may use up to four seconds' worth at once.
     *
     * @param perSecond requests a second, 0 for any number
     */
    static RateLimit of(int perSecond) {
        double rate = perSecond == 0 ? Double.POSITIVE_INFINITY : perSecond;
        return new RateLimit(BURST_SECONDS * rate, rate, System::nanoTime);
    }

    /**
     * Counts a request.
     *
     * @throws Problem 429 when its client has sent too many
     */
    void check(Context context) {
        if (!allows(context.ip())) {
            context.header("Retry-After", "1");
            throw new Problem(
                    429,
                    "Too many requests",
                    "wait a second; " + (int) perSecond + " a second are fine");
        }
    }

    /** Tells whether a client may go on, and counts the request if so. */
    boolean allows(String client) {
        return Double.isInfinite(perSecond) || counts(client);
    }

    private synchronized boolean counts(String client) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.getOrDefault(client, new Bucket(burst, now));
        double tokens = Math.min(burst, bucket.tokens() + (now - bucket.at()) / NANOS * perSecond);
        boolean allowed = tokens >= 1;
        buckets.put(client, new Bucket(allowed ? tokens - 1 : tokens, now));
        return allowed;
    }
}
