package wiki.errorcodes.search;

import java.util.Locale;

/** By which road an article was found, strongest first. */
public enum Evidence {
    /** A message template fits the text. */
    SIGNATURE,
    /** An identifier of the article stands in the text. */
    CODE,
    /** Words of the text stand in the article. */
    TEXT;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
