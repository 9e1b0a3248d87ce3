package wiki.errorcodes.search;

import java.util.Locale;

/** How sure an explanation is. */
public enum Verdict {
    /** A signature or a code proves it. */
    MATCH,
    /** The words point strongly to it. */
    LIKELY,
    /** We do not know this error; whatever is shown is only near. */
    NONE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
