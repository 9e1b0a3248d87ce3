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
    public void swap(Site next) {
        current = next;
    }
}
