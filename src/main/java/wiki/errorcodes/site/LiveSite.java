package wiki.errorcodes.site;

/**
 * The site that is current. A request calls {@link #current()} once, so that a swap never tears a
 * page.
 */
public final class LiveSite {

    private volatile Site current;

    public LiveSite(Site first) {
        current = first;
    }

    public Site current() {
        return current;
    }

    /** Serves another snapshot from now on. */
    public synchronized void swap(Site next) {
        current = next;
    }

    /** Serves another snapshot in place of one, unless that has been replaced already. */
    public synchronized boolean swap(Site expected, Site next) {
        boolean expectedIsCurrent = current == expected;
        if (expectedIsCurrent) {
            current = next;
        }
        return expectedIsCurrent;
    }
}
