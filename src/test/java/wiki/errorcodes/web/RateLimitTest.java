package wiki.errorcodes.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimit limit = new RateLimit(3, 2, nanos::get);

    private void spend(String client, int requests) {
        for (int i = 0; i < requests; i++) {
            assertTrue(limit.allows(client));
        }
    }

    @Test
    void burstPassesAndTheNextWaits() {
        spend("a", 3);
        assertFalse(limit.allows("a"));
    }

    @Test
    void timeGivesBack() {
        spend("a", 3);
        nanos.addAndGet(500_000_000);
        spend("a", 1);
        assertFalse(limit.allows("a"));
    }

    @Test
    void neverMoreThanABurst() {
        spend("a", 1);
        nanos.addAndGet(3_600_000_000_000L);
        spend("a", 3);
        assertFalse(limit.allows("a"));
    }

    @Test
    void oneClientDoesNotStopAnother() {
        spend("a", 3);
        spend("b", 3);
    }

    @Test
    void aRefusedRequestCostsNothing() {
        spend("a", 3);
        for (int i = 0; i < 100; i++) {
            assertFalse(limit.allows("a"));
        }
        nanos.addAndGet(500_000_000);
        spend("a", 1);
    }

    @Test
    void forgetsTheOldestOfVeryManyClients() {
        spend("first", 3);
        for (int i = 0; i < 10_000; i++) {
            limit.allows("client " + i);
        }
        spend("first", 3);
    }

    @Test
    void noRateIsNoLimit() {
        RateLimit none = RateLimit.of(0);
        for (int i = 0; i < 10_000; i++) {
            assertTrue(none.allows("a"));
        }
    }
}
